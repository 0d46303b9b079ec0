// A rotation by a plan as it goes on: what the world looks like after each step, by the rules of the ring.
import { expect } from 'vitest';
import { planAtHand, planByHash } from '../../shared/domain/plan/make-plan.ts';
import type { PlanFacts } from '../../shared/domain/plan/facts.ts';
import { keyIn } from '../../shared/domain/key-ring/lane.ts';
import { revoked, type RingChange, rotated } from '../../shared/domain/key-ring/life-cycle.ts';
import { approvalPlace } from '../../shared/domain/approval.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import {
  isSettled,
  type PlanOrder,
  type PlanStep,
  type PlanView,
  type StepKind,
} from '../../shared/domain/plan/plan.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../shared/domain/timing/policy.ts';
import { plusSeconds } from '../../shared/domain/timing/instants.ts';
import { aKey, aRing, AT, aTenant } from './keys.ts';

export const terms: PolicyTerms = {
  ...DEFAULT_TERMS.production,
  verifierCacheSeconds: 600,
  tokenLifetimeSeconds: 3_600,
  clockSkewSeconds: 60,
  safetySeconds: 10,
};
export const READY = 610;
export const SAFE = 3_670;
export const ROUTINE = { reason: 'routine', compromised: false, compromisedSince: null };

export const start = (part: Partial<PlanFacts> = {}): PlanFacts => ({
  place: approvalPlace(aTenant),
  keys: [
    aKey({ kid: 'A', state: 'current', currentAt: AT, announcedAt: AT, publishedAt: AT }),
    aKey({ kid: 'B', createdAt: AT }),
  ],
  terms,
  cacheSeen: null,
  published: true,
  publications: [{ at: AT, kids: ['A'] }],
  proofs: [],
  handOuts: [],
  confirmations: [],
  waiting: [],
  consumers: [],
  ...part,
});

export function changed(facts: PlanFacts, { updated, added }: RingChange): PlanFacts {
  const keys = facts.keys.map((key) => updated.find(({ id }) => id === key.id) ?? key);
  return { ...facts, keys: [...keys, ...added] };
}

/** A push that is confirmed, and the look from outside after it. */
export function pushed(facts: PlanFacts, at: string): PlanFacts {
  const keys = facts.keys.map((key) =>
    key.state === 'revoked'
      ? { ...key, takenDownAt: key.takenDownAt ?? (key.announcedAt === null ? null : at) }
      : { ...key, announcedAt: key.announcedAt ?? at, publishedAt: key.publishedAt ?? at },
  );
  const kids = keys.filter(({ state }) => state !== 'revoked').map(({ kid }) => kid);
  return { ...facts, keys, publications: [...facts.publications, { at, kids }] };
}

/** What the world looks like after the step was made at `at`, by the rules of the ring. */
export function made(kind: StepKind, facts: PlanFacts, at: string, plan: PlanView['plan']): PlanFacts {
  const note = { kid: plan.to, at };
  switch (kind) {
    case 'publish':
    case 'publish-after':
    case 'publish-without':
      return pushed(facts, at);
    case 'hand-out':
      return { ...facts, handOuts: [...facts.handOuts, note] };
    case 'confirm-consumers':
      return { ...facts, confirmations: [...facts.confirmations, note] };
    case 'rotate':
      return changed(facts, rotated('default', facts.keys, aKey({ createdAt: at }), at));
    case 'prove':
    case 'prove-again':
      return { ...facts, proofs: [...facts.proofs, { ok: true, at, kid: keyIn('current', facts.keys)?.kid ?? '' }] };
    case 'revoke': {
      const former = facts.keys.find(({ kid }) => kid === plan.from) ?? aKey();
      return changed(facts, revoked(former, ROUTINE, at));
    }
    case 'let-go':
    case 'wait-ready':
    case 'wait-safe':
      return facts;
  }
}

export const step = (view: PlanView, kind: StepKind): PlanStep => {
  const found = view.steps.find((one) => one.kind === kind);
  if (found === undefined) {
    throw new Error(`no step ${kind}`);
  }
  return found;
};
export const states = (view: PlanView) => Object.fromEntries(view.steps.map(({ kind, state }) => [kind, state]));
export const open = (view: PlanView) => view.steps.filter(({ state }) => !isSettled(state)).map(({ kind }) => kind);

export interface Moment {
  facts: PlanFacts;
  now: string;
  view: PlanView;
}

/** The first moment of a story that fits. */
export function moment(story: readonly Moment[], fits: (view: PlanView) => boolean): Moment {
  const found = story.find(({ view }) => fits(view));
  if (found === undefined) {
    throw new Error('no such moment');
  }
  return found;
}

/** Runs a plan to its end as an officer would: due steps one second apart, waits waited for. */
export function run(order: PlanOrder, facts = start(), ring: KeyRing = aRing): Moment[] {
  let now = plusSeconds(AT, 1);
  let view = planAtHand(ring, order, facts, now);
  const { hash } = view;
  const story: Moment[] = [{ facts, now, view }];
  while (!view.complete) {
    const doable = view.steps.find(({ state }) => state === 'due' || state === 'person');
    const wait = view.steps.find(({ state }) => state === 'waiting');
    if (doable !== undefined) {
      facts = made(doable.kind, facts, now, view.plan);
      now = plusSeconds(now, 1);
    } else {
      now = wait?.until ?? '';
    }
    view = planByHash(ring, hash, facts, now);
    story.push({ facts, now, view });
    expect(story.length).toBeLessThan(20);
  }
  return story;
}
