// An encrypted private JWK (RFC 7517 §7) in compact form: under a passphrase (PBES2, RFC 7518 §4.8), or for the owner of
// a public JWK. The passphrase form is made here because it needs AES-KW, which Electron's Web Crypto has not: it is noble's.
import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { aeskw } from '@noble/ciphers/aes.js';
import { CompactEncrypt } from 'jose';
import type { Flavour } from '../../../../shared/domain/exports/hand-over.ts';
import { JWE_CONTENT, JWE_PASSPHRASE, JWE_ROUNDS } from '../../../../shared/domain/exports/protections.ts';
import type { JwkRecipient } from './recipient.ts';
import { erasing } from '../../../ports/secret.ts';

const derivePbkdf2 = promisify(pbkdf2);

export async function writePassphraseJwe(
  plain: Uint8Array,
  kid: string,
  flavour: Flavour,
  passphrase: Uint8Array,
): Promise<string> {
  const rounds = JWE_ROUNDS[flavour];
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  using contentKey = erasing(randomBytes(32));
  const members = {
    alg: JWE_PASSPHRASE,
    enc: JWE_CONTENT,
    p2s: salt.toString('base64url'),
    p2c: rounds,
    cty: 'jwk+json',
    kid,
  };
  const header = Buffer.from(JSON.stringify(members)).toString('base64url');
  // RFC 7518 §4.8.1.1: the salt is alg, a zero octet, and what the header gives.
  const derived = await derivePbkdf2(
    passphrase,
    Buffer.concat([Buffer.from(`${JWE_PASSPHRASE}\0`), salt]),
    rounds,
    32,
    'sha512',
  );
  using kek = erasing(derived);
  const wrapped = aeskw(kek).encrypt(contentKey);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [
    header,
    ...[wrapped, iv, ciphertext, cipher.getAuthTag()].map((part) => Buffer.from(part).toString('base64url')),
  ].join('.');
}

/** `kid` in the header is the recipient's, by which it finds its own key (RFC 7516 §4.1.6). */
export function writeRecipientJwe(plain: Uint8Array, { key, alg, kid }: JwkRecipient): Promise<string> {
  const header = { alg, enc: JWE_CONTENT, cty: 'jwk+json', ...(kid === null ? {} : { kid }) };
  return new CompactEncrypt(plain).setProtectedHeader(header).encrypt(key);
}
