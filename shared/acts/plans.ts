// Guided rotations, the policies that they follow, and what is due over all tenants.
import { z } from 'zod';
import { ENVIRONMENTS, type KeyState } from '../domain/limits.ts';
import type { SigningAlgorithm } from '../domain/algorithms.ts';
import { PLAN_ORDERS, type PlanView } from '../domain/plan/plan.ts';
import type { ForecastEvent } from '../domain/timing/due.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { ClockPart } from '../domain/timing/key-clocks.ts';
import { type Policy, policyTermsSchema, type PolicyWarning } from '../domain/timing/policy.ts';
import { hashSchema, nameSchema, overrideSchema, reasonSchema } from '../fields.ts';
import { act, dialog, read } from './act.ts';
import { keyArgs, noArgs, overriding, ringName } from './arguments.ts';
import type { SavedFile } from './saved-file.ts';

const planRunSchema = z.strictObject({
  tenant: nameSchema,
  ring: ringName,
  hash: hashSchema,
  /** For a production tenant without a rehearsal. */
  override: overrideSchema,
  /** Why the former key is revoked, and the new one brought into use. Without one a run stops before it revokes. */
  reason: reasonSchema.optional(),
});

export const policySetSchema = z.strictObject({ name: nameSchema, terms: policyTermsSchema });

export interface PolicyView {
  policy: Policy;
  /** Names of the tenants that live by it. */
  tenants: string[];
  warnings: PolicyWarning[];
}

/** What a policy's terms come to, before anybody lives by them. */
export interface PolicyPreview {
  warnings: PolicyWarning[];
  /** The sum from “seen outside” to “ready to sign”. */
  readyAfter: ClockPart[];
  /** The sum from “signs no more” to “safe to revoke”. */
  safeAfter: ClockPart[];
}

const dueSchema = z.strictObject({
  environment: z.enum(ENVIRONMENTS).optional(),
  tenant: nameSchema.optional(),
  /** How many days ahead. */
  days: z.number().int().min(0).max(3650).default(30),
});

/** One ring of the fleet, with just enough to find it and its keys. */
export interface FleetRing {
  tenant: string;
  ring: string;
  alg: SigningAlgorithm;
  /** `currentAt`: since when it signs, or first signed. */
  keys: { kid: string; state: KeyState; currentAt: Instant | null }[];
}

export const planActs = {
  'plan.show': read<PlanView>()(z.strictObject({ tenant: nameSchema, ring: ringName, order: z.enum(PLAN_ORDERS) })),
  /** Asked to stop, it begins no further step, and answers with the plan as it stands. */
  'plan.run': act<PlanView>()(planRunSchema, {
    confirmed: true,
    proven: true,
    stops: true,
    page: planRunSchema.extend({ overriding }),
  }),
  'plan.confirm': act<null>()(keyArgs),
  'policy.list': read<PolicyView[]>()(noArgs),
  'policy.set': act<PolicyView>()(policySetSchema),
  'policy.preview': read<PolicyPreview>()(policySetSchema),
  'fleet.due': read<ForecastEvent[]>()(dueSchema),
  /** Saves the due list as a calendar file. */
  'fleet.calendar': dialog<SavedFile>()(dueSchema),
  /** Every ring of every tenant, for finding one by name or kid. */
  'fleet.rings': read<FleetRing[]>()(noArgs),
};
