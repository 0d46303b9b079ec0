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
import { lookOutside, type Places } from './outside.ts';

/** What the public set was seen to be. */
export interface Seen {
  /** Listed at every place. */
  kids: string[];
  /** Listed at any place, where there are several. */
  anywhere?: string[];
  cacheControl: string | null;
}

/**
 * Records what is new, and answers with what was seen. A set that cannot be reached teaches nothing and is no failure. Throws
 * CLOCK_DISAGREES and CLOCK_SET_BACK before anything is recorded.
 */
export async function observe(
  ports: Pick<Ports, 'registry' | 'verifier' | 'clock' | 'served'>,
  tenant: Tenant,
  places: Places,
  signal?: AbortSignal,
): Promise<Seen | null> {
  const seen = await lookOutside(ports.verifier, places, signal).catch(() => null);
  refuseIfCancelled(signal);
  if (seen !== null) {
    assertClockAgrees(ports);
    recordSeen(ports, tenant, seen, places.jwksUrl);
  }
  return seen;
}

/** What somebody saw is recorded as of now: a look that is told later can only lengthen a wait, never shorten one. */
export function recordSeen(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  { name }: Tenant,
  { kids, anywhere = kids, cacheControl }: Seen,
  jwksUrl: string,
): void {
  const elsewhere = anywhere.filter((kid) => !kids.includes(kid));
  const seen = { kids, cacheControl, ...(elsewhere.length > 0 && { elsewhere }) };
  const at = clock.now().toISOString();
  if (registry.read((reader) => newsIn(reader, name, { ...seen, anywhere }, at)) === null) {
    return;
  }
  registry.change({ action: 'publish.seen', subject: name, details: { ...seen, jwksUrl } }, (writer) => {
    const news = newsIn(writer, name, { ...seen, anywhere }, at);
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
  seen: Required<Seen>,
  at: Instant,
): { tenant: Tenant; keys: SigningKey[] } | null {
  const tenant = findTenant(reader, name);
  const cacheSeen = widerCache(tenant.cacheSeen, seen.cacheControl);
  const keys = reader.keys(tenant.id).flatMap((key): SigningKey[] => {
    const now = asSeen(key, seen, at);
    return now.publishedAt === key.publishedAt && now.takenDownAt === key.takenDownAt ? [] : [now];
  });
  return keys.length === 0 && cacheSeen === tenant.cacheSeen ? null : { tenant: { ...tenant, cacheSeen }, keys };
}

function asSeen(key: SigningKey, { kids, anywhere }: Required<Seen>, at: Instant): SigningKey {
  if (key.state === 'revoked') {
    const listed = anywhere.includes(key.kid);
    const known = key.announcedAt !== null || key.publishedAt !== null;
    // A revoked key that is listed again was not taken down after all.
    return { ...key, takenDownAt: listed || !known ? null : (key.takenDownAt ?? at) };
  }
  // A key that vanished must be seen again before its clock starts: its former publication no longer stands.
  return { ...key, publishedAt: kids.includes(key.kid) ? (key.publishedAt ?? at) : null };
}
