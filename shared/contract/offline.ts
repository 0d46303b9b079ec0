// Publishing without a network: pushes that wait, and bundles that a courier carries.
import { z } from 'zod';
import { BUNDLE_DAYS } from '../domain/offline/courier.ts';
import { hashSchema } from '../fields.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { PublicationPreview } from '../domain/published-set/publication.ts';
import type { AcceptedReceipt, Outbox, OutboxEntry } from '../domain/published-set/outbox.ts';
import { noArgs, overrideSchema, tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';
import { previewSchema, publishIntent } from './publish.ts';

export const bundleSchema = z.strictObject({
  ...publishIntent,
  hash: hashSchema,
  override: overrideSchema,
  /** How long it may be pushed. */
  days: z.number().int().min(BUNDLE_DAYS.least).max(BUNDLE_DAYS.most).default(BUNDLE_DAYS.usual),
});

/** The window saves it as a file, or as a sheet of QR codes. */
export const bundleSaveSchema = bundleSchema.extend({ as: z.enum(['file', 'qr']).default('file') });

/** A bundle that left for a courier. */
export interface SavedBundle {
  fileName: string;
  bundle: string;
  /** What the courier compares: the fingerprint of this device. */
  device: string;
  expiresAt: Instant;
}

export const offlineCalls = {
  'outbox.list': call<Outbox>()(noArgs),
  /** Lets a push wait that reaches nobody; this is tried first. */
  'outbox.add': call<OutboxEntry>()(previewSchema),
  'outbox.drop': call<null>()(tenantArgs),
  /** Planned without the network, on the set that was seen last. */
  'bundle.preview': call<PublicationPreview>()(previewSchema),
  /** `null` when the officer closed the dialog; nothing was made then. */
  'bundle.save': call<SavedBundle | null>()(bundleSaveSchema),
  /** A courier's receipt from a file of the officer's choice. `null` when a dialog was closed or answered with no. */
  'receipt.accept': call<AcceptedReceipt | null>()(tenantArgs),
} satisfies Calls;
