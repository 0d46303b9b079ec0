// What a plan tells of its steps while it runs: what can be done, what holds the others, and why a step does not end.
import { describe, expect, it } from 'vitest';
import type { ProofStep } from '../../../../shared/domain/evidence/proof.ts';
import type { PlanFacts } from '../../../../shared/domain/plan/facts.ts';
import { planAtHand, planByHash } from '../../../../shared/domain/plan/make-plan.ts';
import type { PlanOrder, PlanView, StepKind } from '../../../../shared/domain/plan/plan.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing, AT } from '../../../support/keys.ts';
import { made, moment, type Moment, pushed, run, start, step } from '../../../support/plan-story.ts';

const kindsIn = (view: PlanView, ...wanted: string[]) =>
  view.steps.filter(({ state }) => wanted.includes(state)).map(({ kind }) => kind);

/** The steps that can be done, those that time does, and what holds rotation, revocation and the end. */
const told = ({ view }: Moment) => [
  kindsIn(view, 'due', 'person').join(' '),
  kindsIn(view, 'waiting').join(' '),
  (['rotate', 'revoke', 'prove-again'] as const).map((kind) => step(view, kind).blockedBy ?? '-').join(' '),
];

describe('what can be done at each moment, and what holds the rest', () => {
  it('applications first', () => {
    expect(run('apps-first').map(told)).toEqual([
      ['publish hand-out confirm-consumers', '', 'publish confirm-consumers publish-without'],
      ['hand-out confirm-consumers', 'wait-ready', 'confirm-consumers confirm-consumers publish-without'],
      ['confirm-consumers', 'wait-ready', 'confirm-consumers confirm-consumers publish-without'],
      ['', 'wait-ready', 'wait-ready publish-after publish-without'],
      ['rotate', '', '- publish-after publish-without'],
      ['publish-after', 'wait-safe', '- publish-after publish-without'],
      ['prove', 'wait-safe', '- prove publish-without'],
      ['', 'wait-safe', '- wait-safe publish-without'],
      ['revoke', '', '- - publish-without'],
      ['publish-without', '', '- - publish-without'],
      ['prove-again', '', '- - -'],
      ['', '', '- - -'],
    ]);
  });

  it('the ring first', () => {
    expect(run('rotate-first').map(told)).toEqual([
      ['publish', '', 'publish publish-after publish-without'],
      ['', 'wait-ready', 'wait-ready publish-after publish-without'],
      ['rotate', '', '- publish-after publish-without'],
      ['publish-after hand-out confirm-consumers', 'wait-safe', '- publish-after publish-without'],
      ['prove hand-out confirm-consumers', 'wait-safe', '- prove publish-without'],
      ['hand-out confirm-consumers', 'wait-safe', '- confirm-consumers publish-without'],
      ['confirm-consumers', 'wait-safe', '- confirm-consumers publish-without'],
      ['', 'wait-safe', '- wait-safe publish-without'],
      ['revoke', '', '- - publish-without'],
      ['publish-without', '', '- - publish-without'],
      ['prove-again', '', '- - -'],
      ['', '', '- - -'],
    ]);
  });

  it('with somebody who holds keys by hand, who is asked to let go once the ring has rotated', () => {
    const facts = start({ consumers: [aConsumer()] });
    const before = planAtHand(aRing, 'rotate-first', facts, AT);
    expect(step(before, 'let-go')).toMatchObject({
      state: 'blocked',
      blockedBy: 'rotate',
      at: step(before, 'rotate').at,
    });
    const goneBefore = { ...facts, consumers: [aConsumer({}, [{ kid: 'A', kind: 'let-go' }])] };
    expect(step(planAtHand(aRing, 'rotate-first', goneBefore, AT), 'let-go').state).toBe('blocked');
    const after = made('rotate', pushed(facts, AT), plusDays(AT, 1), before.plan);
    expect(step(planAtHand(aRing, 'rotate-first', after, plusDays(AT, 1)), 'let-go').state).toBe('person');
  });

  it('is done when it was done first, however often and in whatever order that was noted', () => {
    const notes = [2, 1, 3].map((day) => ({ kid: 'B', at: plusDays(AT, day) }));
    const view = planAtHand(aRing, 'apps-first', start({ handOuts: notes, confirmations: notes }), plusDays(AT, 4));
    expect([step(view, 'hand-out').at, step(view, 'confirm-consumers').at]).toEqual([plusDays(AT, 1), plusDays(AT, 1)]);
  });

  it('is done for the certificate that the key has now, and for this key alone', () => {
    const [keyA, keyB] = start().keys;
    const renewed = { keys: [keyA ?? aKey(), { ...(keyB ?? aKey()), certificateSince: plusDays(AT, 2) }] };
    const at = (kid: string, day: number, kind: 'hand-out' | 'confirm-consumers') => {
      const notes = [{ kid, at: plusDays(AT, day) }];
      const facts = start({ ...renewed, [kind === 'hand-out' ? 'handOuts' : 'confirmations']: notes });
      return step(planAtHand(aRing, 'apps-first', facts, plusDays(AT, 4)), kind).state;
    };
    for (const kind of ['hand-out', 'confirm-consumers'] as const) {
      expect([at('B', 1, kind), at('B', 2, kind), at('A', 3, kind)]).toEqual(['person', 'done', 'person']);
    }
  });

  it('held up by nothing once it is done, whatever should have gone before it', () => {
    const notes = [{ kid: 'B', at: AT }];
    const view = planAtHand(aRing, 'rotate-first', start({ handOuts: notes, confirmations: notes }), AT);
    expect(step(view, 'hand-out')).toMatchObject({ state: 'done', blockedBy: null });
    expect(step(view, 'confirm-consumers')).toMatchObject({ state: 'done', blockedBy: null });
  });

  it('is waited for once somebody can know the key, and not where nobody ever will', () => {
    const unknown = [
      aKey({ kid: 'A', state: 'current', currentAt: AT, createdAt: AT }),
      aKey({ kid: 'B', createdAt: AT }),
    ];
    const fresh = start({ keys: unknown, publications: [] });
    const { plan, steps } = planAtHand(aRing, 'rotate-first', fresh, AT);
    expect(steps.find(({ kind }) => kind === 'wait-ready')).toMatchObject({ state: 'blocked', blockedBy: 'publish' });
    const rotated = made('rotate', fresh, plusDays(AT, 1), plan);
    for (const facts of [rotated, { ...fresh, published: false }]) {
      const view = planAtHand(aRing, 'rotate-first', facts, plusDays(AT, 1));
      expect(step(view, 'wait-ready')).toMatchObject({ state: 'done', at: AT });
    }
  });

  it('wants a key that signs, whichever others there are', () => {
    const keys = [aKey(), aKey({ state: 'previous', previousAt: AT })];
    expect(() => planAtHand(aRing, 'rotate-first', start({ keys }), AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_CURRENT' }),
    );
  });

  it('is about those who hold keys by hand in their three steps alone', () => {
    const view = planAtHand(aRing, 'rotate-first', start({ consumers: [aConsumer({ name: 'Portal' })] }), AT);
    const about = view.steps.flatMap(({ kind, consumers }) => consumers.map(({ name }) => `${kind}: ${name}`));
    expect(about).toEqual(['hand-out: Portal', 'confirm-consumers: Portal', 'let-go: Portal']);
  });

  it('has an end, a sum and advice only where there is a wait or a date', () => {
    const { view, now } = moment(run('rotate-first'), (one) => step(one, 'wait-ready').state === 'waiting');
    const names = (fits: (one: PlanView['steps'][number]) => boolean) =>
      view.steps.filter(fits).map(({ kind }) => kind);
    expect(names(({ until }) => until !== null)).toEqual(['wait-ready']);
    expect(names(({ parts }) => parts.length > 0)).toEqual(['wait-ready', 'wait-safe']);
    expect(names(({ advisedAt }) => advisedAt !== null)).toEqual(['rotate', 'revoke']);
    expect(step(view, 'publish').at).toBe(plusSeconds(now, -1));
  });
});

describe('the set around each step', () => {
  const older = ['O1', 'O2', 'O3'].map((kid, index) =>
    aKey({ kid, state: 'previous', previousAt: plusDays(AT, -5 + index), announcedAt: AT, publishedAt: AT }),
  );
  const sets = (facts: PlanFacts) =>
    planAtHand(aRing, 'rotate-first', facts, AT).steps.map(({ kind, kidsBefore, kidsAfter }) => ({
      kind,
      kidsBefore,
      kidsAfter,
    }));

  it('has the newest of the former keys first, and before the plan only what was seen', () => {
    const facts = start();
    const unseen = aKey({ kid: 'U', state: 'previous', previousAt: plusDays(AT, -9) });
    const [publish] = sets({ ...facts, keys: [...facts.keys, ...older, unseen] });
    expect(publish).toEqual({
      kind: 'publish',
      kidsBefore: ['A', 'O3', 'O2', 'O1'],
      kidsAfter: ['A', 'B', 'O3', 'O2', 'O1', 'U'],
    });
  });

  it('names the successor once it is made', () => {
    const { plan } = planAtHand(aRing, 'rotate-first', start(), AT);
    const rotated = made('rotate', pushed(start(), AT), plusDays(AT, 1), plan);
    const next = rotated.keys.find(({ state }) => state === 'next')?.kid ?? '';
    expect(sets(rotated).find(({ kind }) => kind === 'publish-after')?.kidsAfter).toEqual(['B', next, 'A']);
  });

  it('is empty for a ring that is not published', () => {
    expect(
      sets(start({ published: false })).flatMap(({ kidsBefore, kidsAfter }) => [...kidsBefore, ...kidsAfter]),
    ).toEqual([]);
  });
});

describe('why a step that is due does not end', () => {
  const problems = (view: PlanView) =>
    view.steps.flatMap(({ kind, problem }) => (problem === null ? [] : [[kind, problem]]));
  const dueAt = (kind: StepKind, order: PlanOrder = 'rotate-first') =>
    moment(run(order), (view) => step(view, kind).state === 'due');
  const withFacts = ({ view, facts, now }: Moment, part: Partial<PlanFacts>) =>
    planByHash(aRing, view.hash, { ...facts, ...part }, now);

  it('says nothing where doing it is all that is missing, and wants a reason to revoke', () => {
    for (const kind of ['publish', 'rotate', 'publish-after', 'prove', 'publish-without', 'prove-again'] as const) {
      expect(problems(dueAt(kind).view)).toEqual([]);
    }
    expect(problems(dueAt('revoke').view)).toEqual([['revoke', { code: 'wants-reason' }]]);
  });

  it('was sent and is not seen: each push by what it is for', () => {
    const publish = dueAt('publish');
    const after = dueAt('publish-after');
    const without = dueAt('publish-without');
    const seen = (at: Moment, kids: string[], later = 0) => {
      const publications = [
        { at: AT, kids: ['A', 'B'] },
        { at: plusSeconds(at.now, later), kids, confirmedAt: null },
      ];
      const view = withFacts(at, { publications });
      return view.steps.flatMap(({ kind, sent }) => (sent ? [kind] : []));
    };
    expect(seen(publish, ['A', 'B'])).toEqual(['publish']);
    expect(seen(publish, ['A'])).toEqual([]);
    expect(seen(after, ['B', 'C'])).toEqual(['publish-after']);
    expect(seen(after, ['A'])).toEqual([]);
    expect(seen(after, ['A', 'B'], -2)).toEqual([]);
    expect(seen(without, ['B'])).toEqual(['publish-without']);
    expect(seen(without, ['B', 'A'])).toEqual([]);
    expect(seen(without, ['B'], -2)).toEqual([]);
    const publications = [{ at: after.now, kids: ['B'], confirmedAt: null }];
    expect(problems(withFacts(after, { publications }))).toEqual([['publish-after', { code: 'not-seen' }]]);
  });

  it('waits for a place for the key that comes, which the one that leaves needs no more', () => {
    const waiting = ['B'];
    const noPlace = { code: 'no-place', kid: 'B' };
    expect(problems(withFacts(dueAt('publish'), { waiting }))).toEqual([['publish', noPlace]]);
    expect(problems(withFacts(dueAt('publish-after'), { waiting }))).toEqual([['publish-after', noPlace]]);
    expect(problems(withFacts(dueAt('publish'), { waiting: ['A'] }))).toEqual([]);
    expect(problems(withFacts(dueAt('publish-without'), { waiting }))).toEqual([]);
  });

  it('failed: the newest proof of a key of ours since its step, and where', () => {
    const failed: ProofStep = { step: 'issuer', ok: false, detail: 'another issuer' };
    const passed: ProofStep = { step: 'fetched', ok: true, detail: '' };
    const proof = (at: string, part: Partial<PlanFacts['proofs'][number]> = {}) => ({
      ok: false,
      at,
      kid: 'B',
      steps: [passed, failed],
      ...part,
    });
    for (const kind of ['prove', 'prove-again'] as const) {
      const due = dueAt(kind);
      const later = plusSeconds(due.now, 1);
      const problem = (proofs: PlanFacts['proofs']) =>
        problems(withFacts(due, { proofs: [...due.facts.proofs, ...proofs] }));
      const notProven = [[kind, { code: 'not-proven', kid: 'B', at: later, failed }]];
      expect(problem([proof(due.now), proof(later)])).toEqual(notProven);
      expect(problem([proof(later), proof(due.now)])).toEqual(notProven);
      expect(problem([proof(due.now, { kid: 'A' }), proof(due.now, { kid: 'of another ring' })])).toEqual([]);
      expect(problem([proof(plusDays(AT, -1))])).toEqual([]);
      expect(problem([proof(later, { steps: [passed] })])).toEqual([]);
    }
  });
});
