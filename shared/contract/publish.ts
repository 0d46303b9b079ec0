// Changing a tenant's published set, looking at it, and proving it from outside.
import { z } from 'zod';
import type { DriftReport } from '../domain/published-set/drift-report.ts';
import { hashSchema, nameSchema, reasonSchema } from '../fields.ts';
import { MAX_NAMED_KEYS } from '../domain/limits.ts';
import type { Proof } from '../domain/evidence/proof.ts';
import type { Publication, PublicationPreview } from '../domain/published-set/publication.ts';
import { PUBLISH_ACTS } from '../domain/published-set/finding.ts';
import { overrideSchema, tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

const foreignName = z.string().min(1, 'must not be empty').max(200, 'must be at most 200 characters');

export const publishIntent = {
  tenant: nameSchema,
  /** `push` when left out. */
  act: z.enum(PUBLISH_ACTS).optional(),
  /** A rollback to the set of this publication; to the one before the last when left out. */
  to: z.uuid({ error: 'must be the id of a publication' }).optional(),
  /** Keys of others to take down, by kid or thumbprint. */
  removeForeign: z.array(foreignName).max(MAX_NAMED_KEYS).optional(),
  /** Keys of others to keep; each that is neither here nor there, and was not kept before, stops the push. */
  keepForeign: z
    .array(z.strictObject({ name: foreignName, reason: reasonSchema }))
    .max(MAX_NAMED_KEYS)
    .optional(),
};

export const previewSchema = z.strictObject(publishIntent);

/** `override`: the typed reason for bringing back a revoked key. */
export const pushSchema = z.strictObject({ ...publishIntent, hash: hashSchema, override: overrideSchema });

/** Many pushes, each bound to its preview, for which an officer says yes once. */
export const agreeSchema = z.strictObject({
  pushes: z
    .array(z.strictObject({ tenant: nameSchema, hash: hashSchema }))
    .min(1)
    .max(20_000),
});

export const proveSchema = z.strictObject({
  tenant: nameSchema,
  /** Seconds to wait at most for the public set to show what was pushed. */
  waitSeconds: z.number().int().min(0).max(86_400).optional(),
});

export interface PushOutcome {
  publication: Publication;
  /** The endpoint was read back and holds what was pushed; `false` while it accepted that and does not show it yet. */
  confirmed: boolean;
}

/** A publication as the window lists it. Its bytes stay behind: the main process finds them by the id. */
export interface PastPublication extends Pick<
  Publication,
  'id' | 'act' | 'at' | 'hash' | 'kids' | 'confirmedAt' | 'variations'
> {
  /** False for records from before the sent set was kept. */
  canComeBack: boolean;
}

export const publishCalls = {
  'publish.preview': call<PublicationPreview>()(previewSchema),
  'publish.push': call<PushOutcome>()(pushSchema),
  /** Production tenants are confirmed here once for all; each of these pushes may then go out once. */
  'publish.agree': call<null>()(agreeSchema),
  /** Newest first. */
  'publish.history': call<PastPublication[]>()(tenantArgs),
  /** One proof for each ring that has a current key. */
  'publish.verify': call<Proof[]>()(proveSchema),
  /** Looks now. */
  'publish.drift': call<DriftReport>()(tenantArgs),
} satisfies Calls;
