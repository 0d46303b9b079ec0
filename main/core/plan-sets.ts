// What each step of a plan does to the ring's part of the published set: the kids before and after it, in publishing
// order. Keys of other rings and foreign keys are not touched by a plan and are left out.
import type { PlanStep, RotationPlan, StepKind } from '../../shared/plan.ts';
import type { DatedKey } from './dated-key.ts';
import type { PlanPair } from './plan-facts.ts';

type Kids = (string | null)[];

export function setsOf(
  { published }: RotationPlan,
  { from, to }: PlanPair,
  keys: readonly DatedKey[],
  kinds: readonly StepKind[],
): Record<StepKind, Pick<PlanStep, 'kidsBefore' | 'kidsAfter'>> {
  const others = keys
    .filter((key) => key.state === 'previous' && key.id !== from.id)
    .sort((a, b) => (b.previousAt ?? '').localeCompare(a.previousAt ?? ''));
  const older = others.map(({ kid }) => kid);
  // The rotation makes the successor, so before that it has no name.
  const successor = to.state === 'next' ? null : (keys.find(({ state }) => state === 'next')?.kid ?? null);
  const changes: Partial<Record<StepKind, Kids>> = {
    publish: [from.kid, to.kid, ...older],
    'publish-after': [to.kid, successor, from.kid, ...older],
    'publish-without': [to.kid, successor, ...older],
  };
  let set: Kids = [from, ...others].filter((key) => key.publishedAt !== null).map(({ kid }) => kid);
  const sets = kinds.map((kind) => {
    const kidsBefore = set;
    set = changes[kind] ?? set;
    return [kind, published ? { kidsBefore, kidsAfter: set } : { kidsBefore: [], kidsAfter: [] }] as const;
  });
  return Object.fromEntries(sets) as Record<StepKind, (typeof sets)[number][1]>;
}
