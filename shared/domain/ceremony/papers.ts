// The two papers of a key ceremony: the script that is printed beforehand, and the minutes. The minutes are the entries of the
// audit chain from the one that begins it to the one that ends it, all of them in one piece, so that a reader sees by their
// hashes alone that nothing was left out, put in or moved; the script docs/guide/verify-audit.mjs needs nothing else.
import type { SigningAlgorithm } from '../algorithms.ts';
import type { ChainHead } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Instant } from '../timing/instant.ts';
import type { Ceremony, CeremonyPlan } from './ceremony.ts';
import type { StepName } from './steps.ts';

export const MINUTES_FORMAT = 'key-custodian/ceremony-minutes';

type CeremonyTenant = Pick<Tenant, 'name' | 'domain' | 'environment'>;

/** Of the tenant as it is, for one ceremony. */
export interface DraftedScript extends Omit<CeremonyPlan, 'tenant'> {
  tenant: CeremonyTenant;
  alg: SigningAlgorithm;
  current: string | null;
  next: string | null;
  /** When it is to be held, as it was said. */
  date: string | null;
  steps: StepName[];
  madeAt: Instant;
  /** Fingerprint of this device; `null` before its key is made. */
  device: string | null;
}

/** The facts; who signed them, and the page that was made of them, come with the file. */
export interface CeremonyMinutes {
  format: typeof MINUTES_FORMAT;
  version: 1;
  /** Of the ceremony. */
  id: string;
  madeAt: Instant;
  tenant: CeremonyTenant;
  /** The entry before the first. */
  before: ChainHead;
  /** The last entry. */
  anchor: ChainHead;
  entries: AuditEntry[];
}

/** Minutes before they are signed: what their page shows. */
export interface DraftedMinutes {
  minutes: CeremonyMinutes;
  ceremony: Ceremony;
  /** Fingerprint of the device that will sign them. */
  device: string;
}

/** What minutes were saved as. */
export interface SavedMinutes {
  folder: string;
  id: string;
  ended: 'closed' | 'abandoned' | null;
  done: number;
  deviated: number;
  failures: number;
  entries: number;
  /** Lower-case hex SHA-256 of the file for programs. */
  sha256: string;
  files: string[];
  before: string;
  anchor: string;
  device: string;
}
