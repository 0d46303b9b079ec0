// What the doctor answers: what was looked at, and each thing that is not as it should be, with what became of it.
// A finding carries public facts only; its words are in words/.
import type { KeychainDetail } from '../../problems/keychain.ts';
import type { RegistryFlaw } from '../../problems/registry.ts';
import type { AuditProblem, AuditVerdict } from '../audit/entry.ts';
import type { KeyState } from '../limits.ts';
import type { VaultCondition } from '../../app-info.ts';
import type { NetworkView, TenantRoute } from '../network.ts';
import type { StateDifference } from '../audit/registry-state.ts';

/** Code -> the facts that go with it. */
export interface FindingFacts {
  'keychain-unreachable': { condition: VaultCondition; detail: KeychainDetail };
  'registry-older': { entries: number; remembered: number };
  'registry-damaged': { detail: RegistryFlaw };
  'changed-outside': StateDifference;
  'audit-broken': { entry: number };
  'audit-untrusted': { problem: AuditProblem };
  'clock-set-back': { seconds: number };

  'secret-missing': { tenant: string; kid: string; state: KeyState };
  'secret-damaged': { tenant: string; kid: string; state: KeyState };
  'secret-of-another-key': { tenant: string; kid: string; state: KeyState };
  'credential-damaged': { tenant: string };
  'proxy-account-damaged': Record<string, never>;
  'record-altered': { tenant: string; kid: string };
  'rule-broken': { tenant: string; ring: string; rule: RingRule; kids: string };
  'revoked-material-in-use': { tenant: string; kid: string; revokedIn: string; revokedKid: string };

  'copies-left': { tenant: string; kid: string; copies: number; to: string };
  'material-shared': { keys: string };
  'times-disordered': { tenant: string; kid: string };
  'left-unsettled': { count: number };

  'orphan-removed': { count: number };
  'parts-removed': { tenant: string; kid: string; count: number };
  'erased-late': { tenant: string; kid: string };
}

/** What must hold for the keys of a ring, and does not. */
export type RingRule =
  | 'one-next'
  | 'one-current'
  | 'ring-of-tenant'
  | 'revoked-with-reason'
  | 'destroyed-is-revoked'
  | 'state-has-time';

export type FindingCode = keyof FindingFacts;

/** `repaired` needs nobody any more, a `warning` wants to be looked at, an `alarm` wants to be acted on. */
export type Severity = 'repaired' | 'warning' | 'alarm';

export const SEVERITY: Record<FindingCode, Severity> = {
  'keychain-unreachable': 'alarm',
  'registry-older': 'alarm',
  'registry-damaged': 'alarm',
  'changed-outside': 'alarm',
  'audit-broken': 'alarm',
  'audit-untrusted': 'alarm',
  'clock-set-back': 'alarm',
  'secret-missing': 'alarm',
  'secret-damaged': 'alarm',
  'secret-of-another-key': 'alarm',
  'credential-damaged': 'alarm',
  'proxy-account-damaged': 'alarm',
  'record-altered': 'alarm',
  'rule-broken': 'alarm',
  'revoked-material-in-use': 'alarm',
  'copies-left': 'warning',
  'material-shared': 'warning',
  'times-disordered': 'warning',
  'left-unsettled': 'warning',
  'orphan-removed': 'repaired',
  'parts-removed': 'repaired',
  'erased-late': 'repaired',
};

export type Finding = {
  [C in FindingCode]: { code: C; severity: Severity; facts: FindingFacts[C] };
}[FindingCode];

export interface DoctorReport {
  keychain: { condition: VaultCondition; detail: KeychainDetail };
  /** `secrets` counts the private keys that were read and found to belong to their records. */
  checked: { tenants: number; rings: number; keys: number; secrets: number };
  audit: AuditVerdict;
  /** Whom TLS trusts beyond what is built in, and by which way each tenant is reached. */
  network: Omit<NetworkView, 'proxy'> & { routes: TenantRoute[] };
  /** Alarms first, then warnings, then what was repaired. */
  findings: Finding[];
}

export function finding<C extends FindingCode>(code: C, facts: FindingFacts[C]): Finding {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts are matched by the parameters
  return { code, severity: SEVERITY[code], facts } as Finding;
}
