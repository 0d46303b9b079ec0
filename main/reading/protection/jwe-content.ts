// The content encryption of a JWE (RFC 7518 §5) on node:crypto: AES-GCM, and AES-CBC with HMAC.
import { createDecipheriv, createHmac, type Decipher, timingSafeEqual } from 'node:crypto';

export interface EncryptedContent {
  iv: Uint8Array;
  ciphertext: Uint8Array;
  tag: Uint8Array;
  /** Additional authenticated data, in the octets over which the tag was made. */
  authenticated: Uint8Array;
}

export interface ContentEncryption {
  keyBytes: number;
  /** `null` when the tag does not fit. */
  open(key: Uint8Array, content: EncryptedContent): Buffer | null;
}

const GCM = { 16: 'aes-128-gcm', 24: 'aes-192-gcm', 32: 'aes-256-gcm' } as const;

const gcm = (keyBytes: keyof typeof GCM): ContentEncryption => ({
  keyBytes,
  open(key, { iv, ciphertext, tag, authenticated }) {
    if (iv.length !== 12 || tag.length !== 16) {
      return null;
    }
    const decipher = createDecipheriv(GCM[keyBytes], key, iv);
    return finished(decipher.setAAD(authenticated).setAuthTag(tag), ciphertext);
  },
});

/** RFC 7518 §5.2.2: one half of the key is for the MAC, the other for the cipher. */
const cbcHmac = (keyBytes: number, digest: string): ContentEncryption => ({
  keyBytes,
  open(key, { iv, ciphertext, tag, authenticated }) {
    const half = keyBytes / 2;
    const bits = Buffer.alloc(8);
    bits.writeBigUInt64BE(BigInt(authenticated.length) * 8n);
    const mac = createHmac(digest, key.subarray(0, half))
      .update(authenticated)
      .update(iv)
      .update(ciphertext)
      .update(bits);
    if (iv.length !== 16 || tag.length !== half || !timingSafeEqual(mac.digest().subarray(0, half), tag)) {
      return null;
    }
    return finished(createDecipheriv(`aes-${half * 8}-cbc`, key.subarray(half), iv), ciphertext);
  },
});

export const CONTENT_ENCRYPTIONS: Readonly<Record<string, ContentEncryption>> = {
  A128GCM: gcm(16),
  A192GCM: gcm(24),
  A256GCM: gcm(32),
  'A128CBC-HS256': cbcHmac(32, 'sha256'),
  'A192CBC-HS384': cbcHmac(48, 'sha384'),
  'A256CBC-HS512': cbcHmac(64, 'sha512'),
};

function finished(decipher: Decipher, ciphertext: Uint8Array): Buffer | null {
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return null;
  }
}
