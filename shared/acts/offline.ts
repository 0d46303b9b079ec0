// Publishing without a network: pushes that wait, and bundles that a courier carries.
import { z } from 'zod';
import { BUNDLE_DAYS } from '../domain/offline/courier.ts';
import type { AcceptedReceipt, Outbox, OutboxEntry } from '../domain/published-set/outbox.ts';
import type { PublicationPreview } from '../domain/published-set/publication.ts';
import type { Instant } from '../domain/timing/instant.ts';
import { act, dialog, read, remote } from './act.ts';
import { noArgs, tenantArgs } from './arguments.ts';
import { previewSchema, pushSchema } from './publishing.ts';

/** `days`: how long it may be pushed. */
export const bundleSchema = pushSchema.extend({
  days: z.number().int().min(BUNDLE_DAYS.least).max(BUNDLE_DAYS.most).default(BUNDLE_DAYS.usual),
});

/** A bundle that left for a courier. */
export interface SavedBundle {
  fileName: string;
  bundle: string;
  /** What the courier compares: the fingerprint of this device. */
  device: string;
  expiresAt: Instant;
}

export const offlineActs = {
  /** What waits for the network, travels with a courier, or changed and was not pushed. */
  'outbox.list': read<Outbox>()(noArgs),
  /** Lets a push wait that reaches nobody; this is tried first. */
  'outbox.add': act<OutboxEntry>()(previewSchema, { stops: true }),
  'outbox.drop': act<null>()(tenantArgs),
  /** Planned without the network, on the set that was seen last. */
  'bundle.preview': remote<PublicationPreview>()(previewSchema),
  /** As a file, or as a sheet of QR codes. `null` when the officer closed the dialog; nothing was made then. */
  'bundle.save': dialog<SavedBundle | null>()(bundleSchema.extend({ as: z.enum(['file', 'qr']).default('file') }), {
    confirmed: true,
    proven: true,
  }),
  /** A courier's receipt from a file of the officer's choice. `null` when a dialog was closed or answered with no. */
  'receipt.accept': dialog<AcceptedReceipt | null>()(tenantArgs),
};
