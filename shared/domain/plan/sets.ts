// What a plan does to the ring's part of the published set, as kids in publishing order. Keys of other rings and foreign
// keys are not touched by a plan and are left out.
import type { SigningKey } from '../key-ring/key.ts';
import type { RotationPlan, StepKind } from './plan.ts';
import type { PlanPair } from './facts.ts';
import { keyIn } from '../key-ring/lane.ts';

/** `null` stands for the key that the rotation will make. */
type Kids = (string | null)[];

export interface SetChanges {
  /** Before the first step. */
  start: Kids;
  /** After the steps that change the set. */
  after: Partial<Record<StepKind, Kids>>;
}

export function setChanges(
  { published }: RotationPlan,
  { from, to }: PlanPair,
  keys: readonly SigningKey[],
): SetChanges {
  if (!published) {
    return { start: [], after: {} };
  }
  const older = keys
    .filter((key) => key.state === 'previous' && key.id !== from.id)
    .sort((a, b) => (b.previousAt ?? '').localeCompare(a.previousAt ?? ''));
  const olderKids = older.map(({ kid }) => kid);
  const successor = to.state === 'next' ? null : (keyIn('next', keys)?.kid ?? null);
  return {
    start: [from, ...older].filter(({ publishedAt }) => publishedAt !== null).map(({ kid }) => kid),
    after: {
      publish: [from.kid, to.kid, ...olderKids],
      'publish-after': [to.kid, successor, from.kid, ...olderKids],
      'publish-without': [to.kid, successor, ...olderKids],
    },
  };
}
