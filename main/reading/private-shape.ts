// What a DER file can turn out to be when a private key is looked for in it.
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import type { Container as WrittenContainer, KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { KeyKind as RingKind, SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { Repair } from '../../shared/domain/reading/notes.ts';
import type { CustodianError } from '../../shared/errors.ts';
import type { DerElement } from '../../shared/encoding/der.ts';
import type { RsaNumbers } from './rsa-strength.ts';

/** How the key lies in its file. */
export type Container = WrittenContainer | 'other';

export interface PrivateShape {
  form: 'private';
  container: Container;
  kind: RingKind;
  /** RSASSA-PSS keys sign with these alone (RFC 4055 §1.2); `null`: whatever fits its kind. */
  only: readonly SigningAlgorithm[] | null;
  /** PKCS#8 version 1 without attributes and without a public key; the owner overwrites it. */
  pkcs8: Buffer;
  /** The numbers to be judged; `null` for other kinds. */
  rsa: RsaNumbers | null;
  /** EC: the private number is zero, or not below the order of the curve. */
  outOfRange: boolean;
  /** The public keys that the file carries beside the private one, as SubjectPublicKeyInfo in whatever form. */
  claims: Buffer[];
  /** What was mended to get here. */
  repairs: readonly Repair[];
}

export type KeyShape =
  | PrivateShape
  | { form: 'unsupported'; kind: KeyKind }
  /** EncryptedPrivateKeyInfo (RFC 5958 §3); `algorithm` is its AlgorithmIdentifier. */
  | { form: 'encrypted PKCS#8'; algorithm: DerElement; data: Uint8Array }
  | { form: 'PKCS#12' }
  /** Nobody knows what is in it before it opens, and this is why it does not. */
  | { form: 'locked'; why: CustodianError }
  /** Not a private key, or none that can be read. */
  | { form: 'foreign'; problem: KeyFileProblem };
