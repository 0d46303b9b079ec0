// Pushes that wait, and bundles of both ends of a courier's way, as rows.
import { COURIER_OUTCOMES } from '../../../shared/domain/offline/courier.ts';
import type { KeepForeign } from '../../../shared/domain/published-set/foreign.ts';
import type { OutboxEntry } from '../../../shared/domain/published-set/outbox.ts';
import { PUBLISH_ACTS } from '../../../shared/domain/published-set/finding.ts';
import type { CarriedBundle, IssuedBundle } from '../../../shared/domain/records.ts';
import { integer, json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const outboxFrom = (row: Row): OutboxEntry => ({
  tenant: text(row, 'tenant'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  to: textOrNull(row, 'former'),
  removeForeign: json<string[]>(row, 'remove_foreign'),
  keepForeign: json<KeepForeign[]>(row, 'keep_foreign'),
  queuedAt: text(row, 'queued_at'),
  why: json<OutboxEntry['why']>(row, 'why'),
  attempts: integer(row, 'attempts'),
  lastTriedAt: text(row, 'last_tried_at'),
});

export const outboxColumns = (entry: Omit<OutboxEntry, 'tenant'>): Record<string, SqlValue> => ({
  act: entry.act,
  former: entry.to,
  remove_foreign: JSON.stringify(entry.removeForeign),
  keep_foreign: JSON.stringify(entry.keepForeign),
  queued_at: entry.queuedAt,
  why: JSON.stringify(entry.why),
  attempts: entry.attempts,
  last_tried_at: entry.lastTriedAt,
});

export const bundleFrom = (row: Row): IssuedBundle => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  madeAt: text(row, 'made_at'),
  expiresAt: text(row, 'expires_at'),
  sha256: text(row, 'sha256'),
  previewHash: text(row, 'preview_hash'),
  kids: json<string[]>(row, 'kids'),
  body: textOrNull(row, 'body'),
  settled:
    row['outcome'] === null
      ? null
      : {
          at: text(row, 'settled_at'),
          outcome: oneOf(row, 'outcome', COURIER_OUTCOMES),
          courier: text(row, 'courier'),
          found: text(row, 'found'),
        },
});

export const bundleColumns = (bundle: IssuedBundle): Record<string, SqlValue> => ({
  id: bundle.id,
  tenant_id: bundle.tenantId,
  act: bundle.act,
  made_at: bundle.madeAt,
  expires_at: bundle.expiresAt,
  sha256: bundle.sha256,
  preview_hash: bundle.previewHash,
  kids: JSON.stringify(bundle.kids),
  body: bundle.body,
});

export const carriedFrom = (row: Row): CarriedBundle => ({
  bundleId: text(row, 'bundle_id'),
  at: text(row, 'at'),
  outcome: oneOf(row, 'outcome', COURIER_OUTCOMES),
  receipt: text(row, 'receipt'),
});
