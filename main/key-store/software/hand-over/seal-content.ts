// The content of an encrypted JWK in compact form, and what stands around it.
import { createCipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM over the content, bound to the header (RFC 7516 §5.1). */
export function sealContent(
  members: object,
  { contentKey, encryptedKey }: { contentKey: Uint8Array; encryptedKey: Uint8Array },
  plain: Uint8Array,
): string {
  const header = Buffer.from(JSON.stringify(members)).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [
    header,
    ...[encryptedKey, iv, ciphertext, cipher.getAuthTag()].map((part) => Buffer.from(part).toString('base64url')),
  ].join('.');
}
