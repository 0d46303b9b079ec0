// AES Key Unwrap (RFC 3394 §2.2.2) over the plain block cipher, because Web Crypto in Electron does not do AES-KW.
import { createDecipheriv, timingSafeEqual } from 'node:crypto';

const CHECK = Buffer.alloc(8, 0xa6);

/** `null` when the key-encryption key is not the right one. The caller overwrites the result. */
export function unwrapKey(kek: Uint8Array, wrapped: Uint8Array): Buffer | null {
  if (wrapped.length < 24 || wrapped.length % 8 !== 0 || wrapped.length > 80) {
    return null;
  }
  const block = createDecipheriv(`aes-${kek.length * 8}-ecb`, kek, null).setAutoPadding(false);
  const check = Buffer.from(wrapped.subarray(0, 8));
  const key = Buffer.from(wrapped.subarray(8));
  const count = key.length / 8;
  for (let step = 6 * count; step >= 1; step -= 1) {
    const register = key.subarray(((step - 1) % count) * 8).subarray(0, 8);
    // The step counter is a 64-bit number; it stays far below 256 here.
    check.writeUInt8(check.readUInt8(7) ^ step, 7);
    const plain = block.update(Buffer.concat([check, register]));
    plain.copy(check, 0, 0, 8);
    plain.copy(register, 0, 8, 16);
  }
  if (timingSafeEqual(check, CHECK)) {
    return key;
  }
  key.fill(0);
  return null;
}
