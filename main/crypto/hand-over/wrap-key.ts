// AES Key Wrap (RFC 3394 §2.2.1) over the plain block cipher, because Web Crypto in Electron does not do AES-KW.
import { createCipheriv } from 'node:crypto';

/** The key under the key-encryption key, eight octets longer than it was. Its length is a multiple of eight. */
export function wrapKey(kek: Uint8Array, key: Uint8Array): Buffer {
  const block = createCipheriv(`aes-${kek.length * 8}-ecb`, kek, null).setAutoPadding(false);
  const wrapped = Buffer.concat([Buffer.alloc(8, 0xa6), key]);
  const count = key.length / 8;
  for (let step = 1; step <= 6 * count; step += 1) {
    const at = 8 * (1 + ((step - 1) % count));
    const mixed = block.update(Buffer.concat([wrapped.subarray(0, 8), wrapped.subarray(at, at + 8)]));
    mixed.copy(wrapped, 0, 0, 8);
    mixed.copy(wrapped, at, 8, 16);
    // The step counter is a 64-bit number; it stays far below 256 here.
    wrapped.writeUInt8(wrapped.readUInt8(7) ^ step, 7);
    mixed.fill(0);
  }
  return wrapped;
}
