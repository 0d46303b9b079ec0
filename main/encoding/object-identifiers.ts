// Names behind the object identifiers of key files. Only names: what is accepted is decided where it is used.
import type { EcCurve } from '../../shared/domain/algorithms.ts';
import type { KeyKind, Scheme } from '../../shared/domain/reading/schemes.ts';

export const OID = {
  rsa: '1.2.840.113549.1.1.1',
  pss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
} as const;

export interface NamedCurve {
  curve: EcCurve;
  /** Length of a scalar and of a coordinate. */
  octets: number;
  /** The number of its points (SP 800-186 §3.2.1), big-endian: private numbers lie below it. */
  order: Buffer;
  /** As node:crypto calls it. */
  name: string;
}

/** Named curves that rings use. */
export const CURVES: Readonly<Record<string, NamedCurve>> = {
  '1.2.840.10045.3.1.7': {
    curve: 'P-256',
    octets: 32,
    order: Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex'),
    name: 'prime256v1',
  },
  '1.3.132.0.34': {
    curve: 'P-384',
    octets: 48,
    order: Buffer.from(`${'ff'.repeat(24)}c7634d81f4372ddf581a0db248b0a77aecec196accc52973`, 'hex'),
    name: 'secp384r1',
  },
  '1.3.132.0.35': {
    curve: 'P-521',
    octets: 66,
    order: Buffer.from(`01${'ff'.repeat(32)}fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409`, 'hex'),
    name: 'secp521r1',
  },
};

/** Kinds of keys, and curves, that no ring uses. */
export const OTHER_KEYS: Readonly<Record<string, KeyKind>> = {
  '1.2.840.113549.1.1.10': { code: 'one-scheme' },
  '1.2.840.10040.4.1': { code: 'named', name: 'DSA' },
  '1.2.840.113549.1.3.1': { code: 'named', name: 'DH' },
  '1.3.101.110': { code: 'named', name: 'X25519' },
  '1.3.101.111': { code: 'named', name: 'X448' },
  '1.3.101.113': { code: 'named', name: 'Ed448' },
  '1.3.132.0.10': { code: 'named', name: 'EC secp256k1' },
  '1.3.132.0.33': { code: 'named', name: 'EC P-224' },
  '2.16.840.1.101.3.4.3.17': { code: 'named', name: 'ML-DSA-44' },
  '2.16.840.1.101.3.4.3.18': { code: 'named', name: 'ML-DSA-65' },
  '2.16.840.1.101.3.4.3.19': { code: 'named', name: 'ML-DSA-87' },
};

export const DIGESTS: Readonly<Record<string, 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** HMACs as pseudo-random functions (RFC 8018 §B.1) and as MACs. */
export const HMACS: Readonly<
  Record<string, 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'sha512-224' | 'sha512-256'>
> = {
  '1.2.840.113549.2.6': 'md5',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
  '1.2.840.113549.2.12': 'sha512-224',
  '1.2.840.113549.2.13': 'sha512-256',
};

/** `sha256` -> `SHA-256`. */
export const digestName = (digest: string): string =>
  digest === 'md5' ? 'MD5' : digest.replace('sha', 'SHA-').replace('512-', '512/');

export const SIGNATURES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.4': { code: 'signature', key: 'RSA', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { code: 'signature', key: 'RSA', hash: 'SHA-1' },
  '1.2.840.113549.1.1.10': { code: 'named', name: 'RSASSA-PSS' },
  '1.2.840.113549.1.1.11': { code: 'signature', key: 'RSA', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { code: 'signature', key: 'RSA', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { code: 'signature', key: 'RSA', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { code: 'signature', key: 'ECDSA', hash: 'SHA-1' },
  '1.2.840.10045.4.3.2': { code: 'signature', key: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { code: 'signature', key: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { code: 'signature', key: 'ECDSA', hash: 'SHA-512' },
  '1.3.101.112': { code: 'named', name: 'Ed25519' },
  '1.3.101.113': { code: 'named', name: 'Ed448' },
};
