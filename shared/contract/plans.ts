// Guided rotations.
import { z } from 'zod';
import { hashSchema, nameSchema } from '../fields.ts';
import { PLAN_ORDERS, type PlanView } from '../domain/plan/plan.ts';
import { keyArgs, overriding, overrideSchema, ringName } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const planShowSchema = z.strictObject({ tenant: nameSchema, ring: ringName, order: z.enum(PLAN_ORDERS) });

export const planRunSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  hash: hashSchema,
  /** For a production tenant without a rehearsal. */
  override: overrideSchema,
});

export const planCalls = {
  'plan.show': call<PlanView>()(planShowSchema),
  'plan.run': call<PlanView>()(planRunSchema.extend({ overriding })),
  'plan.confirm': call<null>()(keyArgs),
} satisfies Calls;
