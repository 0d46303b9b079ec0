// The key derivation of PKCS#12 (RFC 7292 appendix B.2), which legacy ciphers and most MACs of such files use. It works
// on UTF-16 passphrases. Long derivations let the event loop breathe.
import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { erasing } from '../../ports/secret.ts';

export type Pkcs12Hash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** What the derived octets are for (appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

const BLOCK_BYTES: Readonly<Record<Pkcs12Hash, number>> = {
  md5: 64,
  sha1: 64,
  sha224: 64,
  sha256: 64,
  sha384: 128,
  sha512: 128,
};

const DIGEST_BYTES: Readonly<Record<Pkcs12Hash, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

/** Rounds between two pauses: a few milliseconds of work. */
const BREATH = 10_000;

interface Derivation {
  /** UTF-16 with its terminator, see `utf16Passphrases`. */
  passphrase: Uint8Array;
  salt: Uint8Array;
  rounds: number;
  digest: Pkcs12Hash;
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
  length: number;
}

/** How many times the rounds are run for so many octets. */
export const pkcs12Blocks = (digest: Pkcs12Hash, length: number): number => Math.ceil(length / DIGEST_BYTES[digest]);

export const pkcs12DigestBytes = (digest: Pkcs12Hash): number => DIGEST_BYTES[digest];

/** The caller overwrites the result. */
export async function pkcs12Derive({ passphrase, salt, rounds, digest, purpose, length }: Derivation): Promise<Buffer> {
  const v = BLOCK_BYTES[digest];
  const diversifier = Buffer.alloc(v, purpose);
  using input = erasing(Buffer.concat([repeated(salt, v), repeated(passphrase, v)]));
  const derived = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    let block = hash(digest, Buffer.concat([diversifier, input]), 'buffer');
    for (let round = 1; round < rounds; round += 1) {
      block = hash(digest, block, 'buffer');
      if (round % BREATH === 0) {
        await setImmediate();
      }
    }
    at += block.copy(derived, at);
    addToBlocks(input, repeated(block, v).subarray(0, v), v);
  }
  return derived;
}

/** The octets over and over until a whole number of blocks is full. */
function repeated(octets: Uint8Array, blockBytes: number): Buffer {
  const filled = Buffer.alloc(Math.ceil(octets.length / blockBytes) * blockBytes);
  return octets.length === 0 ? filled : filled.fill(octets);
}

/** Every block of `input`, read as a big-endian number, grows by `addend` + 1. */
function addToBlocks(input: Buffer, addend: Uint8Array, blockBytes: number): void {
  for (let start = 0; start < input.length; start += blockBytes) {
    let carry = 1;
    for (let index = blockBytes - 1; index >= 0; index -= 1) {
      carry += (input[start + index] ?? 0) + (addend[index] ?? 0);
      input[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}
