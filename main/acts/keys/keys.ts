// The acts that move a ring forward: generate a next key, rotate, take a rotation back. The rules are in life-cycle.ts, may.ts
// and clocks.ts; here each act is bound to the stores, and checked again inside the transaction that records it.
import { mayReplaceNext, refuse } from '../../../shared/domain/key-ring/may.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CertificateFacts } from '../../../shared/domain/key-ring/certificates.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { findKey, findTenant } from '../find.ts';
import { isKnownLeaked } from './key-worth.ts';
import { withFreshKey, withFreshNext } from '../custody/make-key.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { nextReplaced, rotated, rotationAborted } from '../../../shared/domain/key-ring/life-cycle.ts';
import { assertMayRotate, type Overridden } from './guards.ts';
import { changeRing, consentIn, recordNewKeys, readRing, ringAct } from './ring-acts.ts';
import { isUnannounced } from '../../../shared/domain/timing/clocks.ts';
import { assertRehearsed, missingRehearsal } from '../plans/rehearsal.ts';
import { bound } from '../bound.ts';

/** A fresh next key. It takes the place of a next key that nobody has seen and nobody would miss, or that was named. */
export const generateNext = bound('key.generate', async (ports, args): Promise<RingView> => {
  const place = readRing(ports, args.tenant, args.ring);
  const { ring, keys } = place;
  ports.registry.read((reader) => refuse(mayReplaceNext(ring.name, keys, consentIn(reader, args.replace))));
  const exportable = args.exportable ?? true;
  return withFreshKey(ports, { ...place, exportable }, (fresh, made) => {
    const at = ports.clock.now().toISOString();
    const { kid } = fresh;
    const details = { kid, exportable, ...replacedIn(keyIn('next', keys)) };
    return recordNewKeys(ports, place, made, ringAct('key.generated', place, details), (now, reader) => {
      assertSameKey(ring.name, keyIn('next', keys), keyIn('next', now));
      return nextReplaced(ring.name, now, fresh, consentIn(reader, args.replace), at);
    });
  });
});

/** What an audit entry says of the key that made room. */
export const replacedIn = (key: SigningKey | null): { replaced?: string } =>
  key === null ? {} : { replaced: key.kid };

/** The key that was looked at must be the one that is there now: two officers, or two clicks. */
export function assertSameKey(ring: string, seen: SigningKey | null, now: SigningKey | null): void {
  if (seen?.id !== now?.id) {
    throw new CustodianError('RING_CHANGED', { ring });
  }
}

/**
 * next becomes current, current becomes previous, a fresh next key is made. Production wants a rehearsal, as for a plan, once
 * anything of the ring is known outside. Refused while verifiers may not know next, and
 * while consumers that hold keys by hand do not have it, unless a plan says that they come afterwards.
 */
export async function rotateNow(ports: Ports, args: ActArgs<'key.rotate'>, order?: PlanOrder): Promise<RingView> {
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring, keys } = place;
  const next = keyIn('next', keys);
  const expected = args.expectNext ?? next?.kid;
  const now = ports.clock.now().toISOString();
  const guarded = { tenant, ring, now, override: args.override };
  const overridden = ports.registry.read((reader) => {
    refuseLeaked(reader, next);
    return assertMayRotate({ reader, ...guarded }, order);
  });
  // A plan asks by itself, for its whole way.
  const isByHand = order === undefined && !isUnannounced(keys);
  const missing = isByHand ? ports.registry.read((reader) => missingRehearsal(reader, tenant, null, now)) : null;
  const unrehearsed = assertRehearsed(missing, args.override);
  return withFreshNext(ports, { tenant, ring, exportable: next?.exportable }, (fresh, made) => {
    const at = ports.clock.now().toISOString();
    const details = {
      current: expected ?? null,
      previous: keyIn('current', keys)?.kid ?? null,
      next: fresh?.kid ?? null,
      reason: args.reason ?? null,
      ...(order === undefined ? {} : { plan: order }),
      ...overrideDetails(overridden, args.override),
      ...(unrehearsed ? { unrehearsed, overrideReason: args.override } : {}),
    };
    return recordNewKeys(ports, place, made, ringAct('key.rotated', place, details), (current, reader) => {
      const change = rotated(ring.name, current, fresh, at);
      // Two officers, or two clicks: the key that was to be brought into use must still be the one that waits.
      if (keyIn('next', current)?.kid !== expected) {
        throw new CustodianError('RING_CHANGED', { ring: ring.name });
      }
      refuseLeaked(reader, keyIn('next', current));
      assertMayRotate({ reader, ...guarded }, order);
      return change;
    });
  });
}

/** Back to the former key, while the rotation has had no effect outside. */
export const abortRotation = bound('key.abortRotation', (ports, args): RingView => {
  const place = readRing(ports, args.tenant, args.ring);
  const { ring, keys } = place;
  const at = ports.clock.now().toISOString();
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const details = { abandoned: current?.kid ?? null, reason: args.reason, ...replacedIn(next) };
  return changeRing(ports, place, ringAct('key.rotation-aborted', place, details), (now, reader) => {
    assertSameKey(ring.name, next, keyIn('next', now));
    return rotationAborted(ring.name, now, consentIn(reader, args.replace), at);
  });
});

/** Nobody brings a key into use that others may hold, by whichever door. */
export function refuseLeaked(reader: RegistryReader, next: SigningKey | null): void {
  if (next !== null && isKnownLeaked(reader, next)) {
    throw new CustodianError('KEY_KNOWN_LEAKED', { kid: next.kid });
  }
}

export const certificateOf = bound('key.certificate', ({ registry, formats }, args): CertificateFacts => {
  const key = registry.read((reader) => findKey(reader, findTenant(reader, args.tenant), args.kid));
  return formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
});

/** What the audit entry of a guarded act says when the act went ahead before its time. */
export function overrideDetails(overridden: Overridden | null, reason: string | undefined): Record<string, unknown> {
  if (overridden === null) {
    return {};
  }
  const { why, waitsFor, withoutBackup } = overridden;
  return {
    ...(why === null ? {} : { overridden: why }),
    ...(withoutBackup ? { withoutBackup } : {}),
    overrideReason: reason ?? null,
    ...(waitsFor.length === 0 ? {} : { unconfirmed: waitsFor }),
  };
}

export const rotateRing = bound('key.rotate', (ports, args) => rotateNow(ports, args));
