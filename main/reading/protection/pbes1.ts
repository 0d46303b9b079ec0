// The schemes before PBES2: those of PKCS#5 v1.5 (RFC 8018 §6.1) and of PKCS#12 (RFC 7292 appendix C). Weak, but they are
// what old key files have, and nothing is ever written with them here.
import { hash } from 'node:crypto';
import { derChildren, derCount, type DerElement, TAG } from '../../../shared/encoding/der.ts';
import { digestName } from '../../encoding/object-identifiers.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { type BlockCipher, CIPHERS } from './ciphers.ts';
import { utf16Passphrases } from './passphrase.ts';
import { pkcs12Blocks, pkcs12Derive, PURPOSE } from './pkcs12-kdf.ts';
import { attempted, type Scheme } from './scheme.ts';
import { erasing } from '../../ports/secret.ts';

const PKCS5: Readonly<Record<string, { digest: 'md5' | 'sha1'; cipher: BlockCipher }>> = {
  '1.2.840.113549.1.5.3': { digest: 'md5', cipher: CIPHERS.des },
  '1.2.840.113549.1.5.6': { digest: 'md5', cipher: CIPHERS.rc2Bits64 },
  '1.2.840.113549.1.5.10': { digest: 'sha1', cipher: CIPHERS.des },
  '1.2.840.113549.1.5.11': { digest: 'sha1', cipher: CIPHERS.rc2Bits64 },
};

const PKCS12: Readonly<Record<string, BlockCipher>> = {
  '1.2.840.113549.1.12.1.3': CIPHERS.tripleDes,
  '1.2.840.113549.1.12.1.4': CIPHERS.twoKeyTripleDes,
  '1.2.840.113549.1.12.1.5': CIPHERS.rc2Bits128,
  '1.2.840.113549.1.12.1.6': CIPHERS.rc2Bits40,
};

/** Units of work for one round of a hash called from here. */
export const HASH_ROUND_COST = 6;

/** `null` when the identifier is none of these schemes. */
export function pbes1(oid: string, parameters: DerElement | undefined): Scheme | null {
  const [pkcs5, pkcs12] = [PKCS5[oid], PKCS12[oid]];
  if (pkcs5 === undefined && pkcs12 === undefined) {
    return null;
  }
  const [salt, iterations] = derChildren(parameters);
  const rounds = derCount(iterations);
  if (salt?.tag !== TAG.octetString || rounds === null || rounds === 0) {
    throw unreadable(DAMAGED);
  }
  return pkcs5 === undefined
    ? pkcs12Scheme(pkcs12 ?? CIPHERS.tripleDes, salt.contents, rounds)
    : pkcs5Scheme(pkcs5, salt.contents, rounds);
}

/** PBKDF1 (RFC 8018 §5.1): sixteen octets, half of them the key and half the initialisation vector. */
function pkcs5Scheme(
  { digest, cipher }: { digest: 'md5' | 'sha1'; cipher: BlockCipher },
  salt: Uint8Array,
  rounds: number,
): Scheme {
  const derivation = { code: 'derivation', name: 'PBKDF1', hash: digestName(digest), rounds } as const;
  return {
    derivation,
    cipher: cipher.name,
    blockBytes: cipher.blockBytes,
    work: rounds * HASH_ROUND_COST,
    async *attempts(passphrase, data, budget) {
      budget.take(rounds * HASH_ROUND_COST, derivation);
      let block: Buffer = Buffer.concat([passphrase, salt]);
      for (let round = 0; round < rounds; round += 1) {
        const before = block;
        block = hash(digest, before, 'buffer');
        before.fill(0);
      }
      using keyAndVector = erasing(block);
      yield await attempted(cipher, keyAndVector.subarray(0, 8), keyAndVector.subarray(8, 16), data);
    },
  };
}

function pkcs12Scheme(cipher: BlockCipher, salt: Uint8Array, rounds: number): Scheme {
  const derivation = { code: 'derivation', name: 'PKCS#12', hash: 'SHA-1', rounds } as const;
  const { keyBytes, blockBytes } = cipher;
  const work = rounds * HASH_ROUND_COST * (pkcs12Blocks('sha1', keyBytes) + 1);
  return {
    derivation,
    cipher: cipher.name,
    blockBytes,
    work,
    async *attempts(passphrase, data, budget) {
      for (const [index, given] of utf16Passphrases(passphrase).entries()) {
        using form = erasing(given);
        if (!budget.takes(work, derivation, index)) {
          continue;
        }
        const input = { passphrase: form, salt, rounds, digest: 'sha1' } as const;
        using key = erasing(await pkcs12Derive({ ...input, purpose: PURPOSE.key, length: keyBytes }));
        const iv = await pkcs12Derive({ ...input, purpose: PURPOSE.iv, length: blockBytes });
        yield await attempted(cipher, key, iv, data);
      }
    },
  };
}
