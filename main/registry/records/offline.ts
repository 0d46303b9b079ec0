// Pushes that wait, and bundles of both ends of a courier's way.
import { COURIER_OUTCOMES } from '../../../shared/domain/offline/courier.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { OutboxEntry } from '../../../shared/domain/published-set/outbox.ts';
import { PUBLISH_ACTS } from '../../../shared/domain/published-set/finding.ts';
import type { CarriedBundle, IssuedBundle } from '../../../shared/domain/records.ts';
import { column, integer, json, oneOf, orNull, record, severalOrNull, type Source, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';
import { TENANTS } from './tenants.ts';

const OUTBOX = table<Omit<OutboxEntry, 'tenant'>>('outbox', {
  act: oneOf(PUBLISH_ACTS),
  to: column('former', orNull(text)),
  removeForeign: json(),
  keepForeign: json(),
  queuedAt: text,
  why: json(),
  attempts: integer,
  lastTriedAt: text,
});

const tenant = column('tenant', text);

/** With the names of the tenants. */
const QUEUE: Source<OutboxEntry> = {
  table: OUTBOX.table,
  columns: ['(SELECT name FROM tenants WHERE id = tenant_id) AS tenant', ...OUTBOX.columns],
  read: (row, at) => ({ tenant: tenant.read(row, at), ...OUTBOX.read(row, at + 1) }),
};

const SETTLED = record<NonNullable<IssuedBundle['settled']>>({
  at: column('settled_at', text),
  outcome: oneOf(COURIER_OUTCOMES),
  courier: text,
  found: text,
});

const BUNDLES = table<IssuedBundle>('bundles', {
  id: text,
  tenantId: text,
  act: oneOf(PUBLISH_ACTS),
  madeAt: text,
  expiresAt: text,
  sha256: text,
  previewHash: text,
  kids: json(),
  body: orNull(text),
  settled: severalOrNull(SETTLED),
});

const COURIERS = table<{ fingerprint: string; acceptedAt: Instant }>('couriers', {
  fingerprint: text,
  acceptedAt: text,
});

const CARRIED = table<CarriedBundle>('carried', {
  bundleId: text,
  at: text,
  outcome: oneOf(COURIER_OUTCOMES),
  receipt: text,
});

export const offline = {
  reads: (rows) => ({
    outbox() {
      rows.holdAll(TENANTS);
      return rows.all(QUEUE, 'ORDER BY queued_at, rowid');
    },
    bundles: (tenantId) => rows.of(BUNDLES, tenantId),
    bundlesOut: () => rows.all(BUNDLES, 'WHERE outcome IS NULL ORDER BY rowid'),
    couriers: () => rows.all(COURIERS).map(({ fingerprint }) => fingerprint),
    carried: (bundleId) => rows.all(CARRIED, 'WHERE bundle_id = ?', bundleId)[0] ?? null,
  }),
  changes: (rows) => ({
    putOutboxEntry: (tenantId, entry) => rows.put(OUTBOX, entry, { tenant_id: tenantId }),
    removeOutboxEntry: (tenantId) => rows.remove(OUTBOX, { tenant_id: tenantId }),
    addBundle: (bundle) => rows.insert(BUNDLES, bundle),
    removeBundle: (id) => rows.remove(BUNDLES, { id, outcome: null }),
    settleBundle: (id, settled) => rows.set(BUNDLES, { id }, SETTLED.write(settled)),
    addCourier: (fingerprint, acceptedAt) => rows.insert(COURIERS, { fingerprint, acceptedAt }),
    addCarried: (bundle) => rows.insert(CARRIED, bundle),
  }),
} satisfies Subject;
