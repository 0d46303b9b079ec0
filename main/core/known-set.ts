// The set that a tenant holds as far as this registry knows, without asking: what was sent last and read back, or what a
// courier found there since. It is what a bundle is planned on, and what the courier must find.
import { createHash } from 'node:crypto';
import type { Instant, RemoteKey, Tenant } from '../../shared/model.ts';
import { canonicalJson } from './canonical-json.ts';
import type { RegistryReader } from './ports.ts';
import { keysIn } from './since-last-push.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** Empty when nothing was ever pushed: then nothing should be there. */
export function knownSet(reader: RegistryReader, { id }: Tenant): RemoteKey[] {
  const last = reader.lastPublication(id);
  const seen: { at: Instant; set: string }[] = reader
    .bundles(id)
    .flatMap(({ settled }) => (settled === null ? [] : [{ at: settled.at, set: settled.found }]));
  if (last !== null && last.sent !== null) {
    // In one instant the publication counts: a receipt that is confirmed records both.
    seen.push({ at: last.at, set: last.sent });
  }
  const newest = seen.reduce<{ at: Instant; set: string } | null>(
    (best, one) => (best === null || one.at >= best.at ? one : best),
    null,
  );
  return keysIn(newest?.set ?? null).map(asRemoteKey);
}

export const asRemoteKey = (raw: Jwk): RemoteKey => ({
  kid: textOrNull(raw['kid']),
  kty: textOrNull(raw['kty']) ?? '',
  alg: textOrNull(raw['alg']),
  thumbprint: thumbprintOf(raw),
  raw: { ...raw },
});

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
};

/** RFC 7638; `null` when the members that it is made from are not there. */
function thumbprintOf(raw: Jwk): string | null {
  const names = REQUIRED[textOrNull(raw['kty']) ?? ''];
  if (names === undefined || names.some((name) => typeof raw[name] !== 'string')) {
    return null;
  }
  const members = Object.fromEntries(names.map((name) => [name, raw[name]]));
  return createHash('sha256').update(canonicalJson(members), 'utf8').digest('base64url');
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
