// The acts that move a ring forward: generate a next key, rotate, take a rotation back. The rules are in ring-rules.ts
// and clocks.ts; here each act is bound to the stores, and checked again inside the transaction that records it.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CertificateFacts } from '../../../shared/certificates.ts';
import type { RingView } from '../../../shared/model/ring.ts';
import type { PlanOrder } from '../../../shared/plan.ts';
import { findKey, findTenant } from '../find.ts';
import { withNewKey } from '../make-key.ts';
import type { Ports } from '../ports.ts';
import { keyIn, nextReplaced, refuseAnnouncedNext, rotated, rotationAborted } from '../ring-rules.ts';
import { assertMayRotate, type Overridden } from './guards.ts';
import { changeRing, keepNewKey, readRing, ringAct } from './ring-acts.ts';

/** A fresh next key. It takes the place of a next key that nobody has seen; an announced one is not replaced. */
export async function generateNext(ports: Ports, args: ParsedArgsOf<'key.generate'>): Promise<RingView> {
  const place = readRing(ports, args.tenant, args.ring);
  refuseAnnouncedNext(place.ring.name, place.keys);
  const exportable = args.exportable ?? true;
  return withNewKey(ports, { ...place, exportable }, (fresh) => {
    const at = ports.clock.now().toISOString();
    const { kid } = fresh.record;
    return keepNewKey(ports, place, fresh, ringAct('key.generated', place, { kid, exportable }), (keys) =>
      nextReplaced(place.ring.name, keys, fresh.record, at),
    );
  });
}

/**
 * next becomes current, current becomes previous, a fresh next key is made. Refused while verifiers may not know next, and
 * while consumers that hold keys by hand do not have it, unless a plan says that they come afterwards.
 */
export async function rotateRing(ports: Ports, args: ParsedArgsOf<'key.rotate'>, order?: PlanOrder): Promise<RingView> {
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring, keys } = place;
  const expected = args.expectNext ?? keyIn('next', keys)?.kid;
  const now = ports.clock.now().toISOString();
  const guarded = { tenant, ring, now, override: args.override };
  const overridden = ports.registry.read((reader) => assertMayRotate({ reader, ...guarded }, order));
  return withNewKey(ports, { tenant, ring, exportable: keyIn('next', keys)?.exportable }, (fresh) => {
    const at = ports.clock.now().toISOString();
    const details = {
      current: expected ?? null,
      previous: keyIn('current', keys)?.kid ?? null,
      next: fresh.record.kid,
      reason: args.reason ?? null,
      ...overrideDetails(overridden, args.override),
    };
    return keepNewKey(ports, place, fresh, ringAct('key.rotated', place, details), (current, reader) => {
      const change = rotated(ring.name, current, fresh.record, at);
      // Two officers, or two clicks: the key that was to be brought into use must still be the one that waits.
      if (keyIn('next', current)?.kid !== expected) {
        throw new CustodianError('RING_CHANGED', { ring: ring.name });
      }
      assertMayRotate({ reader, ...guarded }, order);
      return change;
    });
  });
}

/** Back to the former key, while the rotation has had no effect outside. */
export function abortRotation(ports: Ports, args: ParsedArgsOf<'key.abortRotation'>): RingView {
  const place = readRing(ports, args.tenant, args.ring);
  const at = ports.clock.now().toISOString();
  const details = { abandoned: keyIn('current', place.keys)?.kid ?? null, reason: args.reason };
  return changeRing(ports, place, ringAct('key.rotation-aborted', place, details), (keys) =>
    rotationAborted(place.ring.name, keys, at),
  );
}

export function certificateOf(
  { registry, formats }: Pick<Ports, 'registry' | 'formats'>,
  args: ParsedArgsOf<'key.certificate'>,
): CertificateFacts {
  const key = registry.read((reader) => findKey(reader, findTenant(reader, args.tenant), args.kid));
  return formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
}

/** What the audit entry of a guarded act says when the act went ahead before its time. */
export function overrideDetails(overridden: Overridden | null, reason: string | undefined): Record<string, unknown> {
  if (overridden === null) {
    return {};
  }
  const { why, waitsFor } = overridden;
  return {
    overridden: why,
    overrideReason: reason ?? null,
    ...(waitsFor.length === 0 ? {} : { unconfirmed: waitsFor }),
  };
}
