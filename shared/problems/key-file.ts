// What is wrong with a file that should hold a private key, or with the key in it: code -> its values.
import type { CertificateFlaw, PublicKeyFlaw } from '../domain/key-ring/flaws.ts';
import type { Coded } from './coded.ts';

export interface KeyFileProblems {
  empty: null;
  damaged: null;
  /** The passphrase was right. */
  'damaged-inside': null;
  'mac-unfit': null;
  'der-cut-off': { bytes: number; of: number };
  'octets-behind': { count: number };
  'json-invalid': { line: number };
  'gzip-damaged': null;
  'member-missing': { member: string };
  'member-not-text': { member: string };
  'member-not-base64url': { member: string };
  'private-key-unreadable': null;
  'key-damaged': null;
  'cannot-sign': null;
  'no-private-key': null;
  'no-pem-private-key': null;
  'not-pkcs8': null;
  'no-curve': null;
  'two-curves': null;
  'pem-cut-off': null;
  'pem-begin-missing': null;
  'pem-damaged': null;
  'pem-encrypted-somehow': null;
  'halves-apart': null;
  'public-half-other': null;
  'public-half-unfit': null;
  'numbers-apart': null;
  'primes-close': null;
  'primes-composite': null;
  'primes-uneven': null;
  'out-of-range': null;
  'signature-wrong': null;
  'modulus-short': { bits: number; least: number };
  'exponent-unfit': { exponent: string; least: number };
  'exponent-small': { exponent: string; usual: number };
  flawed: { flaw: PublicKeyFlaw };
  'certificate-flawed': { flaw: CertificateFlaw };
  'certificate-damaged': null;
  'encrypted-twice': null;
  'no-jwk-inside': null;
  'too-many-keys': { count: number; most: number };
  'public-key': null;
  certificate: null;
  certificates: null;
  'certificate-request': null;
  'other-der': null;
  'signed-token': null;
  'pgp-key': null;
  'public-jwks': null;
  'other-json': null;
  'neither-pem-nor-der': null;
  unknown: null;
  'ssh-public-key': null;
  'web-page': null;
  xml: null;
  'age-file': null;
  'age-key': null;
  'ssh2-private-key': null;
  'other-file': null;
  'only-parameters': null;
}

export type KeyFileProblem = Coded<KeyFileProblems>;
