// A courier's receipt comes home: it must be for a bundle that was made here and has no receipt yet that tells as much, signed
// by a courier whom the officer knows. One that tells of a push takes the place of one that tells of none: until its end a
// bundle may be tried again, here or by another courier, and what is published must be on record here. What it says is checked, not believed: a push counts when the set that was read afterwards is
// the set of the bundle.
import type { CourierFlaw } from '../../../shared/problems/courier.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { AcceptedReceipt } from '../../../shared/domain/published-set/outbox.ts';
import type { CourierOutcome, Receipt } from '../../../shared/domain/offline/courier.ts';
import { deviceKeyFingerprint } from '../audit/seal.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import { CLOCK_TOLERANCE_MS, openReceipt, refused } from './courier-files.ts';
import { findTenant } from '../find.ts';
import type { IssuedBundle } from '../../../shared/domain/records.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { holds } from '../../../shared/domain/published-set/preview.ts';
import { toRemoteKeys } from '../../../shared/domain/published-set/published-key.ts';
import { nameOf, ownerOf } from '../../../shared/domain/key-ring/same-key.ts';
import { assertClockRuns } from '../keys/guards.ts';
import { recordSeen } from '../publishing/observe.ts';
import { publicUrlOf } from './bundles.ts';
import { announceKeys } from '../publishing/announce.ts';
import { recordPublication } from '../publishing/record-publication.ts';
import { queued } from '../bound.ts';

export interface ReceiptArgs {
  tenant: string;
  /** The courier that the officer compared; needed the first time only. */
  courier?: string | undefined;
}

/** Throws COURIER_DEVICE_UNKNOWN with the fingerprint to compare when the courier is new. */
export const acceptReceipt = queued(async (ports, args: ReceiptArgs, text: string): Promise<AcceptedReceipt> => {
  const { registry, reading, clock, random } = ports;
  const { receipt, courier } = await openReceipt(reading, text);
  const { tenant, bundle, known } = registry.read((reader) => ({
    ...bundleFor(reader, args.tenant, receipt, clock.now().getTime()),
    known: isKnown(reader, courier),
  }));
  if (!known && args.courier !== courier) {
    throw new CustodianError('COURIER_DEVICE_UNKNOWN', { file: 'receipt', fingerprint: courier });
  }
  const at = clock.now().toISOString();
  registry.read((reader) => assertClockRuns(reader, at));
  const after = receipt.after ?? receipt.before;
  const confirmed = isConfirmed(receipt.outcome);
  const found = canonicalJson({ keys: after });
  const seen = receipt.public;
  const details = {
    bundle: bundle.id,
    outcome: receipt.outcome,
    courier,
    at: receipt.at,
    kids: bundle.kids,
    ...(bundle.settled !== null && { insteadOf: bundle.settled.outcome }),
    jwksSha256: seen?.jwksSha256 ?? null,
  };
  if (!known) {
    registry.change({ action: 'courier.accepted', subject: 'couriers', details: { courier } }, (writer) =>
      writer.addCourier(courier, at),
    );
  }
  registry.change({ action: 'receipt.accepted', subject: tenant.name, details }, (writer) => {
    writer.settleBundle(bundle.id, { at, outcome: receipt.outcome, courier, found });
    if (confirmed) {
      const { act, kids, body, previewHash: hash } = bundle;
      const replaced = canonicalJson({ keys: receipt.before });
      const variations = shownAs(toRemoteKeys(after), body) ?? [];
      const facts = { id: random.uuid(), tenantId: tenant.id, act, at, hash, kids, replaced, body };
      recordPublication(writer, { ...facts, confirmedAt: at, variations });
      announceKeys(writer, tenant, kids, at);
    }
  });
  if (seen !== null) {
    recordSeen(ports, tenant, seen, publicUrlOf(tenant));
  }
  const keys = registry.read((reader) => reader.keys(tenant.id));
  return {
    tenant: tenant.name,
    bundle: bundle.id,
    outcome: receipt.outcome,
    confirmed,
    openUntil: confirmed || bundle.expiresAt <= at ? null : bundle.expiresAt,
    courier,
    at: receipt.at,
    foreign: toRemoteKeys(after)
      .filter((key) => ownerOf(key, keys) === null)
      .map(nameOf),
    seen: seen === null ? null : { kids: seen.kids, jwksSha256: seen.jwksSha256 },
  };
});

function bundleFor(
  reader: RegistryReader,
  name: string,
  receipt: Receipt,
  now: number,
): { tenant: Tenant; bundle: IssuedBundle } {
  const tenant = findTenant(reader, name);
  const bundle = reader.bundles(tenant.id).find(({ id }) => id === receipt.bundle.id);
  if (bundle === undefined) {
    throw refused('receipt', { code: 'not-made-here', tenant: tenant.name });
  }
  const problem = problemWith(receipt, bundle, reader.lastPublication(tenant.id)?.at ?? null, now);
  if (problem !== null) {
    throw refused('receipt', problem);
  }
  return { tenant, bundle };
}

function problemWith(
  { bundle: of, at: text, outcome, after }: Receipt,
  bundle: IssuedBundle,
  lastPushedAt: Instant | null,
  now: number,
): CourierFlaw | null {
  const at = Date.parse(text);
  const confirms = isConfirmed(outcome);
  if (bundle.settled !== null && (!confirms || isConfirmed(bundle.settled.outcome))) {
    return { code: 'receipt-already' };
  }
  if (of.sha256 !== bundle.sha256) {
    return { code: 'other-content' };
  }
  if (lastPushedAt !== null && lastPushedAt > bundle.madeAt) {
    return { code: 'published-since' };
  }
  if (at < Date.parse(bundle.madeAt) - CLOCK_TOLERANCE_MS || at > now + CLOCK_TOLERANCE_MS) {
    return { code: 'impossible-time', at: text };
  }
  if (at > Date.parse(bundle.expiresAt) + CLOCK_TOLERANCE_MS) {
    return { code: 'after-expiry', at: text };
  }
  if (confirms && !holds(toRemoteKeys(after ?? []), bundle.body)) {
    return { code: 'other-set' };
  }
  return null;
}

const isConfirmed = (outcome: CourierOutcome): boolean => outcome === 'pushed' || outcome === 'already-there';

/** A courier was compared once; and this device may carry for itself. */
function isKnown(reader: RegistryReader, courier: string): boolean {
  const anchor = reader.auditAnchor();
  return reader.couriers().includes(courier) || (anchor !== null && deviceKeyFingerprint(anchor.deviceKey) === courier);
}
