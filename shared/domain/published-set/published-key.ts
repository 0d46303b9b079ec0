// A key of a set, reduced to what a comparison needs. Whatever a set holds must be comparable, so nothing in it is refused
// here. This is the border: a private member goes no further than this file, only the fact that it was there does.
import { sha256Base64Url } from '../../encoding/sha256.ts';
import type { RemoteKey } from './publication.ts';
import { withoutPrivate } from './private-members.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';

/** `seen` is what only the text showed from which the key was read. */
export function toRemoteKey(
  found: Record<string, unknown>,
  seen: { exposed: readonly string[]; inexact: boolean } = { exposed: [], inexact: false },
): RemoteKey {
  const { value: raw, members } = withoutPrivate(found);
  const exposed = [...new Set([...members, ...seen.exposed])];
  return {
    kid: textOrNull(raw['kid']),
    kty: textOrNull(raw['kty']) ?? '',
    alg: textOrNull(raw['alg']),
    thumbprint: thumbprintOf(raw),
    raw,
    ...(exposed.length > 0 && { exposed }),
    ...(seen.inexact && { inexact: true }),
  };
}

/** The keys of a set that was recorded or carried here. */
export const toRemoteKeys = (keys: readonly Record<string, unknown>[]): RemoteKey[] =>
  keys.map((key) => toRemoteKey(key));

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

/** `null` when the members that it is made from are not there. */
function thumbprintOf(raw: Record<string, unknown>): string | null {
  const names = REQUIRED.get(raw['kty']) ?? [];
  const members = names
    .filter((name) => typeof raw[name] === 'string' && raw[name] !== '')
    .map((name) => [name, raw[name]]);
  return names.length === 0 || members.length < names.length
    ? null
    : sha256Base64Url(canonicalJson(Object.fromEntries(members)));
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
