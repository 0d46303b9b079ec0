// The thumbprint of a public key (RFC 7638, SHA-256), from the members of its JWK alone, and its URI (RFC 9278).
import { createHash } from 'node:crypto';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';

/** base64url. The required members in alphabetical order, without blanks. */
export function jwkThumbprint(jwk: PublicJwk): string {
  return createHash('sha256')
    .update(JSON.stringify(requiredMembers(jwk)))
    .digest('base64url');
}

export const thumbprintUri = (jwk: PublicJwk): string =>
  `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${jwkThumbprint(jwk)}`;

function requiredMembers(jwk: PublicJwk): Record<string, string> {
  switch (jwk.kty) {
    case 'RSA':
      return { e: jwk.e, kty: jwk.kty, n: jwk.n };
    case 'EC':
      return { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y };
    case 'OKP':
      return { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
  }
}
