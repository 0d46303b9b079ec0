// What a file turned out to be when an officer asked. Public facts alone, whatever the file holds.

import type { ImportNeed } from './notes.ts';

/** What a file turned out to be; the words for people are in `what` and `purpose`. */
export type InspectedKind =
  | 'private key'
  | 'public key'
  | 'certificate'
  | 'certificate request'
  | 'revocation list'
  | 'PKCS#7'
  | 'PKCS#12'
  | 'JWK set'
  | 'signed token'
  | 'approval request'
  | 'approval'
  | 'encrypted JOSE'
  | 'SSH'
  | 'PGP'
  | 'age'
  | 'parameters'
  | 'key store'
  | 'document'
  | 'empty'
  | 'unknown';

export interface InspectedFact {
  label: string;
  value: string;
}

/** One thing in the file: a certificate, a key, a header. Public facts only. */
export interface InspectedPart {
  /** In a few words: `private key, encrypted`. */
  what: string;
  facts: InspectedFact[];
  warnings: string[];
}

/** The answer to “what is this file?”. It holds no private material, whatever the file holds. */
export interface InspectedFile {
  kind: InspectedKind;
  /** How it is written: `PKCS#8 PEM`. */
  format: string;
  bytes: number;
  parts: InspectedPart[];
  warnings: string[];
  /** What such a file is for. */
  purpose: string;
  /** What can be done with it here. */
  advice: string;
  /** Whether a private key can be brought in from it. */
  importable: 'yes' | 'with its passphrase' | 'no';
  /** What else import wants to be told; where it is `no`, what might change that. */
  needs: ImportNeed[];
}
