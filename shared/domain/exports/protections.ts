// How the file of a private key is protected that leaves: codes with values, and what they cost. The ledger keeps the English
// name of each.
import type { Coded } from '../../problems/coded.ts';
import type { Scheme } from '../reading/schemes.ts';
import type { Flavour } from './hand-over.ts';

export interface FileProtections {
  /** PKCS#8 and PKCS#12; `mac` is of PKCS#12 alone. */
  passphrase: { cipher: string; derivation: Scheme; mac: { hash: string; rounds: number } | null };
  'jwe-passphrase': { alg: string; rounds: number; enc: string };
  'jwe-recipient': { alg: string; enc: string };
  age: null;
  'age-ssh': null;
  /** By another version: as the ledger names it. */
  named: { name: string };
}

export type FileProtection = Coded<FileProtections>;

/** What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-256; every reader we test takes as many. */
export const PBKDF2_ROUNDS = 600_000;

/** Old readers are slow, and 3DES with SHA-1 is no protection that more rounds would save. */
export const LEGACY_ROUNDS = 10_000;

/**
 * A guess may be tried on the MAC alone, so that costs no less than the encryption. A round here is one SHA-512, a round of
 * PBKDF2 two SHA-256: by OWASP's measure (210,000 rounds of PBKDF2 with SHA-512 for 600,000 with SHA-256) 420,000 are worth
 * its 600,000, on processors that have SHA-256 built in it takes 600,000.
 */
export const MAC_ROUNDS = 640_000;

/**
 * Modern: what OWASP asks of PBKDF2 with HMAC-SHA-512. Compatible: as many as jose, jwcrypto and Debian's jose take
 * without being told to, so that their readers do not refuse the file.
 */
export const JWE_ROUNDS: Readonly<Record<Flavour, number>> = { modern: 210_000, compatible: 10_000 };

export const JWE_PASSPHRASE = 'PBES2-HS512+A256KW';
/** For a recipient, the usual one of its kind first. */
export const JWE_RECIPIENT = {
  RSA: ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512', 'RSA-OAEP'],
  EC: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
} as const;
/** Those that wrap a content key, with the octets of the key that wraps it. */
export const JWE_WRAPPED = { 'ECDH-ES+A128KW': 16, 'ECDH-ES+A192KW': 24, 'ECDH-ES+A256KW': 32 } as const;
export const JWE_CONTENT = 'A256GCM';

const AES = {
  cipher: 'AES-256-CBC',
  derivation: { code: 'derivation', name: 'PBKDF2', hash: 'HMAC-SHA-256', rounds: PBKDF2_ROUNDS },
} as const;
const LEGACY_3DES = {
  cipher: '3DES-CBC',
  derivation: { code: 'derivation', name: 'PKCS#12', hash: 'SHA-1', rounds: LEGACY_ROUNDS },
} as const;

export const PKCS8_PROTECTION: FileProtection = { code: 'passphrase', ...AES, mac: null };
export const P12_PROTECTION: Readonly<Record<Flavour, FileProtection>> = {
  modern: { code: 'passphrase', ...AES, mac: { hash: 'SHA-512', rounds: MAC_ROUNDS } },
  compatible: { code: 'passphrase', ...LEGACY_3DES, mac: { hash: 'SHA-1', rounds: LEGACY_ROUNDS } },
};
export const jweProtection = (flavour: Flavour): FileProtection => ({
  code: 'jwe-passphrase',
  alg: JWE_PASSPHRASE,
  rounds: JWE_ROUNDS[flavour],
  enc: JWE_CONTENT,
});
export const jweSealed = (alg: string): FileProtection => ({ code: 'jwe-recipient', alg, enc: JWE_CONTENT });
