// The thumbprint of a public key (RFC 7638, SHA-256), from the members of its JWK alone, and its URI.
import { canonicalJson } from './canonical-json.ts';
import { sha256Base64Url } from './sha256.ts';

/**
 * RFC 7638 §3.2 for RSA and EC, RFC 8037 §2 for OKP; AKP is the kind of the post-quantum algorithms. A symmetric key has
 * none: it would be a hash of the secret (§7).
 */
const REQUIRED: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['e', 'kty', 'n']],
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['AKP', ['alg', 'kty', 'pub']],
]);

type Complete = { kty: 'RSA'; n: string; e: string } | { kty: 'EC'; x: string; y: string } | { kty: 'OKP'; x: string };

/** base64url; `null` when the members that it is made from are not there. */
export function jwkThumbprint(jwk: Complete): string;
export function jwkThumbprint(jwk: Readonly<Record<string, unknown>>): string | null;
export function jwkThumbprint(jwk: Readonly<Record<string, unknown>>): string | null {
  const names = REQUIRED.get(jwk['kty']) ?? [];
  const members = names
    .filter((name) => typeof jwk[name] === 'string' && jwk[name] !== '')
    .map((name) => [name, jwk[name]]);
  return names.length === 0 || members.length < names.length
    ? null
    : sha256Base64Url(canonicalJson(Object.fromEntries(members)));
}

/** RFC 9278. */
export const thumbprintUri = (jwk: Complete): string =>
  `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${jwkThumbprint(jwk)}`;
