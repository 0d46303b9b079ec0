// The set that a tenant holds as far as this registry knows, without asking: what was sent last and read back, or what a
// courier found there since. It is what a bundle is planned on, and what the courier must find.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { toRemoteKeys } from '../../../shared/domain/published-set/published-key.ts';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';

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
  return toRemoteKeys(keysIn(newest?.set ?? null));
}
