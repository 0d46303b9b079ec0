// What a DER file can turn out to be when a private key is looked for in it.
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import type { Container as WrittenContainer, KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { KeyKind as RingKind } from '../../shared/domain/algorithms.ts';
import type { DerElement } from '../../shared/encoding/der.ts';
import type { RsaNumbers } from './rsa-strength.ts';

/** How the key lies in its file. */
export type Container = WrittenContainer | 'JWK';

export interface PrivateShape {
  form: 'private';
  container: Container;
  kind: RingKind;
  /** PKCS#8 version 1 without attributes and without a public key; the owner overwrites it. */
  pkcs8: Buffer;
  /** The numbers to be judged; `null` for other kinds. */
  rsa: RsaNumbers | null;
  /** EC: the private number is zero, or not below the order of the curve. */
  outOfRange: boolean;
  /** The public keys that the file carries beside the private one, as SubjectPublicKeyInfo in whatever form. */
  claims: Buffer[];
}

export type KeyShape =
  | PrivateShape
  | { form: 'unsupported'; kind: KeyKind }
  /** EncryptedPrivateKeyInfo (RFC 5958 §3); `algorithm` is its AlgorithmIdentifier. */
  | { form: 'encrypted PKCS#8'; algorithm: DerElement; data: Uint8Array }
  | { form: 'PKCS#12' }
  /** Not a private key, or none that can be read. */
  | { form: 'foreign'; problem: KeyFileProblem };
