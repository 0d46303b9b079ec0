// The acts that move a ring forward: generate a next key, rotate, take a rotation back. The rules are in ring-rules.ts;
// here each act is bound to the stores, and checked again inside the transaction that records it.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CertificateFacts, RingView } from '../../../shared/model.ts';
import { findKey, findTenant } from '../find.ts';
import { generateKey } from '../make-key.ts';
import type { Ports } from '../ports.ts';
import { keyIn, nextReplaced, refuseAnnouncedNext, rotated, rotationAborted } from '../ring-rules.ts';
import { changeRing, keepNewKey, readRing, ringAct } from './ring-acts.ts';

/** A fresh next key. It takes the place of a next key that nobody has seen; an announced one is not replaced. */
export async function generateNext(ports: Ports, args: ParsedArgsOf<'key.generate'>): Promise<RingView> {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  refuseAnnouncedNext(ring.name, keys);
  const fresh = await generateKey(ports, tenant, ring);
  const at = ports.clock.now().toISOString();
  return keepNewKey(ports, ring, fresh, ringAct('key.generated', tenant, ring, { kid: fresh.record.kid }), (current) =>
    nextReplaced(ring.name, current, fresh.record, at),
  );
}

/** next becomes current, current becomes previous, a fresh next key is made. */
export async function rotateRing(ports: Ports, args: ParsedArgsOf<'key.rotate'>): Promise<RingView> {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  const expected = args.expectNext ?? keyIn('next', keys)?.kid;
  const fresh = await generateKey(ports, tenant, ring);
  const at = ports.clock.now().toISOString();
  const details = {
    current: expected ?? null,
    previous: keyIn('current', keys)?.kid ?? null,
    next: fresh.record.kid,
    reason: args.reason ?? null,
  };
  return keepNewKey(ports, ring, fresh, ringAct('key.rotated', tenant, ring, details), (current) => {
    const change = rotated(ring.name, current, fresh.record, at);
    // Two officers, or two clicks: the key that was to be brought into use must still be the one that waits.
    if (keyIn('next', current)?.kid !== expected) {
      throw new CustodianError('RING_CHANGED', { ring: ring.name });
    }
    return change;
  });
}

/** Back to the former key, while the rotation has had no effect outside. */
export function abortRotation(ports: Ports, args: ParsedArgsOf<'key.abortRotation'>): RingView {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  const at = ports.clock.now().toISOString();
  const details = { abandoned: keyIn('current', keys)?.kid ?? null, reason: args.reason };
  return changeRing(ports, ring, ringAct('key.rotation-aborted', tenant, ring, details), (now) =>
    rotationAborted(ring.name, now, at),
  );
}

export function certificateOf(
  { registry, formats }: Pick<Ports, 'registry' | 'formats'>,
  args: ParsedArgsOf<'key.certificate'>,
): CertificateFacts {
  const key = registry.read((reader) => findKey(reader, findTenant(reader, args.tenant), args.kid));
  return formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
}
