// The audit chain.
import { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '../domain/audit/entry.ts';
import { reportSchema, type SavedReport } from '../domain/evidence/report.ts';
import { dayOrInstant, kidSchema, nameSchema } from '../fields.ts';
import { because } from '../problems/input.ts';
import { dialog, read } from './act.ts';
import { noArgs } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

/** The saved file of the whole chain. `null` when the officer closed the dialog. */
type SavedChain = (NonNullable<SavedFile> & { entries: number; signed: boolean }) | null;

export const auditActs = {
  'audit.list': read<AuditEntry[]>()(
    z.strictObject({
      afterSeq: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
      tenant: nameSchema.optional(),
      action: z
        .string()
        .regex(/^[a-z-]+(\.[a-z-]+)?$/, because('unfit'))
        .optional(),
      from: dayOrInstant.optional(),
      to: dayOrInstant.optional(),
      kid: kidSchema.optional(),
    }),
  ),
  'audit.verify': read<AuditVerdict>()(noArgs),
  /** The whole chain as a file that proves itself; not signed where the keychain is closed or the chain does not hold. */
  'audit.export': dialog<SavedChain>()(noArgs),
  /** What was done for a tenant in a span of time, as a folder that others can check. `null` when a dialog was closed. */
  'evidence.report': dialog<SavedReport | null>()(reportSchema),
  /** Asks the officer whether to go on with a registry that was changed outside; answers whether. */
  'audit.accept': dialog<boolean>()(noArgs),
};
