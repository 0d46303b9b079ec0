// Changing a tenant's published set, looking at it, and proving it from outside.
import { z } from 'zod';
import type { EvidenceSummary } from '../domain/evidence/evidence.ts';
import type { Proof } from '../domain/evidence/proof.ts';
import { ENVIRONMENTS, MAX_NAMED_KEYS } from '../domain/limits.ts';
import type { DriftReport } from '../domain/published-set/drift-report.ts';
import { PUBLISH_ACTS } from '../domain/published-set/finding.ts';
import type { Publication, PublicationPreview } from '../domain/published-set/publication.ts';
import { hashSchema, nameSchema, reasonSchema, overrideSchema } from '../fields.ts';
import { act, desk, dialog, read, remote } from './act.ts';
import { tenantArgs } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

import { because } from '../problems/input.ts';

const foreignName = z.string().min(1, because('empty')).max(200);

export const previewSchema = z.strictObject({
  tenant: nameSchema,
  /** `push` when left out. */
  act: z.enum(PUBLISH_ACTS).optional(),
  /** A rollback to the set of this publication; to the one before the last when left out. */
  to: z.uuid({ error: because('publication-id') }).optional(),
  /** Keys of others to take down, by kid or thumbprint. */
  removeForeign: z.array(foreignName).max(MAX_NAMED_KEYS).optional(),
  /** Keys of others to keep; each that is neither here nor there, and was not kept before, stops the push. */
  keepForeign: z
    .array(z.strictObject({ name: foreignName, reason: reasonSchema }))
    .max(MAX_NAMED_KEYS)
    .optional(),
});

/** `override`: the typed reason for bringing back a revoked key. */
export const pushSchema = previewSchema.extend({ hash: hashSchema, override: overrideSchema });

/** Many pushes, each bound to its preview, for which an officer says yes once. */
const agreeSchema = z.strictObject({
  pushes: z
    .array(z.strictObject({ tenant: nameSchema, hash: hashSchema }))
    .min(1)
    .max(20_000),
});

const proveSchema = z.strictObject({
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

const evidenceSchema = z.strictObject({
  tenant: nameSchema,
  /** The newest when left out. */
  id: z.uuid({ error: because('proof-id') }).optional(),
});

export const publishingActs = {
  'publish.preview': remote<PublicationPreview>()(previewSchema, { stops: true }),
  'publish.push': act<PushOutcome>()(pushSchema, { confirmed: true, proven: true, stops: true }),
  /** Production tenants are confirmed here once for all; each of these pushes may then go out once. */
  'publish.agree': desk<null>()(agreeSchema, { confirmed: true, proven: true }),
  /** Newest first. */
  'publish.history': read<PastPublication[]>()(tenantArgs),
  /** One proof for each ring that has a current key. */
  'publish.verify': act<Proof[]>()(proveSchema, { stops: true }),
  /** Looks now. */
  'publish.drift': act<DriftReport>()(tenantArgs, { stops: true }),
  /** Looks at every tenant that has something published. */
  'fleet.drift': act<DriftReport[]>()(z.strictObject({ environment: z.enum(ENVIRONMENTS).optional() }), {
    stops: true,
  }),
  'evidence.list': read<EvidenceSummary[]>()(tenantArgs),
  'evidence.save': dialog<SavedFile>()(evidenceSchema),
};
