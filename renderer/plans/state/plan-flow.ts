// A plan on the screen: in the order that was chosen or that the facts tell, run on request, and shown as it ended when
// it is complete.
import type { PlanOrder, PlanView } from '../../../shared/domain/plan/plan.ts';
import { useCommand, type Command } from '../../state/commands.ts';
import { orderOf } from './plan.ts';
import { rehearsalMissingIn } from './rehearsal.ts';
import { usePlan } from './queries.ts';

interface Past {
  overriding?: true;
  /** Why the former key is revoked. */
  reason?: string;
}

export interface PlanFlow {
  order: PlanOrder;
  /** The plan at hand, or the one that a run has just brought to its end. */
  view: PlanView | undefined;
  error: unknown;
  run: Command<'plan.run'>;
  /** The facts of PLAN_REHEARSAL_MISSING after a run was refused for it. */
  rehearsalMissing: { tenant: string; rehearsal: string | null; days: number } | null;
  /** A failure of the last run that has no explanation of its own. */
  runError: unknown;
  /** Past a guard, with a reason unless the main process asks for it. */
  start: (how?: Past) => Promise<void>;
  retry: () => void;
}

/** `wanted` is `null` while nobody chose: then the order follows from the facts. */
export function usePlanFlow(tenant: string, ring: string, wanted: PlanOrder | null): PlanFlow {
  const appsFirst = usePlan(tenant, ring, 'apps-first');
  const order = wanted ?? (appsFirst.data === undefined ? 'apps-first' : orderOf(appsFirst.data));
  const plan = usePlan(tenant, ring, order);
  const run = useCommand('plan.run');
  const finished = run.result?.complete === true ? run.result : null;
  const view = finished ?? plan.data;

  const rehearsalMissing = rehearsalMissingIn(run.error);

  async function start(how: Past = {}) {
    if (plan.data !== undefined) {
      await run.run({ tenant, ring, hash: plan.data.hash, ...how });
      // Refused or stopped on the way, the facts may have moved.
      await plan.refetch();
    }
  }

  return {
    order,
    view,
    error: plan.error,
    run,
    rehearsalMissing,
    runError: rehearsalMissing === null ? run.error : null,
    start,
    retry: () => void plan.refetch(),
  };
}
