// A key of a set, reduced to what a comparison needs. Whatever a set holds must be comparable, so nothing in it is refused
// here.
import type { RemoteKey } from '../../shared/model/publication.ts';
import { canonicalHash } from './canonical-json.ts';

export const toRemoteKey = (raw: Record<string, unknown>): RemoteKey => ({
  kid: textOrNull(raw['kid']),
  kty: textOrNull(raw['kty']) ?? '',
  alg: textOrNull(raw['alg']),
  thumbprint: thumbprintOf(raw),
  raw,
});

/** RFC 7638 §3.2 for RSA, EC and oct, RFC 8037 §2 for OKP; AKP is the kind of the post-quantum algorithms. */
const REQUIRED: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['e', 'kty', 'n']],
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['oct', ['k', 'kty']],
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
    : Buffer.from(canonicalHash(Object.fromEntries(members)), 'hex').toString('base64url');
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
