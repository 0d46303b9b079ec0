// A look at the public key set from outside, and what it teaches: which of our keys are there for the first time, which
// revoked ones are gone, and how long caches may keep the answer. The clocks start from these facts, not from a push.
import type { Instant, SigningKey, Tenant } from '../../../shared/model.ts';
import { widerCache } from '../cache-control.ts';
import type { Ports } from '../ports.ts';

/** Records what is new. A set that cannot be reached teaches nothing and is no failure. */
export async function observe(
  { registry, verifier, clock }: Pick<Ports, 'registry' | 'verifier' | 'clock'>,
  tenant: Tenant,
  jwksUrl: string,
): Promise<void> {
  const seen = await verifier.listed(jwksUrl).catch(() => null);
  if (seen === null) {
    return;
  }
  const at = clock.now().toISOString();
  const [keys, cacheSeen] = registry.read((reader) => [
    changedBy(reader.keys(tenant.id), seen.kids, at),
    widerCache(tenant.cacheSeen, seen.cacheControl),
  ]);
  const wider = cacheSeen !== tenant.cacheSeen;
  if (keys.length === 0 && !wider) {
    return;
  }
  const details = {
    appeared: keys.filter((key) => key.state !== 'revoked').map((key) => key.kid),
    gone: keys.filter((key) => key.state === 'revoked').map((key) => key.kid),
    cacheControl: seen.cacheControl,
    jwksUrl,
  };
  registry.change({ action: 'publish.seen', subject: tenant.name, details }, (writer) => {
    changedBy(writer.keys(tenant.id), seen.kids, at).forEach(writer.updateKey);
    if (wider) {
      writer.updateTenant({ ...tenant, cacheSeen });
    }
  });
}

/** The records that a look at the listed kids changes. */
function changedBy(keys: readonly SigningKey[], listed: readonly string[], at: Instant): SigningKey[] {
  return keys.flatMap((key): SigningKey[] => {
    const there = listed.includes(key.kid);
    if (there && key.publishedAt === null) {
      return [{ ...key, publishedAt: at }];
    }
    const gone = key.state === 'revoked' && key.announcedAt !== null && !there && key.takenDownAt === null;
    return gone ? [{ ...key, takenDownAt: at }] : [];
  });
}
