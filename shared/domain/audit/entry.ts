// The audit chain: one entry for each act, and what a check of the chain found.
import type { Instant } from '../timing/instant.ts';

export interface AuditEntry {
  seq: number;
  at: Instant;
  /** Who acted: the operating-system user and the door used, e.g. `officer via window`. */
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
  /** The root of the sealed state after the change (docs/adr/0024); entries from before it have none. */
  state?: string;
  previousHash: string;
  /** SHA-256 (hex) over the RFC 8785 form of all other members. */
  hash: string;
}

/** What speaks against a chain that is whole in itself (docs/adr/0009). */
export type AuditProblem =
  /** The signature is not the device key's, or is over other entries. */
  | 'seal-wrong'
  /** Entries were signed once, but the signature is gone or was put back to an older one. */
  | 'seal-missing'
  /** There are fewer entries than were signed. */
  | 'cut-short'
  /** The keychain remembers a later state; most often there are fewer entries. */
  | 'older-than-keychain'
  /** The keychain remembers another entry at this place. */
  | 'other-than-keychain'
  /** The keychain has no device key, although the chain names one. */
  | 'device-key-missing'
  /** The device key is not the one that the chain, or the keychain, names. */
  | 'device-key-other'
  /** Of a file: no device signed it, so anybody may have made it up. */
  | 'not-signed'
  /** Of a file: its first line is not what the device signed, or something else follows it. */
  | 'header-wrong'
  /** Another device signed than the one that was asked for. */
  | 'device-not-named'
  /** The entry that was noted elsewhere is not in it. */
  | 'other-than-noted'
  /** The records are not those that were sealed, or the seal itself is gone or forged (docs/adr/0024). */
  | 'state-altered';

export interface AuditVerdict {
  /** The chain is whole and nothing speaks against it. */
  ok: boolean;
  entries: number;
  /** Sequence number of the first entry that does not fit; `null` when all do. */
  brokenAt: number | null;
  head: string;
  problem: AuditProblem | null;
  /** The entries up to this number are covered by the device's signature; 0 when none are. */
  signedThrough: number;
  /** Lower-case hex SHA-256 of the device key's SPKI; `null` before the first signature. */
  deviceKey: string | null;
  /** Whether the keychain was asked, which alone can tell that the whole registry was put back to an older copy. */
  keychainAsked: boolean;
}

/** What only an exported file can tell. */
export interface AuditFileFacts {
  /** In version 1 the signature covers entries only, and neither the time of the export nor the end of the file. */
  version: 1 | 2;
  /** When it was exported, if that is under the signature. */
  exportedAt: Instant | null;
  /** Whether the reader said which device must have signed. */
  deviceNamed: boolean;
}

export interface AuditFileVerdict extends AuditVerdict {
  file: AuditFileFacts;
}

/** What an act leaves in the audit chain. Details are public facts. */
export interface AuditAct {
  action: string;
  subject: string;
  details: Record<string, unknown>;
}
