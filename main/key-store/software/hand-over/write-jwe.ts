// An encrypted private JWK (RFC 7517 §7) in compact form: under a passphrase (PBES2, RFC 7518 §4.8), or for the owner of
// a public JWK. The passphrase form is made here because it needs AES-KW, which Electron's Web Crypto has not: it is noble's.
import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { aeskw } from '@noble/ciphers/aes.js';
import { CompactEncrypt, importJWK } from 'jose';
import type { Flavour } from '../../../../shared/domain/exports/hand-over.ts';
import { JWE_CONTENT, JWE_PASSPHRASE, JWE_ROUNDS } from '../../../../shared/domain/exports/protections.ts';
import { isWrapped, writeWrappedJwe } from './ecdh-wrap.ts';
import { sealContent } from './seal-content.ts';
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
  const salt = randomBytes(16);
  using contentKey = erasing(randomBytes(32));
  const members = {
    alg: JWE_PASSPHRASE,
    enc: JWE_CONTENT,
    p2s: salt.toString('base64url'),
    p2c: rounds,
    cty: 'jwk+json',
    kid,
  };
  // RFC 7518 §4.8.1.1: the salt is alg, a zero octet, and what the header gives.
  const derived = await derivePbkdf2(
    passphrase,
    Buffer.concat([Buffer.from(`${JWE_PASSPHRASE}\0`), salt]),
    rounds,
    32,
    'sha512',
  );
  using kek = erasing(derived);
  return sealContent(members, { contentKey, encryptedKey: aeskw(kek).encrypt(contentKey) }, plain);
}

/** `kid` in the header is the recipient's, by which it finds its own key (RFC 7516 §4.1.6). */
export async function writeRecipientJwe(plain: Uint8Array, { jwk, alg, kid }: JwkRecipient): Promise<string> {
  const header = { alg, enc: JWE_CONTENT, cty: 'jwk+json', ...(kid === null ? {} : { kid }) };
  if (isWrapped(alg)) {
    return writeWrappedJwe(plain, jwk, { ...header, alg });
  }
  const key = await importJWK(jwk, alg);
  return new CompactEncrypt(plain).setProtectedHeader(header).encrypt(key);
}
