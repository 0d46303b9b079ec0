// Waits until the public set shows what was pushed: every key that verifiers need, and none that was taken down. Caches
// decide how long that takes, so the looks follow their Cache-Control and grow rarer. Nothing else waits meanwhile.
import { isLiving } from '../../../shared/domain/limits.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { PublicWait } from '../../../shared/domain/published-set/finding.ts';
import { cacheControlSeconds } from '../../../shared/domain/timing/cache-control.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import { unlessCancelled } from '../../ports/stopping.ts';
import { observe, type Seen } from './observe.ts';
import type { Work } from '../../ports/stopping.ts';

const FIRST_PAUSE_SECONDS = 2;
const MAX_PAUSE_SECONDS = 60;

export interface Waiting extends Work {
  waiting?: ((wait: PublicWait) => void) | undefined;
}

/**
 * Returns when the set is as it should be, when the time is up, or at once where a key is missing that was never sent: the
 * proof then says what is missing. Without a time
 * to wait it does not even look.
 */
export async function waitUntilPublic(
  ports: Ports,
  { tenant: name, waitSeconds = 0 }: ActArgs<'publish.verify'>,
  { waiting, signal }: Waiting,
): Promise<void> {
  if (waitSeconds === 0) {
    return;
  }
  const tenant = ports.registry.read((reader) => findTenant(reader, name));
  const places = await unlessCancelled(signal, () => ports.tenants.connect(tenant));
  let passed = 0;
  for (let look = 1; ; look += 1) {
    const seen = await observe(ports, tenant, places, signal);
    const open = stillOpen(ports, name, seen);
    if (open.missing.length + open.lingering.length === 0 || open.unsent.length > 0 || passed >= waitSeconds) {
      return;
    }
    const pause = Math.min(pauseAfter(look, seen), waitSeconds - passed);
    for (let left = pause; left > 0; left -= 1) {
      const { missing, lingering } = open;
      waiting?.({ missing, lingering, look, left, passed, limit: waitSeconds });
      await ports.pause(1000, signal);
      if (signal?.aborted === true) {
        throw new CustodianError('CANCELLED', { action: { code: 'waiting-until-public' } });
      }
      passed += 1;
    }
  }
}

/** Looking again while a cache still holds the same answer would tell nothing. */
function pauseAfter(look: number, seen: Seen | null): number {
  const backoff = FIRST_PAUSE_SECONDS * 2 ** Math.min(look - 1, 5);
  return Math.min(Math.max(backoff, cacheControlSeconds(seen?.cacheControl ?? null).normal), MAX_PAUSE_SECONDS);
}

interface StillOpen extends Pick<PublicWait, 'missing' | 'lingering'> {
  /** Those that no wait brings: they were never sent. */
  unsent: string[];
}

/** A set that could not be read shows nothing. */
function stillOpen({ registry }: Ports, name: string, seen: Seen | null): StillOpen {
  const listed = seen?.kids ?? [];
  const anywhere = seen?.anywhere ?? listed;
  return registry.read((reader) => {
    const tenant = findTenant(reader, name);
    const rings = reader.rings(tenant.id).filter(({ alg }) => isPushable(alg, tenant.endpoint));
    const keys = reader.keys(tenant.id).filter(({ ringId }) => rings.some(({ id }) => id === ringId));
    const pushed = reader.lastPublication(tenant.id)?.kids ?? [];
    const expected = keys.filter(({ kid, state }) => state === 'current' || (isLiving(state) && pushed.includes(kid)));
    const gone = keys.filter(({ kid, state }) => !isLiving(state) && !pushed.includes(kid));
    const missing = expected.map(({ kid }) => kid).filter((kid) => !listed.includes(kid));
    return {
      missing,
      unsent: missing.filter((kid) => !pushed.includes(kid)),
      lingering: gone.map(({ kid }) => kid).filter((kid) => anywhere.includes(kid)),
    };
  });
}
