// The audit chain.
import { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '../domain/audit/entry.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const auditListSchema = z.strictObject({
  afterSeq: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
});

export const auditCalls = {
  'audit.list': call<AuditEntry[]>()(auditListSchema),
  'audit.verify': call<AuditVerdict>()(noArgs),
  /** Asks the officer whether to go on with a registry that was changed outside; answers whether. */
  'audit.accept': call<boolean>()(noArgs),
} satisfies Calls;
