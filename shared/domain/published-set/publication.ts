// The published set of a tenant: what is there, what a push would make of it, and what a push did.
import type { ForeignKey } from './foreign.ts';
import type { KeyState } from '../limits.ts';
import type { NaiveWarning } from './naive-verifiers.ts';
import type { Places, WaitingKey } from './places.ts';
import type { ExposedKey, Finding, PublishAct, SinceLastPush, Variation } from './finding.ts';
import type { Instant } from '../timing/instant.ts';

/** One key of a remote set, reduced to what a comparison needs. */
export interface RemoteKey {
  kid: string | null;
  kty: string;
  alg: string | null;
  /** RFC 7638 thumbprint: says whether two keys are the same material whatever they are called. */
  thumbprint: string | null;
  /** The key exactly as the endpoint gave it, but for private members. */
  raw: Record<string, unknown>;
  /** Names of the private members that it came with: it is compromised. */
  exposed?: readonly string[];
  /** `raw` is not exactly what the endpoint gave, so that sending it back would change it. */
  inexact?: true;
}

/** What a push would do to one key. `foreign` keys are not ours and are kept; `altered` = same kid, other content. */
export type DiffKind = 'added' | 'kept' | 'removed' | 'foreign' | 'altered';

export interface DiffEntry {
  kind: DiffKind;
  kid: string | null;
  kty: string;
  alg: string | null;
  thumbprint: string | null;
  /** The state in our ring, when the key is ours. */
  state: KeyState | null;
}

export interface PublicationPreview {
  /** SHA-256 (hex) over the wanted bytes and the set found at the endpoint: what a push is bound to. */
  hash: string;
  /** The exact body that a push sends; `null` when the set becomes empty and is deleted instead. */
  body: string | null;
  /** The kids in `body`, in its order. */
  kids: string[];
  diff: DiffEntry[];
  /** True when the endpoint already holds exactly what is wanted. */
  upToDate: boolean;
  /** Where the public can see the result. */
  jwksUrl: string;
  act: PublishAct;
  /** What speaks against it, errors first. */
  findings: Finding[];
  /** Keys that show their private key now, ours or not. */
  exposed: ExposedKey[];
  /** What others did to the set since our last push. */
  sinceLastPush: SinceLastPush[];
  places: Places;
  /** Keys of ours that are left out, because all places are taken; in publishing order. */
  waits: WaitingKey[];
  /** Keys of others that are there, or that would come back. */
  foreign: ForeignKey[];
  /** Careless verifiers that would have trouble with the set. */
  warnings: NaiveWarning[];
}

export interface Publication {
  id: string;
  act: PublishAct;
  tenantId: string;
  at: Instant;
  hash: string;
  kids: string[];
  /** Canonical JSON of the whole set that was replaced: what a rollback would restore. */
  replaced: string;
  /** Canonical JSON of the whole set that was sent; `null` in records from before it was kept. */
  sent: string | null;
  /** When the tenant was seen to hold it; `null` while it was accepted and is not visible yet. */
  confirmedAt: Instant | null;
  /** How the tenant shows what it took, where that is not exactly as it was sent. */
  variations: readonly Variation[];
}

/** What stands in the document of a set beside its keys, without private keys. */
export interface Beside {
  members: Readonly<Record<string, unknown>>;
  /** Names of members that cannot be written back exactly as they are. */
  inexact: readonly string[];
}
