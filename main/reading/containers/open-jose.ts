// The private keys in a JWK, a JWK set, or either of them inside a JWE.
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
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
    return keysIn(document, false);
  }
  using plaintext = erasing(await openJwe(document.jwe, unlocking));
  const inner = joseDocument(plaintext.toString('utf8'));
  if (inner === null || inner.form === 'jwe') {
    throw unreadable({ code: 'no-jwk-inside' });
  }
  return keysIn(inner, true);
}

function keysIn(document: Exclude<JoseDocument, { form: 'jwe' }>, inJwe: boolean): OpenedFile {
  switch (document.form) {
    case 'jwk':
      return opened([document.jwk], { code: 'named', name: inJwe ? 'JWK in JWE' : 'JWK' });
    case 'jwks': {
      const keys = document.keys.filter(isPrivateJwk);
      if (keys.length === 0) {
        throw unreadable({ code: 'public-jwks' });
      }
      requireFewKeys(keys.length);
      return opened(keys, { code: inJwe ? 'jwk-set-in-jwe' : 'jwk-set' });
    }
    case 'jws':
      throw unreadable({ code: 'signed-token' });
    case 'json':
      throw unreadable({ code: 'other-json' });
  }
}

function opened(jwks: readonly Jwk[], source: FileFormat): OpenedFile {
  return {
    keys: jwks.map((jwk, index) => foundKey(jwk, source, `jwk ${index}`)),
    certificates: jwks.flatMap((jwk, index) => certificateOf(jwk, `jwk ${index}`)),
  };
}

const foundKey = (jwk: Jwk, source: FileFormat, link: string): FoundKey => ({
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
