// The audit chain.
import { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '../domain/audit/entry.ts';
import { dialog, read } from './act.ts';
import { noArgs } from './arguments.ts';

export const auditActs = {
  'audit.list': read<AuditEntry[]>()(
    z.strictObject({
      afterSeq: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
  ),
  'audit.verify': read<AuditVerdict>()(noArgs),
  /** Asks the officer whether to go on with a registry that was changed outside; answers whether. */
  'audit.accept': dialog<boolean>()(noArgs),
};
