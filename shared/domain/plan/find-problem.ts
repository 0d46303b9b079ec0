// Which of these stands in the way of a step, as the facts show it.
import type { Instant } from '../timing/instant.ts';
import { hasCome } from '../timing/instants.ts';
import { isProven, type PlanFacts, type PlanPair, type StepInstants, wasSent } from './facts.ts';
import type { StepKind } from './plan.ts';
import type { StepProblem } from './step-problem.ts';

/** For a step that is due; `null` where nothing but doing it is missing. */
export function problemOf(kind: StepKind, pair: PlanPair, facts: PlanFacts, done: StepInstants): StepProblem | null {
  switch (kind) {
    case 'publish':
    case 'publish-after':
    case 'publish-without':
      return notPublished(kind, pair, facts);
    case 'prove':
      return notProven(pair, facts, done.rotate);
    case 'prove-again':
      return notProven(pair, facts, done['publish-without']);
    case 'revoke':
      return { code: 'wants-reason' };
    case 'rotate':
    case 'hand-out':
    case 'confirm-consumers':
    case 'let-go':
    case 'wait-ready':
    case 'wait-safe':
      return null;
  }
}

function notPublished(kind: StepKind, pair: PlanPair, facts: PlanFacts): StepProblem | null {
  if (kind !== 'publish-without' && facts.waiting.includes(pair.to.kid)) {
    return { code: 'no-place', kid: pair.to.kid };
  }
  return wasSent(kind, pair, facts) ? { code: 'not-seen' } : null;
}

function notProven({ from }: PlanPair, { keys, proofs }: PlanFacts, since: Instant | null): StepProblem | null {
  const ours = new Set(keys.map(({ kid }) => kid).filter((kid) => kid !== from.kid));
  const newest = proofs
    .filter(({ kid, at }) => ours.has(kid) && hasCome(since, at))
    .reduce<PlanFacts['proofs'][number] | null>((last, one) => (last !== null && last.at >= one.at ? last : one), null);
  const failed = newest?.steps?.find(({ ok }) => !ok);
  return newest === null || isProven(newest) || failed === undefined
    ? null
    : { code: 'not-proven', kid: newest.kid, at: newest.at, failed };
}
