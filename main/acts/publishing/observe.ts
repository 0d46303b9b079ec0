// A look at the public key set from outside, and what it teaches: which of our keys are there for the first time, which
// are gone, and how long caches may keep the answer. The clocks start from these facts, not from a push.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { widerCache } from '../../../shared/domain/timing/cache-control.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { assertClockAgrees } from '../doctor/trusted-time.ts';
import { refuseIfCancelled } from '../../ports/stopping.ts';

/** What the public set was seen to be. */
export interface Seen {
  kids: string[];
  cacheControl: string | null;
}

/**
 * Records what is new, and answers with what was seen. A set that cannot be reached teaches nothing and is no failure. Throws
 * CLOCK_DISAGREES before anything is recorded.
 */
export async function observe(
  ports: Pick<Ports, 'registry' | 'verifier' | 'clock' | 'served'>,
  tenant: Tenant,
  jwksUrl: string,
  signal?: AbortSignal,
): Promise<Seen | null> {
  const seen = await ports.verifier.listed(jwksUrl, signal).catch(() => null);
  refuseIfCancelled(signal);
  if (seen !== null) {
    assertClockAgrees(ports);
    recordSeen(ports, tenant, seen, jwksUrl);
  }
  return seen;
}

/** What somebody saw is recorded as of now: a look that is told later can only lengthen a wait, never shorten one. */
export function recordSeen(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  { name }: Tenant,
  { kids, cacheControl }: Seen,
  jwksUrl: string,
): void {
  const seen = { kids, cacheControl };
  const at = clock.now().toISOString();
  if (registry.read((reader) => newsIn(reader, name, seen, at)) === null) {
    return;
  }
  registry.change({ action: 'publish.seen', subject: name, details: { ...seen, jwksUrl } }, (writer) => {
    const news = newsIn(writer, name, seen, at);
    news?.keys.forEach(writer.updateKey);
    if (news !== null) {
      writer.updateTenant(news.tenant);
    }
  });
}

/** The records as they should be after the look; `null` when it taught nothing new. */
function newsIn(
  reader: RegistryReader,
  name: string,
  seen: Seen,
  at: Instant,
): { tenant: Tenant; keys: SigningKey[] } | null {
  const tenant = findTenant(reader, name);
  const cacheSeen = widerCache(tenant.cacheSeen, seen.cacheControl);
  const keys = reader.keys(tenant.id).flatMap((key): SigningKey[] => {
    const now = asSeen(key, seen.kids.includes(key.kid), at);
    return now.publishedAt === key.publishedAt && now.takenDownAt === key.takenDownAt ? [] : [now];
  });
  return keys.length === 0 && cacheSeen === tenant.cacheSeen ? null : { tenant: { ...tenant, cacheSeen }, keys };
}

function asSeen(key: SigningKey, listed: boolean, at: Instant): SigningKey {
  if (key.state === 'revoked') {
    const known = key.announcedAt !== null || key.publishedAt !== null;
    // A revoked key that is listed again was not taken down after all.
    return { ...key, takenDownAt: listed || !known ? null : (key.takenDownAt ?? at) };
  }
  // A key that vanished must be seen again before its clock starts: its former publication no longer stands.
  return { ...key, publishedAt: listed ? (key.publishedAt ?? at) : null };
}
