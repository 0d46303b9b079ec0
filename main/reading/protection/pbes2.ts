// PBES2 (RFC 8018 §6.2) as PKCS#8 and PKCS#12 use it: PBKDF2 or scrypt (RFC 7914) makes the key, a block cipher in CBC mode
// does the rest. Read here instead of by node:crypto, because BoringSSL opens neither scrypt nor PBKDF2 with SHA-512 and
// neither library limits the cost that a file may ask for.
import { pbkdf2, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import type { Scheme as DerivationScheme, UnreadScheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { derChildren, derCount, type DerElement, derOid, TAG } from '../../../shared/encoding/der.ts';
import { digestName, HMACS } from '../../encoding/object-identifiers.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { type BlockCipher, CIPHERS } from './ciphers.ts';
import { attempted, type Scheme } from './scheme.ts';
import type { WorkBudget } from './work-budget.ts';
import { erasing } from '../../ports/secret.ts';

const derivePbkdf2 = promisify(pbkdf2);
const deriveScrypt = promisify<Uint8Array, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

/** A key derivation with its parameters, and the key that it makes of a passphrase. */
export interface KeyDerivation {
  scheme: DerivationScheme;
  derive(passphrase: Uint8Array, length: number, budget: WorkBudget): Promise<Buffer>;
  /** Units that a key of so many octets costs. */
  work(length: number): number;
}

const OID_PBKDF2 = '1.2.840.113549.1.5.12';
const OID_SCRYPT = '1.3.6.1.4.1.11591.4.11';

const BLOCK_CIPHERS: Readonly<Record<string, BlockCipher>> = {
  '2.16.840.1.101.3.4.1.2': CIPHERS.aes128,
  '2.16.840.1.101.3.4.1.22': CIPHERS.aes192,
  '2.16.840.1.101.3.4.1.42': CIPHERS.aes256,
  '1.2.840.113549.3.7': CIPHERS.tripleDes,
  '1.3.14.3.2.7': CIPHERS.des,
};

const OTHER_CIPHERS: Readonly<Record<string, UnreadScheme>> = {
  '1.2.840.113549.3.2': { code: 'rc2-in-pbes2' },
  '1.2.392.200011.61.1.1.1.2': { code: 'named', name: 'Camellia-128-CBC' },
  '1.2.392.200011.61.1.1.1.3': { code: 'named', name: 'Camellia-192-CBC' },
  '1.2.392.200011.61.1.1.1.4': { code: 'named', name: 'Camellia-256-CBC' },
  '1.2.410.200046.1.1.2': { code: 'named', name: 'ARIA-128-CBC' },
  '1.2.410.200046.1.1.7': { code: 'named', name: 'ARIA-192-CBC' },
  '1.2.410.200046.1.1.12': { code: 'named', name: 'ARIA-256-CBC' },
  '2.16.840.1.101.3.4.1.6': { code: 'named', name: 'AES-128-GCM' },
  '2.16.840.1.101.3.4.1.46': { code: 'named', name: 'AES-256-GCM' },
};

/** `parameters`: SEQUENCE of the two AlgorithmIdentifiers. */
export function pbes2(parameters: DerElement | undefined): Scheme {
  const [kdf, encryption] = derChildren(parameters);
  const [oid, iv] = derChildren(encryption);
  const cipher = blockCipher(derOid(oid));
  const derivation = keyDerivation(kdf, cipher.keyBytes);
  if (iv?.tag !== TAG.octetString || iv.contents.length !== cipher.blockBytes) {
    throw unreadable(DAMAGED);
  }
  return {
    derivation: derivation.scheme,
    cipher: cipher.name,
    blockBytes: cipher.blockBytes,
    work: derivation.work(cipher.keyBytes),
    async *attempts(passphrase, data, budget) {
      using key = erasing(await derivation.derive(passphrase, cipher.keyBytes, budget));
      yield await attempted(cipher, key, iv.contents, data);
    },
  };
}

function blockCipher(oid: string | null): BlockCipher {
  if (oid === null) {
    throw unreadable(DAMAGED);
  }
  const cipher = BLOCK_CIPHERS[oid];
  if (cipher === undefined) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: OTHER_CIPHERS[oid] ?? { code: 'cipher', oid } });
  }
  return cipher;
}

/** An AlgorithmIdentifier; `keyBytes` is what the cipher needs, and what a length in the parameters must say. */
export function keyDerivation(algorithm: DerElement | undefined, keyBytes: number): KeyDerivation {
  const [oid, parameters] = derChildren(algorithm);
  switch (derOid(oid)) {
    case OID_PBKDF2:
      return readPbkdf2(derChildren(parameters), keyBytes);
    case OID_SCRYPT:
      return readScrypt(derChildren(parameters), keyBytes);
    case null:
      throw unreadable(DAMAGED);
    default:
      throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'derivation', oid: derOid(oid) ?? '' } });
  }
}

/** RFC 8018 §A.2: salt, rounds, optional key length, pseudo-random function (HMAC-SHA-1 when left out). */
function readPbkdf2([salt, rounds, ...optional]: readonly DerElement[], keyBytes: number): KeyDerivation {
  const length = optional.find(({ tag }) => tag === TAG.integer);
  const prf = optional.find(({ tag }) => tag === TAG.sequence);
  const prfOid = prf === undefined ? '1.2.840.113549.2.7' : derOid(derChildren(prf)[0]);
  const count = derCount(rounds);
  if (
    salt?.tag !== TAG.octetString ||
    count === null ||
    count === 0 ||
    prfOid === null ||
    !saysLength(length, keyBytes)
  ) {
    throw unreadable(DAMAGED);
  }
  const digest = HMACS[prfOid];
  if (digest === undefined) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'derivation-function', oid: prfOid } });
  }
  return pbkdf2Derivation(digest, salt.contents, count);
}

/** Octets of one round and its cost in units of work. */
const PBKDF2_COST = {
  md5: [16, 2],
  sha1: [20, 1],
  sha224: [28, 1],
  sha256: [32, 1],
  sha384: [48, 3],
  sha512: [64, 3],
  'sha512-224': [28, 3],
  'sha512-256': [32, 3],
} as const satisfies Record<string, readonly [octets: number, units: number]>;

export function pbkdf2Derivation(digest: keyof typeof PBKDF2_COST, salt: Uint8Array, rounds: number): KeyDerivation {
  const [octets, units] = PBKDF2_COST[digest];
  const scheme = { code: 'derivation', name: 'PBKDF2', hash: `HMAC-${digestName(digest)}`, rounds } as const;
  const work = (length: number): number => rounds * units * Math.ceil(length / octets);
  return {
    scheme,
    work,
    derive(passphrase, length, budget) {
      budget.take(work(length), scheme);
      return derivePbkdf2(passphrase, salt, rounds, length, digest);
    },
  };
}

/** RFC 7914 §7: salt, N, r, p, optional key length. */
function readScrypt([salt, costN, costR, costP, length]: readonly DerElement[], keyBytes: number): KeyDerivation {
  const [N, r, p] = [derCount(costN), derCount(costR), derCount(costP)];
  const isPower = N !== null && N > 1 && Number.isInteger(Math.log2(N));
  if (
    salt?.tag !== TAG.octetString ||
    !isPower ||
    r === null ||
    r === 0 ||
    p === null ||
    p === 0 ||
    !saysLength(length, keyBytes)
  ) {
    throw unreadable(DAMAGED);
  }
  const scheme = { code: 'scrypt', cost: N, blockSize: r, lanes: p } as const;
  const work = 2 * N * r * p;
  return {
    scheme,
    work: () => work,
    derive(passphrase, bytes, budget) {
      budget.take(work, scheme);
      const maxmem = 128 * r * (N + p + 2) + 1024 * 1024;
      return deriveScrypt(passphrase, salt.contents, bytes, { N, r, p, maxmem });
    },
  };
}

const saysLength = (length: DerElement | undefined, keyBytes: number): boolean =>
  length === undefined || derCount(length) === keyBytes;
