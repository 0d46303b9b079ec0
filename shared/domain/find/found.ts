// What a pasted text was found to be: keys in custody, entries of the audit chain, hand-overs, published sets.
import type { KeyState } from '../limits.ts';
import type { Instant } from '../timing/instant.ts';

/** By what a key is known. */
export const IDENTITIES = [
  'kid',
  'thumbprint',
  'spki-sha256',
  'spki-sha1',
  'ski',
  'certificate-sha1',
  'certificate-sha256',
  'certificate-md5',
  'issuer-sha256',
  'serial',
  'ssh-sha256',
  'ssh-md5',
] as const;

export type IdentityKind = (typeof IDENTITIES)[number];

/** One of the digests by which a key or its certificate is known. */
export interface Identity {
  as: IdentityKind;
  /** Lower-case hex. */
  hex: string;
}

export interface FoundKeyInCustody {
  tenant: string;
  ring: string;
  kid: string;
  state: KeyState;
  as: IdentityKind[];
}

export interface FoundInSet {
  tenant: string;
  /** As it is called there; `null` for one without a kid. */
  kid: string | null;
  /** When it was sent, or found there. */
  at: Instant;
  as: IdentityKind[];
}

export interface FoundHandOver {
  number: number;
  at: Instant;
  tenant: string;
  kid: string;
  to: string;
  as: 'kid' | 'file' | 'recipient';
}

export interface FoundEntry {
  seq: number;
  at: Instant;
  action: string;
  subject: string;
}

export interface FoundText {
  keys: FoundKeyInCustody[];
  /** Keys of others in sets that were sent or replaced, the newest of each. */
  sets: FoundInSet[];
  handOvers: FoundHandOver[];
  /** Newest first; more are counted. */
  entries: FoundEntry[];
  moreEntries: number;
}
