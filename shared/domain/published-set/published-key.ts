// A key of a set, reduced to what a comparison needs. Whatever a set holds must be comparable, so nothing in it is refused
// here. This is the border: a private member goes no further than this file, only the fact that it was there does.
import { jwkThumbprint } from '../../encoding/thumbprint.ts';
import type { RemoteKey } from './publication.ts';
import { withoutPrivate } from './private-members.ts';

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
    thumbprint: jwkThumbprint(raw),
    raw,
    ...(exposed.length > 0 && { exposed }),
    ...(seen.inexact && { inexact: true }),
  };
}

/** The keys of a set that was recorded or carried here. */
export const toRemoteKeys = (keys: readonly Record<string, unknown>[]): RemoteKey[] =>
  keys.map((key) => toRemoteKey(key));

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
