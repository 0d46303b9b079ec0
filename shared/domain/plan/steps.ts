// The steps of a plan with their states and dates, derived from facts alone. The whole time line stands before anything
// is done: what has not happened is computed as if each step were made as soon as it can be.
import { isSettled } from './plan.ts';
import type { BitesReading, ClockReading } from '../timing/key-clocks.ts';
import type { Instant } from '../timing/instant.ts';
import type { PlanOrder, PlanStep, RotationPlan, StepKind, StepState } from './plan.ts';
import { bitesEverywhere, readyToSign, safeToRevoke } from '../timing/clocks.ts';
import { pinnedOf } from '../consumers/needs.ts';
import { hasCome, latest, plusDays } from '../timing/instants.ts';
import { consumersAt } from './step-consumers.ts';
import { factsOf, type PlanFacts, type PlanPair, type StepInstants, wasSent } from './facts.ts';
import { setChanges } from './sets.ts';
import { problemOf } from './find-problem.ts';

/** The steps of each order, as they are told. */
const STEPS: Record<PlanOrder, readonly StepKind[]> = {
  'apps-first': [
    'publish',
    'hand-out',
    'confirm-consumers',
    'wait-ready',
    'rotate',
    'publish-after',
    'prove',
    'let-go',
    'wait-safe',
    'revoke',
    'publish-without',
    'prove-again',
  ],
  'rotate-first': [
    'publish',
    'wait-ready',
    'rotate',
    'publish-after',
    'prove',
    'hand-out',
    'confirm-consumers',
    'let-go',
    'wait-safe',
    'revoke',
    'publish-without',
    'prove-again',
  ],
};

/** What a step needs before it, as far as that comes earlier in the order at hand. What is not named runs in parallel. */
const NEEDS: Record<StepKind, readonly StepKind[]> = {
  publish: [],
  'hand-out': ['rotate'],
  'confirm-consumers': ['rotate'],
  'wait-ready': ['publish'],
  rotate: ['publish', 'confirm-consumers', 'wait-ready'],
  'publish-after': ['rotate'],
  prove: ['publish-after'],
  'let-go': ['rotate'],
  'wait-safe': ['rotate'],
  revoke: ['publish-after', 'prove', 'confirm-consumers', 'let-go', 'wait-safe'],
  'publish-without': ['revoke'],
  'prove-again': ['publish-without'],
};

const CONSUMER_STEPS: ReadonlySet<StepKind> = new Set(['hand-out', 'confirm-consumers', 'let-go']);
const OUTSIDE_STEPS: ReadonlySet<StepKind> = new Set([
  'publish',
  'wait-ready',
  'publish-after',
  'prove',
  'publish-without',
  'prove-again',
]);
const WAITS: ReadonlySet<StepKind> = new Set(['wait-ready', 'wait-safe']);

export function stepsOf(
  plan: RotationPlan,
  pair: PlanPair,
  facts: PlanFacts,
  now: Instant,
): { steps: PlanStep[]; bites: BitesReading } {
  const asksToLetGo = pinnedOf(facts.consumers).length > 0;
  const kinds = STEPS[plan.order].filter((kind) => kind !== 'let-go' || asksToLetGo);
  const done = factsOf(pair, facts, now);
  const changes = setChanges(plan, pair, facts.keys);
  let set = changes.start;
  const steps: PlanStep[] = [];
  const dates: StepInstants = { ...done };
  for (const kind of kinds) {
    const needed = steps.filter((step) => NEEDS[kind].includes(step.kind));
    const blocker = needed.find((step) => !isSettled(step.state));
    const state = stateOf(kind, plan, kinds, done, blocker !== undefined);
    const wait = waitOf(kind, pair, facts, dates);
    if (!isSettled(state)) {
      dates[kind] = latest(now, ...needed.map(({ at }) => at), wait?.at ?? null);
    }
    const kidsBefore = set;
    set = changes.after[kind] ?? set;
    steps.push({
      kind,
      state,
      at: dates[kind],
      until: state === 'waiting' ? (wait?.at ?? null) : null,
      parts: wait?.parts ?? [],
      blockedBy: state === 'blocked' ? (blocker?.kind ?? null) : null,
      problem: state === 'due' ? problemOf(kind, pair, facts, done) : null,
      sent: state === 'due' && wasSent(kind, pair, facts),
      advisedAt: isSettled(state) ? null : advisedAt(kind, pair, facts, dates),
      consumers: consumersAt(kind, pair, facts),
      kidsBefore,
      kidsAfter: set,
    });
  }
  const { from, ring } = foreseen(pair, facts, dates);
  return { steps, bites: bitesEverywhere(from, ring) };
}

function stateOf(
  kind: StepKind,
  { published, confirmConsumers }: RotationPlan,
  kinds: readonly StepKind[],
  done: StepInstants,
  blocked: boolean,
): StepState {
  const overtaken = (by: StepKind): boolean => done[by] !== null && kinds.indexOf(kind) < kinds.indexOf(by);
  if (done[kind] !== null) {
    return 'done';
  }
  if ((!published && OUTSIDE_STEPS.has(kind)) || (!confirmConsumers && CONSUMER_STEPS.has(kind))) {
    return 'not-needed';
  }
  if (overtaken('rotate') || overtaken('revoke')) {
    return 'passed';
  }
  if (blocked) {
    return 'blocked';
  }
  if (WAITS.has(kind)) {
    return 'waiting';
  }
  return CONSUMER_STEPS.has(kind) ? 'person' : 'due';
}

function waitOf(kind: StepKind, pair: PlanPair, facts: PlanFacts, dates: StepInstants): ClockReading | null {
  const { from, to, ring } = foreseen(pair, facts, dates);
  if (kind === 'wait-ready') {
    return readyToSign(to, ring);
  }
  return kind === 'wait-safe' ? safeToRevoke(from, ring) : null;
}

function advisedAt(kind: StepKind, pair: PlanPair, facts: PlanFacts, dates: StepInstants): Instant | null {
  const { from, to } = foreseen(pair, facts, dates);
  if (kind === 'rotate') {
    return laterThan(dates.rotate, to.publishedAt, facts.terms.announceDays);
  }
  return kind === 'revoke' ? laterThan(dates.revoke, from.previousAt, facts.terms.keepDays) : null;
}

function laterThan(allowed: Instant | null, since: Instant | null, days: number): Instant | null {
  const advised = since === null ? null : plusDays(since, days);
  return hasCome(advised, allowed ?? '') ? null : advised;
}

/** The keys as they will be when the steps were made on the dates known so far. */
function foreseen(pair: PlanPair, facts: PlanFacts, dates: StepInstants): PlanPair & { ring: PlanFacts } {
  const to = {
    ...pair.to,
    announcedAt: pair.to.announcedAt ?? dates.publish,
    publishedAt: pair.to.publishedAt ?? dates.publish,
  };
  const from = {
    ...pair.from,
    announcedAt: pair.from.announcedAt ?? dates.publish,
    previousAt: dates.rotate,
    revokedAt: dates.revoke,
    takenDownAt: dates['publish-without'],
  };
  const keys = facts.keys.map((key) => (key.id === from.id ? from : key.id === to.id ? to : key));
  return { from, to, ring: { ...facts, keys } };
}
