// Policies, and what their terms come to.
import { z } from 'zod';
import type { ClockPart } from '../domain/timing/key-clocks.ts';
import { nameSchema } from '../fields.ts';
import { type Policy, policyTermsSchema, type PolicyWarning } from '../domain/timing/policy.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

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

export const policyCalls = {
  'policy.list': call<PolicyView[]>()(noArgs),
  'policy.set': call<PolicyView>()(policySetSchema),
  'policy.preview': call<PolicyPreview>()(policySetSchema),
} satisfies Calls;
