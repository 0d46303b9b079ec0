// The rule that production rehearses before it rotates, asked by every door: a plan, and a rotation by hand.
import { CustodianError, type ErrorFacts } from '../../../shared/errors.ts';
import { rehearsalMissing } from '../../../shared/domain/plan/make-plan.ts';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { policyOf } from '../ring-facts.ts';

/** `null` when nothing is missing. `order`: `null` for a rotation without a plan. */
export function missingRehearsal(
  reader: RegistryReader,
  tenant: Tenant,
  order: PlanOrder | null,
  now: Instant,
): ErrorFacts['PLAN_REHEARSAL_MISSING'] | null {
  const rehearsal = reader.tenants().find((candidate) => candidate.id === tenant.rehearsalTenantId) ?? null;
  const completed = rehearsal === null ? [] : reader.completedPlans(rehearsal.id);
  const terms = termsFor(tenant.environment, policyOf(reader, tenant));
  return rehearsalMissing(tenant, rehearsal, { order, terms, completed }, now);
}

/** Whether a reason had to stand for it. Throws PLAN_REHEARSAL_MISSING where there is none. */
export function assertRehearsed(
  missing: ErrorFacts['PLAN_REHEARSAL_MISSING'] | null,
  override: string | undefined,
): boolean {
  if (missing !== null && override === undefined) {
    throw new CustodianError('PLAN_REHEARSAL_MISSING', missing);
  }
  return missing !== null;
}
