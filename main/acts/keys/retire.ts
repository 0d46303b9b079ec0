// The end of a key: revoke it, withdraw it, in an emergency rotate and revoke at once, and later erase its private key. Revocation
// and erasure are two acts, and between them lie days in which the erasure can be taken back.
import { presentIn } from '../../../shared/domain/key-ring/life-cycle.ts';

import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Revocation } from '../../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { findTenant } from '../find.ts';
import { plusDays } from '../../../shared/domain/timing/instants.ts';
import { firstOf, withFreshNext, withNewKeys } from '../custody/make-key.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import type { Ports } from '../../ports/ports.ts';
import { policyOf } from '../ring-facts.ts';
import {
  bothRevoked,
  destructionCancelled,
  destructionScheduled,
  revoked,
  rotatedAndRevoked,
  withdrawn,
} from '../../../shared/domain/key-ring/life-cycle.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { secretName } from '../../ports/secret-name.ts';
import type { Stores } from '../custody/custody.ts';
import { settleIntents } from '../custody/settle-intents.ts';
import { ringView } from '../views.ts';
import { assertClockRuns, assertMayRevoke } from './guards.ts';
import { assertSameKey, overrideDetails, refuseLeaked } from './keys.ts';
import { changeRing, recordNewKeys, readKey, readRing, ringAct, sameKey } from './ring-acts.ts';
import { bound } from '../bound.ts';

/** Takes a previous key out of service for ever. Refused while tokens or consumers may need it. */
export const revokeKey = bound('key.revoke', (ports, args): RingView => {
  const place = readKey(ports, args.tenant, args.kid);
  const { tenant, ring, key } = place;
  const now = ports.clock.now().toISOString();
  const revocation = revocationFrom(ports, args);
  const overridden = ports.registry.read((reader) =>
    assertMayRevoke({ reader, tenant, ring, now, override: args.override }, key.kid),
  );
  const details = { kid: key.kid, ...revocation, ...overrideDetails(overridden, args.override) };
  return changeRing(ports, place, ringAct('key.revoked', place, details), (keys) =>
    revoked(sameKey(keys, key), revocation, now),
  );
});

/**
 * Takes a next key out of the way that leaked or was never wanted. Always possible, published or not and whatever the clocks
 * say: it never signed, so no token of ours needs it.
 */
export const withdrawKey = bound('key.withdraw', (ports, args): Promise<RingView> => {
  const place = readKey(ports, args.tenant, args.kid);
  const { tenant, ring, key } = place;
  const revocation = revocationFrom(ports, args);
  // Refused before a key is made for its place.
  withdrawn(key, null, revocation, ports.clock.now().toISOString());
  return withFreshNext(ports, { tenant, ring, exportable: key.exportable }, (fresh, made) => {
    const at = ports.clock.now().toISOString();
    const announced = key.announcedAt !== null;
    const details = { kid: key.kid, next: fresh?.kid ?? null, announced, ...revocation };
    return recordNewKeys(ports, place, made, ringAct('key.withdrawn', place, details), (keys) =>
      withdrawn(sameKey(keys, key), fresh, revocation, at),
    );
  });
});

/** The emergency: the current key stops signing and is revoked in one step, whatever the clocks say. */
export const rotateAndRevoke = bound('key.rotateAndRevoke', async (ports, args): Promise<RingView> => {
  return args.nextToo === true ? revokeBoth(ports, args) : revokeCurrent(ports, args);
});

async function revokeCurrent(ports: Ports, args: ActArgs<'key.rotateAndRevoke'>): Promise<RingView> {
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring, keys } = place;
  const next = keyIn('next', keys);
  const current = presentIn('current', ring.name, keys);
  ports.registry.read((reader) => refuseLeaked(reader, next));
  const revocation = revocationFrom(ports, args);
  return withFreshNext(ports, { tenant, ring, exportable: next?.exportable }, (fresh, made) => {
    const at = ports.clock.now().toISOString();
    const details = {
      revoked: current.kid,
      current: next?.kid ?? null,
      next: fresh?.kid ?? null,
      ...revocation,
    };
    return recordNewKeys(ports, place, made, ringAct('key.rotated-and-revoked', place, details), (now, reader) => {
      assertSameKey(ring.name, current, keyIn('current', now));
      assertSameKey(ring.name, next, keyIn('next', now));
      refuseLeaked(reader, next);
      return rotatedAndRevoked(ring.name, now, fresh, revocation, at);
    });
  });
}

/** With the next key, if there is one: a key that nobody has seen yet signs from now on. */
async function revokeBoth(ports: Ports, args: ActArgs<'key.rotateAndRevoke'>): Promise<RingView> {
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring, keys } = place;
  const next = keyIn('next', keys);
  const current = presentIn('current', ring.name, keys);
  const revocation = revocationFrom(ports, args);
  const owner = { tenant, ring, exportable: current.exportable };
  return withNewKeys(ports, owner, ring.brought ? 1 : 2, (made) => {
    const [signsOn, fresh] = [firstOf(made), made.records[1] ?? null];
    const at = ports.clock.now().toISOString();
    const details = {
      revoked: current.kid,
      withdrawn: next?.kid ?? null,
      current: signsOn.kid,
      next: fresh?.kid ?? null,
      ...revocation,
    };
    return recordNewKeys(ports, place, made, ringAct('key.rotated-and-revoked', place, details), (now) => {
      assertSameKey(ring.name, current, keyIn('current', now));
      assertSameKey(ring.name, next, keyIn('next', now));
      return bothRevoked(ring.name, now, { current: signsOn, next: fresh }, revocation, at);
    });
  });
}

/**
 * Schedules the erasure of a revoked key's private key for as many days ahead as the policy says. `confirm` repeats
 * the kid, so that no slip can do it.
 */
export const destroyKey = bound('key.destroy', async (ports, args): Promise<RingView> => {
  const place = readKey(ports, args.tenant, args.kid);
  const { tenant, ring, key } = place;
  if (args.confirm !== key.kid) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'destroying', kid: key.kid } });
  }
  const now = ports.clock.now().toISOString();
  const days = ports.registry.read((reader) => {
    assertClockRuns(reader, now);
    return termsFor(tenant.environment, policyOf(reader, tenant)).destroyAfterDays;
  });
  const destroyAt = plusDays(now, days);
  const audit = ringAct('key.destruction-scheduled', place, { kid: key.kid, destroyAt });
  changeRing(ports, place, audit, (keys) => destructionScheduled(sameKey(keys, key), destroyAt));
  await eraseDueKeys(ports);
  return ports.registry.read((reader) => ringView(reader, findTenant(reader, tenant.name), ring));
});

/** Takes a scheduled erasure back. */
export const keepKey = bound('key.keep', (ports, args): RingView => {
  const place = readKey(ports, args.tenant, args.kid);
  const { key } = place;
  return changeRing(ports, place, ringAct('key.destruction-cancelled', place, { kid: key.kid }), (keys) =>
    destructionCancelled(sameKey(keys, key)),
  );
});

/** Erases every private key whose day has come. Runs at every start, and while the window is open. */
export async function eraseDueKeys(ports: Stores): Promise<void> {
  const { registry, clock } = ports;
  const at = clock.now().toISOString();
  const due = registry.read((reader) => {
    assertClockRuns(reader, at);
    const keys = reader.keysToErase(at);
    const names = new Map(keys.length === 0 ? [] : reader.tenants().map(({ id, name }) => [id, name]));
    return keys.map((key) => ({ tenant: names.get(key.tenantId) ?? key.tenantId, key }));
  });
  for (const { tenant, key } of due) {
    // The record says so first, together with the note: a crash before the erasure is settled at the next start.
    registry.change({ action: 'key.destroyed', subject: tenant, details: { kid: key.kid } }, (writer) => {
      writer.updateKey({ ...key, destroyedAt: at });
      writer.addIntent({ name: secretName(key.id), purpose: 'remove', at });
    });
  }
  if (due.length > 0) {
    await settleIntents(ports);
  }
}

/** Nobody can know of a compromise that is still to come: a date of tomorrow is a slip of the pen. */
function revocationFrom(
  { clock }: Pick<Ports, 'clock'>,
  args: { reason: string; compromised: boolean; compromisedSince?: Instant | undefined },
): Revocation {
  if (args.compromisedSince !== undefined && args.compromisedSince > clock.now().toISOString()) {
    throw new CustodianError('INPUT_INVALID', { field: 'compromisedSince', problem: { code: 'in-future' } });
  }
  return {
    reason: args.reason,
    compromised: args.compromised,
    compromisedSince: args.compromised ? (args.compromisedSince ?? null) : null,
  };
}
