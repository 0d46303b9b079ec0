// The documents that proofs leave.
import { z } from 'zod';
import type { EvidenceSummary } from '../domain/evidence/evidence.ts';
import { nameSchema } from '../fields.ts';
import { tenantArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const evidenceSchema = z.strictObject({
  tenant: nameSchema,
  /** The newest when left out. */
  id: z.uuid({ error: 'must be the id of a proof' }).optional(),
});

export const evidenceCalls = {
  'evidence.list': call<EvidenceSummary[]>()(tenantArgs),
  'evidence.save': call<SavedFile>()(evidenceSchema),
} satisfies Calls;
