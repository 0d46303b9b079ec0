// The private keys in a JWK, a JWK set, or either of them inside a JWE.
import { openJwe } from '../protection/jwe.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { unreadable } from '../../encoding/unreadable.ts';
import { type FoundCertificate, type FoundKey, type OpenedFile, printableName, requireFewKeys } from './found-key.ts';
import { type JoseDocument, joseDocument } from './jose-document.ts';
import { declaredUse, isPrivateJwk, type Jwk, jwkShape } from './jwk-shape.ts';
import { erasing } from '../../ports/secret.ts';

/** Throws KEY_UNREADABLE for documents that hold no key, and what `openJwe` throws. */
export async function openJose(document: JoseDocument, unlocking: Unlocking): Promise<OpenedFile> {
  if (document.form !== 'jwe') {
    return keysIn(document, '');
  }
  using plaintext = erasing(await openJwe(document.jwe, unlocking));
  const inner = joseDocument(plaintext.toString('utf8'));
  if (inner === null || inner.form === 'jwe') {
    throw unreadable('what is encrypted in it is not a JWK');
  }
  return keysIn(inner, ' in JWE');
}

function keysIn(document: Exclude<JoseDocument, { form: 'jwe' }>, place: string): OpenedFile {
  switch (document.form) {
    case 'jwk':
      return opened([document.jwk], `JWK${place}`);
    case 'jwks': {
      const keys = document.keys.filter(isPrivateJwk);
      if (keys.length === 0) {
        throw unreadable('this JWK set holds no private key');
      }
      requireFewKeys(keys.length);
      return opened(keys, `JWK set${place}`);
    }
    case 'jws':
      throw unreadable('this is a signed token, not a private key');
    case 'json':
      throw unreadable('this is JSON, but not a JWK');
  }
}

function opened(jwks: readonly Jwk[], source: string): OpenedFile {
  return {
    keys: jwks.map((jwk, index) => foundKey(jwk, source, `jwk ${index}`)),
    certificates: jwks.flatMap((jwk, index) => certificateOf(jwk, `jwk ${index}`)),
  };
}

const foundKey = (jwk: Jwk, source: string, link: string): FoundKey => ({
  name: printableName(jwk['kid']),
  kid: typeof jwk['kid'] === 'string' && jwk['kid'] !== '' ? jwk['kid'] : null,
  shape: jwkShape(jwk),
  source,
  link,
  declared: declaredUse(jwk),
});

/** RFC 7517 §4.7: the first one holds this very key; the others are its issuers. */
function certificateOf({ x5c }: Jwk, link: string): FoundCertificate[] {
  const [first] = Array.isArray(x5c) ? (x5c as unknown[]) : [];
  return typeof first === 'string' ? [{ der: Buffer.from(first, 'base64'), link }] : [];
}
