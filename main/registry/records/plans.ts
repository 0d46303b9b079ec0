// Policies, and the plans that were carried out.
import { type CompletedPlan, PLAN_ORDERS } from '../../../shared/domain/plan/plan.ts';
import { LATER_TERMS, type Policy, type PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import { column, json, oneOf, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const terms = json<PolicyTerms>();

const POLICIES = table<Policy>('policies', {
  id: text,
  name: text,
  terms: { ...terms, read: (value: unknown, where: string) => ({ ...LATER_TERMS, ...terms.read(value, where) }) },
});

const COMPLETED = table<CompletedPlan>('completed_plans', {
  tenantId: text,
  order: column('plan_order', oneOf(PLAN_ORDERS)),
  hash: text,
  at: text,
});

export const plans = {
  reads: (rows) => ({
    policies: () => rows.all(POLICIES, 'ORDER BY name'),
    completedPlans: (tenantId) => rows.of(COMPLETED, tenantId),
  }),
  changes: (rows) => ({
    addPolicy: (policy) => rows.insert(POLICIES, policy),
    updatePolicy: (policy) => rows.update(POLICIES, policy),
    addCompletedPlan: (plan) => rows.insertOnce(COMPLETED, plan),
  }),
} satisfies Subject;
