// Drift: what is published is no longer what we published. Found by looking, on demand or while the app runs. The rules
// are in shared/domain/published-set/drift.ts; window and command line show these words.
import type { ClockDifference } from '../timing/key-clocks.ts';
import type { WireError } from '../../errors.ts';
import type { KeptForeign } from './foreign.ts';
import type { Instant } from '../timing/instant.ts';

export const DRIFT_KINDS = [
  'compromised-public',
  'private-ours',
  'private-foreign',
  'foreign',
  'revoked-there',
  'altered',
  'current-missing',
  'revoked-public',
  'missing',
  'not-public',
  'still-public',
  'not-visible-yet',
  'unrecorded',
  'replaced-there',
  'rewritten',
  'moved',
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

export interface DriftFinding {
  kind: DriftKind;
  /** By its kid, or its thumbprint when it has none. */
  kid: string;
  /** Of a key that shows its private key: the names of the private members. */
  members?: string[];
}

/** What one look found. */
export interface DriftReport {
  tenant: string;
  at: Instant;
  /** `unknown`: the tenant's set could not be read, so nothing can be said about it. */
  state: 'in-step' | 'drifted' | 'unknown' | 'never-published';
  /** Alarms first. */
  findings: DriftFinding[];
  /** Keys of others that are there by a decision: no drift, and not to be forgotten. */
  keptForeign: KeptForeign[];
  /** Why the tenant's own interface could not be read. */
  unreadable: WireError | null;
  /** Why the public key set could not be read. */
  unseen: WireError | null;
  jwksUrl: string | null;
  /** By how much this machine's clock differs from the server's, where that is more than a minute: the look is not kept. */
  clock?: ClockDifference;
}

/** Before every other: somebody else may sign with it now. */
export const isCompromised = ({ kind }: DriftFinding): boolean => kind === 'compromised-public';

/** Of all other alarms the loudest. */
export const isExposure = ({ kind }: DriftFinding): boolean => kind === 'private-ours' || kind === 'private-foreign';

/** An alarm may be an attack, and wants a person now. */
const ALARMS: ReadonlySet<DriftKind> = new Set<DriftKind>([
  'compromised-public',
  'private-ours',
  'private-foreign',
  'foreign',
  'revoked-there',
  'altered',
  'current-missing',
]);

export const isAlarm = ({ kind }: Pick<DriftFinding, 'kind'>): boolean => ALARMS.has(kind);

export const isCalm = ({ state }: Pick<DriftReport, 'state'>): boolean =>
  state === 'in-step' || state === 'never-published';
