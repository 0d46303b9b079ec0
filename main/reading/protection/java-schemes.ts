// How the key stores of Java protect single keys: JKS by a stream of SHA-1, JCEKS by 3DES under a key from MD5. Both stand in
// the AlgorithmIdentifier of an EncryptedPrivateKeyInfo, under numbers of Sun.
import { hash, timingSafeEqual } from 'node:crypto';
import { derChildren, derCount, type DerElement, TAG } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { CIPHERS } from './ciphers.ts';
import { javaPassphrases } from './passphrase.ts';
import { HASH_ROUND_COST } from './pbes1.ts';
import { attempted, type Scheme } from './scheme.ts';

const OID_JKS = '1.3.6.1.4.1.42.2.17.1.1';
const OID_JCEKS = '1.3.6.1.4.1.42.2.19.1';
const SHA1_BYTES = 20;

/** `null` when the identifier is neither. */
export function javaScheme(oid: string, parameters: DerElement | undefined): Scheme | null {
  switch (oid) {
    case OID_JKS:
      return JKS;
    case OID_JCEKS:
      return jceks(parameters);
    default:
      return null;
  }
}

/** Salt, then the key XOR a chain of digests, then a digest by which the passphrase is told. */
const JKS: Scheme = {
  derivation: { code: 'one-round', hash: 'SHA-1' },
  cipher: 'JKS',
  blockBytes: 1,
  work: HASH_ROUND_COST,
  // oxlint-disable-next-line typescript/require-await -- other schemes wait for their derivation
  async *attempts(passphrase, data) {
    if (data.length <= 2 * SHA1_BYTES) {
      throw unreadable(DAMAGED);
    }
    const [salt, hidden] = [data.subarray(0, SHA1_BYTES), data.subarray(SHA1_BYTES, -SHA1_BYTES)];
    for (const given of javaPassphrases(passphrase)) {
      using form = erasing(given);
      const content = Buffer.from(hidden);
      let chain: Uint8Array = salt;
      for (let at = 0; at < content.length; at += SHA1_BYTES) {
        chain = hash('sha1', Buffer.concat([form, chain]), 'buffer');
        for (let index = 0; index < SHA1_BYTES && at + index < content.length; index += 1) {
          content[at + index] = (content[at + index] ?? 0) ^ (chain[index] ?? 0);
        }
      }
      const check = hash('sha1', Buffer.concat([form, content]), 'buffer');
      const isRight = timingSafeEqual(check, data.subarray(-SHA1_BYTES));
      const beginning = Buffer.from(content.subarray(0, 16));
      if (!isRight) {
        content.fill(0);
      }
      yield { content: isRight ? content : null, beginning };
    }
  },
};

/** Each half of the salt is digested with the passphrase by itself; together they are key and vector. */
function jceks(parameters: DerElement | undefined): Scheme {
  const [salt, iterations] = derChildren(parameters);
  const rounds = derCount(iterations);
  if (salt?.tag !== TAG.octetString || salt.contents.length !== 8 || rounds === null || rounds === 0) {
    throw unreadable(DAMAGED);
  }
  const halves = saltHalves(salt.contents);
  const derivation = { code: 'derivation', name: 'PBKDF1', hash: 'MD5', rounds } as const;
  const work = 2 * rounds * HASH_ROUND_COST;
  return {
    derivation,
    cipher: CIPHERS.tripleDes.name,
    blockBytes: CIPHERS.tripleDes.blockBytes,
    work,
    async *attempts(passphrase, data, budget) {
      budget.take(work, derivation);
      const parts = halves.map((half) => {
        let block: Uint8Array = half;
        for (let round = 0; round < rounds; round += 1) {
          block = hash('md5', Buffer.concat([block, passphrase]), 'buffer');
        }
        return block;
      });
      using derived = erasing(Buffer.concat(parts));
      yield await attempted(CIPHERS.tripleDes, derived.subarray(0, 24), derived.subarray(24), data);
    },
  };
}

/** Two equal halves would make two equal keys, so Java changes the first: by a slip, in its own way. */
function saltHalves(salt: Uint8Array): [Uint8Array, Uint8Array] {
  const changed = Buffer.from(salt);
  if (changed.subarray(0, 4).equals(changed.subarray(4))) {
    for (let index = 0; index < 2; index += 1) {
      const held = changed[index] ?? 0;
      changed[index] = changed[3 - index] ?? 0;
      changed[2] = held;
    }
  }
  return [changed.subarray(0, 4), changed.subarray(4)];
}
