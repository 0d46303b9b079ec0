// AES-256-GCM with a random nonce in front and the tag behind. What it is for is bound into it, so that one sealed value can
// never be taken for another.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is encrypted is so much longer. */
export const ADDED_BYTES = NONCE_BYTES + TAG_BYTES;

/** `binds`: texts without line breaks, in their order. */
export function encrypt(key: Uint8Array, plain: Uint8Array, binds: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(binds));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** In bytes of its own, which the caller overwrites; `null` when anything differs from what was encrypted. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, binds: readonly string[]): Uint8Array | null {
  if (sealed.length < ADDED_BYTES) {
    return null;
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(bound(binds))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const part = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return Uint8Array.from(part);
  } catch {
    return null;
  } finally {
    part.fill(0);
  }
}

const bound = (binds: readonly string[]): Buffer => Buffer.from(binds.join('\n'), 'utf8');
