// One private key of several in a file, as a person tells it from the others.
import type { KeyKind } from './schemes.ts';

export interface KeyEntry {
  /** Counted from one; it chooses the key, as its name and its fingerprint do. */
  number: number;
  name: string | null;
  kind: KeyKind;
  /** The first eight hex digits of the SHA-256 of its public key; `null` for one that does not open. */
  fingerprint: string | null;
}
