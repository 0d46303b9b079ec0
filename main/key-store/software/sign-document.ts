// A document signed by a device key, as a JWS in flattened JSON form (RFC 7515 §7.2.2).
import { webcrypto } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { publicHalf } from './public-half.ts';

/** `pkcs8` is an Ed25519 key. */
export async function signDocument(pkcs8: Uint8Array, type: string, content: string): Promise<string> {
  const x = Buffer.from(publicHalf(pkcs8)).subarray(-32).toString('base64url');
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);
  const signed = await new FlattenedSign(Buffer.from(content, 'utf8'))
    .setProtectedHeader({ alg: 'Ed25519', typ: type, jwk: { kty: 'OKP', crv: 'Ed25519', x } })
    .sign(key);
  return JSON.stringify({ protected: signed.protected, payload: signed.payload, signature: signed.signature });
}
