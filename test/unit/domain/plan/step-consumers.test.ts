// Plans of a ring with registered consumers: who is named at which step, and what waits for whom.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisteredConsumer } from '../../../../shared/domain/consumers/needs.ts';
import { plusDays } from '../../../../shared/domain/timing/instants.ts';
import { planAtHand } from '../../../../shared/domain/plan/make-plan.ts';
import type { PlanFacts } from '../../../../shared/domain/plan/facts.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import { isPinned } from '../../../../shared/domain/consumers/consumer.ts';
import type { PlanOrder, PlanView, StepKind } from '../../../../shared/domain/plan/plan.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aConsumer, noted } from '../../../support/consumers.ts';
import { aKey, aRing, AT, aTenant } from '../../../support/keys.ts';

const ROTATED = plusDays(AT, 20);
const NOW = plusDays(AT, 60);
const terms = { ...DEFAULT_TERMS.production, confirmConsumers: false };
const outside = { announcedAt: AT, publishedAt: AT };

const waiting = (consumers: readonly RegisteredConsumer[]): PlanFacts => ({
  place: approvalPlace(aTenant),
  keys: [aKey({ kid: 'A', state: 'current', currentAt: AT, ...outside }), aKey({ kid: 'B', ...outside })],
  terms,
  cacheSeen: null,
  consumers,
  published: true,
  publications: [{ at: AT, kids: ['A', 'B'] }],
  proofs: [],
  handOuts: [],
  confirmations: [],
  waiting: [],
});

const rotated = (consumers: readonly RegisteredConsumer[]): PlanFacts => ({
  ...waiting(consumers),
  keys: [
    aKey({ kid: 'A', state: 'previous', currentAt: AT, previousAt: ROTATED, ...outside }),
    aKey({ kid: 'B', state: 'current', currentAt: ROTATED, ...outside }),
    aKey({ kid: 'C', ...outside }),
  ],
  publications: [{ at: ROTATED, kids: ['B', 'C', 'A'] }],
  proofs: [{ ok: true, at: ROTATED, kid: 'B' }],
});

const view = (order: PlanOrder, facts: PlanFacts): PlanView => planAtHand(aRing, order, facts, NOW);
const step = (plan: PlanView, kind: StepKind) => plan.steps.find((one) => one.kind === kind);
const state = (plan: PlanView, kind: StepKind) => step(plan, kind)?.state;

const has = { kid: 'B', kind: 'has' as const };
const letGo = { kid: 'A', kind: 'let-go' as const, at: NOW };
const anyConsumers = fc.array(
  fc
    .tuple(fc.boolean(), fc.subarray([has, letGo]))
    .map(([pinned, notes]) => aConsumer({ verifier: pinned ? 'pinned' : 'jose' }, notes)),
  { maxLength: 4 },
);

describe('a plan with registered consumers', () => {
  it('has the same steps and the same hash as ever while none of them holds keys by hand', () => {
    const plain = view('apps-first', waiting([]));
    const fetching = view('apps-first', waiting([aConsumer({ verifier: 'jose' })]));
    expect(fetching).toEqual(plain);
    expect(plain.steps).toHaveLength(11);
  });

  it('asks each for each of its steps, and is another plan when their caches need longer', () => {
    const portal = aConsumer({ name: 'Portal' });
    const firmware = aConsumer({ name: 'Firmware' }, [has]);
    const plan = view('apps-first', waiting([portal, firmware, aConsumer({ verifier: 'jose' })]));
    expect(plan.steps.map(({ kind }) => kind)).toContain('let-go');
    expect(step(plan, 'confirm-consumers')?.consumers).toEqual([
      { name: 'Portal', at: null },
      { name: 'Firmware', at: AT },
    ]);
    expect([state(plan, 'hand-out'), state(plan, 'confirm-consumers'), state(plan, 'rotate')]).toEqual([
      'person',
      'person',
      'blocked',
    ]);
    const given = noted(portal, { kid: 'B', kind: 'handed-out' });
    expect(state(view('apps-first', waiting([given, firmware])), 'hand-out')).toBe('done');
    const slow = aConsumer({ verifier: 'jose', cacheSeconds: 200_000 });
    expect(view('apps-first', waiting([portal, firmware, slow])).hash).not.toBe(plan.hash);
  });

  it('takes a general confirmation for nobody in particular', () => {
    const facts = { ...waiting([aConsumer()]), confirmations: [{ kid: 'B', at: AT }] };
    expect(state(view('apps-first', facts), 'confirm-consumers')).toBe('person');
  });

  it('asks to let go while time runs, and revokes when both are over', () => {
    const soon = plusDays(ROTATED, 0);
    const facts = rotated([aConsumer({}, [has])]);
    const early = planAtHand(aRing, 'rotate-first', facts, soon);
    expect([state(early, 'let-go'), state(early, 'wait-safe')]).toEqual(['person', 'waiting']);
    const late = view('rotate-first', facts);
    expect([state(late, 'let-go'), state(late, 'wait-safe'), state(late, 'revoke')]).toEqual([
      'person',
      'done',
      'blocked',
    ]);
    const free = view('rotate-first', rotated([aConsumer({}, [has, letGo])]));
    expect([state(free, 'let-go'), state(free, 'revoke')]).toEqual(['done', 'due']);
  });

  it('never rotates without those who come first, and never revokes without any', () => {
    const pinnedIn = (consumers: readonly RegisteredConsumer[]) =>
      consumers.filter(({ consumer }) => isPinned(consumer));
    const all = (consumers: readonly RegisteredConsumer[], kind: 'has' | 'let-go') =>
      pinnedIn(consumers).every(({ notes }) => notes.some((note) => note.kind === kind));
    fc.assert(
      fc.property(anyConsumers, (consumers) => {
        expect(state(view('apps-first', waiting(consumers)), 'rotate') === 'due').toBe(all(consumers, 'has'));
        expect(state(view('rotate-first', waiting(consumers)), 'rotate')).toBe('due');
        expect(state(view('rotate-first', rotated(consumers)), 'revoke') === 'due').toBe(
          all(consumers, 'has') && all(consumers, 'let-go'),
        );
      }),
    );
  });
});
