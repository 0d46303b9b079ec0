// The end of a key: revoke it, in an emergency rotate and revoke at once, and later erase its private half. Revocation
// and erasure are two acts, and between them lie days in which the erasure can be taken back.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant, Revocation, RingView } from '../../../shared/model.ts';
import { ringView } from '../find.ts';
import { generateKey } from '../make-key.ts';
import type { Ports } from '../ports.ts';
import {
  destructionCancelled,
  destructionScheduled,
  keyIn,
  revoked,
  rotatedAndRevoked,
} from '../ring-rules.ts';
import { secretName } from '../secret-name.ts';
import { settleIntents } from '../settle-intents.ts';
import { changeRing, keepNewKey, readKey, readRing, ringAct } from './ring-acts.ts';

const DAY_MS = 86_400_000;

/** Takes a previous key out of service for ever. Its public half and certificate stay on record. */
export function revokeKey(ports: Ports, args: ParsedArgsOf<'key.revoke'>): RingView {
  const { tenant, ring, key } = readKey(ports, args.tenant, args.kid);
  const revocation = revocationFrom(args);
  const at = ports.clock.now().toISOString();
  return changeRing(ports, ring, ringAct('key.revoked', tenant, ring, { kid: key.kid, ...revocation }), (keys) =>
    revoked(keys.find(({ id }) => id === key.id) ?? key, revocation, at),
  );
}

/** The emergency: the current key stops signing and is revoked in one step, whatever the clocks say. */
export async function rotateAndRevoke(ports: Ports, args: ParsedArgsOf<'key.rotateAndRevoke'>): Promise<RingView> {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  if (current === null) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring: ring.name });
  }
  const revocation = revocationFrom(args);
  const fresh = await generateKey(ports, tenant, ring);
  const at = ports.clock.now().toISOString();
  const details = { revoked: current.kid, current: next?.kid ?? null, next: fresh.record.kid, ...revocation };
  return keepNewKey(ports, ring, fresh, ringAct('key.rotated-and-revoked', tenant, ring, details), (now) => {
    if (keyIn('current', now)?.id !== current.id) {
      throw new CustodianError('RING_CHANGED', { ring: ring.name });
    }
    return rotatedAndRevoked(ring.name, now, fresh.record, revocation, at);
  });
}

/** Schedules the erasure of a revoked key's private half; `confirm` repeats the kid, so that no slip can do it. */
export async function destroyKey(
  ports: Ports,
  args: ParsedArgsOf<'key.destroy'>,
  afterDays: number,
): Promise<RingView> {
  const { tenant, ring, key } = readKey(ports, args.tenant, args.kid);
  if (args.confirm !== key.kid) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action: `destroying ${key.kid}` });
  }
  const destroyAt = new Date(ports.clock.now().getTime() + afterDays * DAY_MS).toISOString();
  const details = { kid: key.kid, destroyAt };
  changeRing(ports, ring, ringAct('key.destruction-scheduled', tenant, ring, details), (keys) =>
    destructionScheduled(keys.find(({ id }) => id === key.id) ?? key, destroyAt),
  );
  await eraseDueKeys(ports);
  return ports.registry.read((reader) => ringView(reader, ring));
}

/** Takes a scheduled erasure back. */
export function keepKey(ports: Ports, args: ParsedArgsOf<'key.keep'>): RingView {
  const { tenant, ring, key } = readKey(ports, args.tenant, args.kid);
  return changeRing(ports, ring, ringAct('key.destruction-cancelled', tenant, ring, { kid: key.kid }), (keys) =>
    destructionCancelled(keys.find(({ id }) => id === key.id) ?? key),
  );
}

/** Erases every private half whose day has come. Runs at every start, and while the window is open. */
export async function eraseDueKeys(ports: Ports): Promise<void> {
  const { registry, clock } = ports;
  const at = clock.now().toISOString();
  const due = registry.read((reader) =>
    reader
      .tenants()
      .flatMap((tenant) => reader.keys(tenant.id).map((key) => ({ tenant, key })))
      .filter(({ key }) => key.destroyAt !== null && key.destroyAt <= at && key.destroyedAt === null),
  );
  for (const { tenant, key } of due) {
    // The record says so first, together with the note: a crash before the erasure is settled at the next start.
    registry.change({ action: 'key.destroyed', subject: tenant.name, details: { kid: key.kid } }, (writer) => {
      writer.updateKey({ ...key, destroyedAt: at });
      writer.addIntent({ name: secretName(key.id), purpose: 'remove', at });
    });
  }
  if (due.length > 0) {
    await settleIntents(ports);
  }
}

function revocationFrom(args: {
  reason: string;
  compromised: boolean;
  compromisedSince?: Instant | undefined;
}): Revocation {
  return {
    reason: args.reason,
    compromised: args.compromised,
    compromisedSince: args.compromised ? (args.compromisedSince ?? null) : null,
  };
}
