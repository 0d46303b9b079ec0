// The block ciphers of protected key files, in CBC mode with padding. Everything runs on the algorithms that OpenSSL 3
// and BoringSSL both have: DES is 3DES with one key three times, and RC2 is looked for elsewhere (rc2.ts).
import { createDecipheriv } from 'node:crypto';
import { erasing } from '../../ports/secret.ts';
import { decryptRc2 } from './rc2.ts';

export interface BlockCipher {
  /** As people know it: `AES-256-CBC`. */
  name: string;
  keyBytes: number;
  /** Also the length of the initialisation vector. */
  blockBytes: number;
  /** `null` when the padding does not fit: another key was used, or the data are damaged. */
  decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Buffer | null>;
  /** Whole blocks without padding. */
  decryptBlocks(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Buffer>;
}

const native = (
  name: string,
  algorithm: string,
  keyBytes: number,
  blockBytes: number,
  expand: (key: Uint8Array) => Buffer = (key) => Buffer.from(key),
): BlockCipher => ({
  name,
  keyBytes,
  blockBytes,
  decrypt(key, iv, data) {
    using expanded = erasing(expand(key));
    try {
      const decipher = createDecipheriv(algorithm, expanded, iv);
      return Promise.resolve(Buffer.concat([decipher.update(data), decipher.final()]));
    } catch {
      return Promise.resolve(null);
    }
  },
  decryptBlocks(key, iv, data) {
    using expanded = erasing(expand(key));
    const decipher = createDecipheriv(algorithm, expanded, iv).setAutoPadding(false);
    return Promise.resolve(Buffer.concat([decipher.update(data), decipher.final()]));
  },
});

/** `bits` is the effective key length. What is decrypted there has its padding taken off here, where all of it is looked at. */
const rc2 = (name: string, keyBytes: number, bits: number): BlockCipher => ({
  name,
  keyBytes,
  blockBytes: 8,
  async decrypt(key, iv, data) {
    return withoutPadding(await this.decryptBlocks(key, iv, data));
  },
  decryptBlocks: (key, iv, data) => decryptRc2(key, iv, data, bits),
});

/** PKCS#7 padding (RFC 5652 §6.3) for blocks of eight octets. */
function withoutPadding(padded: Buffer): Buffer | null {
  const count = padded.at(-1) ?? 0;
  const isPadding = count >= 1 && count <= 8 && padded.subarray(-count).every((octet) => octet === count);
  return isPadding ? padded.subarray(0, padded.length - count) : null;
}

export const CIPHERS = {
  aes128: native('AES-128-CBC', 'aes-128-cbc', 16, 16),
  aes192: native('AES-192-CBC', 'aes-192-cbc', 24, 16),
  aes256: native('AES-256-CBC', 'aes-256-cbc', 32, 16),
  tripleDes: native('3DES-CBC', 'des-ede3-cbc', 24, 8),
  twoKeyTripleDes: native('3DES-CBC with two keys', 'des-ede3-cbc', 16, 8, (key) =>
    Buffer.concat([key, key.subarray(0, 8)]),
  ),
  des: native('DES-CBC', 'des-ede3-cbc', 8, 8, (key) => Buffer.concat([key, key, key])),
  rc2Bits40: rc2('RC2-40-CBC', 5, 40),
  rc2Bits64: rc2('RC2-64-CBC', 8, 64),
  rc2Bits128: rc2('RC2-128-CBC', 16, 128),
} as const satisfies Record<string, BlockCipher>;
