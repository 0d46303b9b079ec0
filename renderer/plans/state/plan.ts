// What an officer asks of a plan: is it done, what is next, and until when it waits. The steps and their states come
// from the main process; here is only what the screen says of them.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { isSettled } from '../../../shared/domain/plan/plan.ts';
import type { PlanOrder, PlanView, StepKind } from '../../../shared/domain/plan/plan.ts';

/** What the plan asks for now. `run`: the steps that a run would begin with. */
export type PlanNext =
  | { what: 'complete' }
  | { what: 'run'; due: StepKind[] }
  | { what: 'person'; step: StepKind }
  | { what: 'wait'; step: StepKind; until: Instant | null };

export function nextOf({ complete, steps }: PlanView): PlanNext {
  const due = steps.filter(({ state }) => state === 'due').map(({ kind }) => kind);
  if (complete) {
    return { what: 'complete' };
  }
  if (due.length > 0) {
    return { what: 'run', due };
  }
  // A person may be asked while time runs; the person comes first, because time needs nobody.
  const person = steps.find(({ state }) => state === 'person');
  if (person !== undefined) {
    return { what: 'person', step: person.kind };
  }
  const waiting = steps.find(({ state }) => state === 'waiting');
  return { what: 'wait', step: waiting?.kind ?? 'wait-ready', until: waiting?.until ?? null };
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** Milliseconds after which the plan should be read again because a wait has ended; `false` when no wait runs. */
export function readAgainIn({ steps }: PlanView, now: number): number | false {
  const ends = steps.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
  return ends.length === 0 ? false : Math.min(HOUR_MS, Math.max(SECOND_MS, Math.min(...ends) - now));
}

/**
 * The order that a begun change is in, told from the facts: who rotated before the consumers had confirmed goes
 * rotate-first. `appsFirst` is the plan in the order apps-first.
 */
export function orderOf(appsFirst: PlanView): PlanOrder {
  const confirm = appsFirst.steps.find(({ kind }) => kind === 'confirm-consumers');
  return confirm?.state === 'passed' && !appsFirst.complete ? 'rotate-first' : 'apps-first';
}

/** How far the plan is: steps with nothing left to do, of all. */
export function progressOf({ steps }: PlanView): { settled: number; all: number } {
  return { settled: steps.filter(({ state }) => isSettled(state)).length, all: steps.length };
}
