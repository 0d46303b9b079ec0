import { describe, expect, test } from 'vitest';
import { planAtHand } from '../../../../shared/domain/plan/make-plan.ts';
import { nextOf, orderOf, progressOf, readAgainIn } from '../../../../renderer/plans/state/plan.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import type { PlanOrder } from '../../../../shared/domain/plan/plan.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aKey, aTenant } from '../../../support/keys.ts';
import { ringView } from '../../../support/views.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const now = Date.parse(NOW);
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();

/** `seen`: when the next key was seen outside; `rotated`: when it took over. */
function plan(order: PlanOrder, { seen = null, rotated = null, confirm = true }: Facts = {}) {
  const moved = rotated !== null;
  const keys = [
    aKey({ state: moved ? 'previous' : 'current', publishedAt: before(900_000), previousAt: rotated }),
    aKey({ state: moved ? 'current' : 'next', publishedAt: seen, currentAt: rotated }),
    ...(moved ? [aKey()] : []),
  ];
  const terms = { ...DEFAULT_TERMS.production, confirmConsumers: confirm };
  const none = {
    published: true,
    publications: [],
    proofs: [],
    handOuts: [],
    waiting: [],
    confirmations: [],
    consumers: [],
  };
  return planAtHand(
    ringView(keys).ring,
    order,
    { place: approvalPlace(aTenant), keys, terms, cacheSeen: null, ...none },
    NOW,
  );
}

interface Facts {
  seen?: string | null;
  rotated?: string | null;
  confirm?: boolean;
}

describe('what a plan asks for now', () => {
  test('a run, while a step is due', () => {
    expect(nextOf(plan('rotate-first'))).toEqual({ what: 'run', due: ['publish'] });
  });

  test('a person, before it asks for patience', () => {
    expect(nextOf(plan('apps-first', { seen: before(60) }))).toEqual({ what: 'person', step: 'hand-out' });
  });

  test('patience, with the instant at which it ends', () => {
    const next = nextOf(plan('rotate-first', { seen: before(60) }));
    // One day of caches and an hour of safety.
    expect(next).toEqual({ what: 'wait', step: 'wait-ready', until: before(60 - 86_400 - 3600) });
  });

  test('nothing, when it is complete', () => {
    expect(nextOf({ ...plan('apps-first'), complete: true })).toEqual({ what: 'complete' });
  });
});

test('a plan is read again when its wait ends, and not while none runs', () => {
  expect(readAgainIn(plan('rotate-first'), now)).toBe(false);
  const waiting = plan('rotate-first', { seen: before(90_000 - 20) });
  expect(readAgainIn(waiting, now)).toBe(20_000);
  expect(readAgainIn(waiting, now + 60_000)).toBe(1000);
});

test('a change that was begun without the consumers goes rotate-first; otherwise the safer order is offered', () => {
  expect(orderOf(plan('apps-first'))).toBe('apps-first');
  expect(orderOf(plan('apps-first', { seen: before(200_000), rotated: before(60) }))).toBe('rotate-first');
  const unasked = { seen: before(200_000), rotated: before(60), confirm: false };
  expect(orderOf(plan('apps-first', unasked))).toBe('apps-first');
});

test('settled steps are counted, needed or not', () => {
  expect(progressOf(plan('rotate-first', { seen: before(60), confirm: false }))).toEqual({ settled: 3, all: 11 });
});
