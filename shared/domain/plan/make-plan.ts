// Which plans a ring has, their hashes, and whether one was rehearsed. A plan is not stored: it follows from the keys
// and the policy, so that an interrupted one is found again from facts, and a changed ring or policy gives another hash.
import { CustodianError } from '../../errors.ts';
import type { Instant } from '../timing/instant.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type CompletedPlan, PLAN_ORDERS, type PlanOrder, type PlanView, type RotationPlan } from './plan.ts';
import type { PolicyTerms } from '../timing/policy.ts';
import { approvalHash } from '../approval-hash.ts';
import { longestConsumerCache, pinnedOf } from '../consumers/needs.ts';
import { latest, plusDays } from '../timing/instants.ts';
import type { PlanFacts, PlanPair } from './facts.ts';
import { stepsOf } from './steps.ts';
import { isSettled } from './plan.ts';
import { needsConfirmation, verifierCacheSeconds } from '../timing/terms.ts';
import { keyIn } from '../key-ring/lane.ts';

/** What is previewed and run. A rehearsal elsewhere is known by its order, never by this hash: it names the tenant. */
export function planHash({ place, ...facts }: RotationPlan): string {
  return approvalHash('rotation-plan', place, facts);
}

/**
 * The plan of this order that the ring is in: a change that was begun and is not finished, else the next one.
 * Throws RING_HAS_NO_CURRENT and RING_HAS_NO_NEXT.
 */
export function planAtHand(ring: KeyRing, order: PlanOrder, facts: PlanFacts, now: Instant): PlanView {
  const begun = begunPair(facts.keys);
  if (begun !== null) {
    const view = viewOf(ring, order, begun, facts, now);
    if (!view.complete) {
      return view;
    }
  }
  return viewOf(ring, order, comingPair(ring, facts.keys), facts, now);
}

/** The plan with this hash, in either order, finished or not. Throws PLAN_CHANGED when the ring has no such plan any more. */
export function planByHash(ring: KeyRing, hash: string, facts: PlanFacts, now: Instant): PlanView {
  for (const pair of [begunPair(facts.keys), waitingPair(facts.keys)]) {
    for (const order of PLAN_ORDERS) {
      if (pair !== null && planHash(planOf(ring, order, pair, facts)) === hash) {
        return viewOf(ring, order, pair, facts, now);
      }
    }
  }
  throw new CustodianError('PLAN_CHANGED', { ring: ring.name });
}

/**
 * Production wants the same order to have been run to its end on the linked development tenant, at most
 * `rehearsalDays` ago; any of the orders where a rotation is made without a plan. Answers with the facts of PLAN_REHEARSAL_MISSING, or `null` when nothing is missing.
 */
export function rehearsalMissing(
  tenant: Pick<Tenant, 'name' | 'environment'>,
  rehearsal: Pick<Tenant, 'id' | 'name'> | null,
  { order, terms, completed }: { order: PlanOrder | null; terms: PolicyTerms; completed: readonly CompletedPlan[] },
  now: Instant,
): { tenant: string; rehearsal: string | null; days: number } | null {
  if (tenant.environment !== 'production') {
    return null;
  }
  const days = terms.rehearsalDays;
  const valid = completed.some(
    (run) =>
      run.tenantId === rehearsal?.id &&
      (order === null || run.order === order) &&
      run.at <= now &&
      plusDays(run.at, days) >= now,
  );
  return valid ? null : { tenant: tenant.name, rehearsal: rehearsal?.name ?? null, days };
}

function viewOf(ring: KeyRing, order: PlanOrder, pair: PlanPair, facts: PlanFacts, now: Instant): PlanView {
  const plan = planOf(ring, order, pair, facts);
  const { steps, bites } = stepsOf(plan, pair, facts, now);
  const complete = steps.every(({ state }) => isSettled(state));
  const endsAt = latest(...steps.map(({ at }) => at));
  return { plan, hash: planHash(plan), steps, complete, endsAt, bites };
}

function planOf(
  ring: KeyRing,
  order: PlanOrder,
  { from, to }: PlanPair,
  { place, terms, published, consumers }: PlanFacts,
): RotationPlan {
  const { tokenLifetimeSeconds, clockSkewSeconds, safetySeconds } = terms;
  return {
    place,
    tenantId: ring.tenantId,
    ringId: ring.id,
    order,
    from: from.kid,
    to: to.kid,
    waits: {
      verifierCacheSeconds: Math.max(verifierCacheSeconds(terms), longestConsumerCache(consumers)),
      tokenLifetimeSeconds,
      clockSkewSeconds,
      safetySeconds,
    },
    confirmConsumers: needsConfirmation(terms) || pinnedOf(consumers).length > 0,
    published,
  };
}

/** The current key and the one it took over from: a rotation gives both the same instant. */
function begunPair(keys: readonly SigningKey[]): PlanPair | null {
  const to = keyIn('current', keys);
  const from = keys.find((key) => to !== null && key.previousAt !== null && key.previousAt === to.currentAt);
  return from === undefined || to === null ? null : { from, to };
}

function waitingPair(keys: readonly SigningKey[]): PlanPair | null {
  const [from, to] = [keyIn('current', keys), keyIn('next', keys)];
  return from === null || to === null ? null : { from, to };
}

function comingPair(ring: KeyRing, keys: readonly SigningKey[]): PlanPair {
  const pair = waitingPair(keys);
  if (pair === null) {
    const missing = keyIn('current', keys) === null ? 'RING_HAS_NO_CURRENT' : 'RING_HAS_NO_NEXT';
    throw new CustodianError(missing, { ring: ring.name });
  }
  return pair;
}
