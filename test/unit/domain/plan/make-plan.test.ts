import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardRevoke, guardRotate } from '../../../support/guards.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { planAtHand, planByHash, planHash, rehearsalMissing } from '../../../../shared/domain/plan/make-plan.ts';
import type { PlanFacts } from '../../../../shared/domain/plan/facts.ts';
import { isSettled } from '../../../../shared/domain/plan/plan.ts';
import { keyIn } from '../../../../shared/domain/key-ring/lane.ts';
import { rotatedAndRevoked } from '../../../../shared/domain/key-ring/life-cycle.ts';
import { PLAN_ORDERS, type PlanOrder, type StepKind } from '../../../../shared/domain/plan/plan.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aKey, aRing, AT } from '../../../support/keys.ts';
import {
  changed,
  made,
  moment,
  open,
  pushed,
  READY,
  ROUTINE,
  run,
  SAFE,
  start,
  states,
  step,
  terms,
} from '../../../support/plan-story.ts';

describe('a plan before anything is done', () => {
  it('tells the steps of both orders, with what each waits for', () => {
    const facts = start();
    expect(
      planAtHand(aRing, 'apps-first', facts, AT).steps.map(({ kind, state, blockedBy }) => [kind, state, blockedBy]),
    ).toEqual([
      ['publish', 'due', null],
      ['hand-out', 'person', null],
      ['confirm-consumers', 'person', null],
      ['wait-ready', 'blocked', 'publish'],
      ['rotate', 'blocked', 'publish'],
      ['publish-after', 'blocked', 'rotate'],
      ['prove', 'blocked', 'publish-after'],
      ['wait-safe', 'blocked', 'rotate'],
      ['revoke', 'blocked', 'confirm-consumers'],
      ['publish-without', 'blocked', 'revoke'],
      ['prove-again', 'blocked', 'publish-without'],
    ]);
    expect(planAtHand(aRing, 'rotate-first', facts, AT).steps.map(({ kind }) => kind)).toEqual([
      'publish',
      'wait-ready',
      'rotate',
      'publish-after',
      'prove',
      'hand-out',
      'confirm-consumers',
      'wait-safe',
      'revoke',
      'publish-without',
      'prove-again',
    ]);
  });

  it('has the whole time line', () => {
    const view = planAtHand(aRing, 'apps-first', start(), AT);
    const [ready, safe] = [plusSeconds(AT, READY), plusSeconds(AT, READY + SAFE)];
    expect(step(view, 'publish').at).toBe(AT);
    expect(step(view, 'wait-ready')).toMatchObject({ at: ready, parts: [{ seconds: 600 }, { seconds: 10 }] });
    expect(step(view, 'rotate')).toMatchObject({ at: ready, advisedAt: plusDays(AT, 14) });
    expect(step(view, 'revoke')).toMatchObject({ at: safe, advisedAt: plusDays(ready, 14) });
    expect(view.endsAt).toBe(safe);
    expect(view.bites.at).toBe(plusSeconds(safe, 600));
  });

  it('says what each step does to the published set', () => {
    const older = aKey({ kid: 'O', state: 'previous', previousAt: plusDays(AT, -1), announcedAt: AT, publishedAt: AT });
    const facts = start();
    const view = planAtHand(aRing, 'rotate-first', { ...facts, keys: [...facts.keys, older] }, AT);
    const changing = view.steps.filter(({ kidsBefore, kidsAfter }) => kidsBefore.join() !== kidsAfter.join());
    expect(changing.map(({ kind, kidsBefore, kidsAfter }) => [kind, kidsBefore, kidsAfter])).toEqual([
      ['publish', ['A', 'O'], ['A', 'B', 'O']],
      ['publish-after', ['A', 'B', 'O'], ['B', null, 'A', 'O']],
      ['publish-without', ['B', null, 'A', 'O'], ['B', null, 'O']],
    ]);
  });

  it('asks nobody where the policy needs no confirmation, and publishes nothing of a local ring', () => {
    const quick = start({ terms: DEFAULT_TERMS.development });
    expect(states(planAtHand(aRing, 'apps-first', quick, AT))).toMatchObject({
      'hand-out': 'not-needed',
      'confirm-consumers': 'not-needed',
    });
    const local = start({
      keys: [aKey({ kid: 'A', state: 'current', currentAt: AT }), aKey({ kid: 'B' })],
      published: false,
      publications: [],
    });
    const view = planAtHand({ ...aRing, alg: 'Ed25519' }, 'rotate-first', local, AT);
    expect(open(view)).toEqual(['rotate', 'hand-out', 'confirm-consumers', 'wait-safe', 'revoke']);
    expect(step(view, 'rotate').state).toBe('due');
    expect(step(view, 'revoke').at).toBe(AT);
  });

  it('needs two keys', () => {
    expect(() => planAtHand(aRing, 'apps-first', start({ keys: [aKey()] }), AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_CURRENT' }),
    );
    expect(() => planAtHand(aRing, 'apps-first', start({ keys: [aKey({ state: 'current' })] }), AT)).toThrow(
      expect.objectContaining({ code: 'RING_HAS_NO_NEXT' }),
    );
  });
});

const hashOf = (facts: PlanFacts, order: PlanOrder = 'apps-first', now = AT) =>
  planAtHand(aRing, order, facts, now).hash;

describe('the hash of a plan', () => {
  it('survives waiting and whatever does not touch the change itself', () => {
    const facts = start();
    const other = { ...facts, cacheSeen: { seconds: 9, onErrorSeconds: 9, header: 'max-age=9' } };
    const renamed = { ...facts, terms: { ...terms, rotateEveryDays: 30, rehearsalDays: 1, destroyAfterDays: 1 } };
    const older = aKey({ state: 'revoked', revokedAt: AT });
    for (const same of [pushed(facts, AT), other, renamed, { ...facts, keys: [...facts.keys.toReversed(), older] }]) {
      expect(hashOf(same, 'apps-first', plusDays(AT, 30))).toBe(hashOf(facts));
    }
  });

  it('changes with the order, the keys, and every number that the plan waits by', () => {
    const facts = start();
    const next = aKey({ kid: 'X' });
    const others = [
      hashOf(facts, 'rotate-first'),
      hashOf({ ...facts, keys: [...facts.keys.filter(({ state }) => state !== 'next'), next] }),
      ...(['verifierCacheSeconds', 'tokenLifetimeSeconds', 'clockSkewSeconds', 'safetySeconds'] as const).map((name) =>
        hashOf({ ...facts, terms: { ...terms, [name]: 77 } }),
      ),
      hashOf({ ...facts, terms: { ...terms, verifiers: ['dotnet'] } }),
      hashOf({ ...facts, terms: { ...terms, confirmConsumers: false } }),
      planAtHand({ ...aRing, id: 'other' }, 'apps-first', facts, AT).hash,
    ];
    expect(new Set([hashOf(facts), ...others]).size).toBe(others.length + 1);
  });

  it('finds the plan again, begun or finished, until the ring has moved on', () => {
    for (const { facts, now, view } of run('rotate-first')) {
      expect(planByHash(aRing, view.hash, facts, now)).toEqual(view);
      expect(planHash(view.plan)).toBe(view.hash);
    }
    const last = moment(run('rotate-first'), ({ complete }) => complete);
    const on = made('rotate', last.facts, last.now, last.view.plan);
    expect(() => planByHash(aRing, last.view.hash, on, last.now)).toThrow(
      expect.objectContaining({ code: 'PLAN_CHANGED' }),
    );
  });

  it('is refused when the policy has changed meanwhile', () => {
    const facts = start();
    const { hash } = planAtHand(aRing, 'apps-first', facts, AT);
    const stricter = { ...facts, terms: { ...terms, tokenLifetimeSeconds: 7_200 } };
    expect(() => planByHash(aRing, hash, stricter, AT)).toThrow(
      expect.objectContaining({ code: 'PLAN_CHANGED', facts: { ring: aRing.name } }),
    );
  });
});

describe.each(PLAN_ORDERS)('running %s', (order) => {
  it('goes through every step, never against a clock, and ends where the time line said', () => {
    const story = run(order);
    const last = story.at(-1);
    expect(last?.view.steps.every(({ state }) => state === 'done')).toBe(true);
    expect(last?.facts.keys.map(({ kid, state }) => [kid, state]).slice(0, 2)).toEqual([
      ['A', 'revoked'],
      ['B', 'current'],
    ]);
    const atRotation = moment(story, (view) => step(view, 'rotate').state === 'due');
    expect(guardRotate(atRotation.facts, atRotation.now)).toEqual({ ok: true });
    const atRevocation = moment(story, (view) => step(view, 'revoke').state === 'due');
    const former = keyIn('previous', atRevocation.facts.keys) ?? aKey();
    expect(former.kid).toBe('A');
    expect(guardRevoke(former, atRevocation.facts, atRevocation.now)).toEqual({ ok: true });
    // Ten steps cost a second each; the rest is what was foreseen before the first click.
    const lost = Date.parse(last?.now ?? '') - Date.parse(story[0]?.view.endsAt ?? '');
    expect(lost).toBeGreaterThanOrEqual(0);
    expect(lost).toBeLessThanOrEqual(12_000);
  });

  it('settles steps one after the other and never undoes one', () => {
    run(order).reduce((before, after) => {
      const still = open(after.view);
      expect(still.every((kind) => open(before.view).includes(kind))).toBe(true);
      return after;
    });
  });

  it('resumes from the facts of any moment with the same steps left', () => {
    const story = run(order);
    const { hash } = story[0]?.view ?? { hash: '' };
    for (const { facts, now, view } of story) {
      // Nothing but facts survives an interruption; a day passes.
      const kept = structuredClone(facts);
      const resumed = planByHash(aRing, hash, kept, plusDays(now, 1));
      const waits = new Set<StepKind>(view.steps.filter(({ state }) => state === 'waiting').map(({ kind }) => kind));
      expect(open(resumed)).toEqual(open(view).filter((kind) => !waits.has(kind)));
      expect(planAtHand(aRing, order, kept, now).hash === hash).toBe(!view.complete);
    }
  });

  it('keeps its kids expected before and after each step', () => {
    const sets = run(order).map(({ view }) => view.steps.map(({ kidsAfter }) => kidsAfter.length));
    expect(new Set(sets.map((lengths) => lengths.join())).size).toBe(1);
  });
});

describe('a plan that life interfered with', () => {
  const acts = ['publish', 'hand-out', 'confirm-consumers', 'rotate', 'prove', 'revoke', 'tick'] as const;

  it('never undoes a settled step, in whatever order the acts are made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLAN_ORDERS),
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(5_000))),
        (order, events) => {
          let facts = start();
          let now = AT;
          const { hash, plan } = planAtHand(aRing, order, facts, now);
          let settled: StepKind[] = [];
          for (const [act, later] of events) {
            now = plusSeconds(now, later);
            const done = facts.keys.find(({ kid }) => kid === 'A')?.state;
            const possible =
              act === 'rotate' ? done === 'current' : act === 'revoke' ? done === 'previous' : act !== 'tick';
            facts = possible && act !== 'tick' ? made(act, facts, now, plan) : facts;
            const view = planByHash(aRing, hash, facts, now);
            const here = view.steps.filter(({ state }) => isSettled(state)).map(({ kind }) => kind);
            expect(here).toEqual(expect.arrayContaining(settled));
            settled = here;
            // Whatever is open can be gone on with: something is due, waits for time, or waits for a person.
            const movable = view.steps.some(
              ({ state }) => state === 'due' || state === 'waiting' || state === 'person',
            );
            expect(movable).toBe(!view.complete);
          }
        },
      ),
    );
  });

  it('passes over what an early rotation left out, but not over what must follow it', () => {
    const early = made('rotate', start(), AT, planAtHand(aRing, 'apps-first', start(), AT).plan);
    const view = planAtHand(aRing, 'apps-first', early, AT);
    expect(states(view)).toMatchObject({
      publish: 'passed',
      'confirm-consumers': 'passed',
      'wait-ready': 'passed',
      rotate: 'done',
      'publish-after': 'due',
      'wait-safe': 'waiting',
    });
  });

  it('goes on saying that a wait was cut short, long after', () => {
    const { plan } = planAtHand(aRing, 'rotate-first', start(), AT);
    const rotatedEarly = made('rotate', pushed(start(), AT), plusSeconds(AT, READY - 1), plan);
    const revokedEarly = made('revoke', rotatedEarly, plusSeconds(AT, READY), plan);
    const view = planAtHand(aRing, 'rotate-first', revokedEarly, plusDays(AT, 30));
    expect(states(view)).toMatchObject({
      publish: 'done',
      'wait-ready': 'passed',
      'wait-safe': 'passed',
      revoke: 'done',
    });
  });

  it('does not revoke before the new order is published, even if the new key is proven', () => {
    const { plan } = planAtHand(aRing, 'rotate-first', start(), AT);
    const rotatedOnly = made('rotate', pushed(start(), AT), plusDays(AT, 1), plan);
    const proven = made('confirm-consumers', made('prove', rotatedOnly, plusDays(AT, 1), plan), plusDays(AT, 1), plan);
    const view = planAtHand(aRing, 'rotate-first', proven, plusDays(AT, 30));
    expect(open(view)).toEqual(['publish-after', 'revoke', 'publish-without', 'prove-again']);
    expect(step(view, 'revoke').blockedBy).toBe('publish-after');
  });

  it('accepts what was recorded in the very instant of the step before', () => {
    const last = moment(run('rotate-first'), ({ complete }) => complete);
    const goneAt = step(last.view, 'publish-without').at ?? '';
    const proofs = [{ ok: true, at: goneAt, kid: 'B' }];
    expect(planByHash(aRing, last.view.hash, { ...last.facts, proofs }, last.now).complete).toBe(true);
  });

  it('is left with taking down and proving after an emergency', () => {
    const facts = start();
    const emergency = changed(facts, rotatedAndRevoked('default', facts.keys, aKey(), ROUTINE, AT));
    const view = planAtHand(aRing, 'rotate-first', emergency, AT);
    expect(view.plan).toMatchObject({ from: 'A', to: 'B' });
    expect(open(view)).toEqual(['publish-without', 'prove-again']);
  });

  it('goes on counting when the look from outside is all that is missing', () => {
    const blind = start({ publications: [{ at: AT, kids: ['A', 'B'] }] });
    expect(step(planAtHand(aRing, 'apps-first', blind, AT), 'publish')).toMatchObject({ state: 'due', sent: true });
    expect(step(planAtHand(aRing, 'apps-first', start(), AT), 'publish')).toMatchObject({ state: 'due', sent: false });
  });

  it('takes a failed proof, or one of the former key or of another ring, for none', () => {
    const after = moment(run('rotate-first'), (view) => step(view, 'prove').state === 'due');
    for (const proof of [
      { ok: false, at: after.now, kid: 'B' },
      { ok: true, at: after.now, kid: 'A' },
      { ok: true, at: after.now, kid: 'other-ring' },
      { ok: true, at: AT, kid: 'B' },
    ]) {
      const view = planByHash(aRing, after.view.hash, { ...after.facts, proofs: [proof] }, after.now);
      expect(step(view, 'prove').state).toBe('due');
    }
  });

  it('stays open for a wait that a wider cache has made longer', () => {
    const facts = pushed(start(), AT);
    const wide: PlanFacts = { ...facts, cacheSeen: { seconds: 7_200, onErrorSeconds: 7_200, header: 'max-age=7200' } };
    const now = plusSeconds(AT, READY);
    expect(step(planAtHand(aRing, 'rotate-first', facts, now), 'wait-ready').state).toBe('done');
    expect(step(planAtHand(aRing, 'rotate-first', wide, now), 'wait-ready').until).toBe(plusSeconds(AT, 7_200 + READY));
  });
});

describe('the rehearsal', () => {
  const production = { name: 'Acme', environment: 'production' as const };
  const rehearsal = { id: 'dev', name: 'Acme dev' };
  const completed = [{ tenantId: 'dev', order: 'apps-first' as const, hash: 'h', at: AT }];
  const asked = { order: 'apps-first' as const, terms, completed };

  it('is wanted for production alone', () => {
    expect(
      rehearsalMissing({ ...production, environment: 'staging' }, null, { ...asked, completed: [] }, AT),
    ).toBeNull();
    expect(rehearsalMissing(production, null, asked, AT)).toEqual({ tenant: 'Acme', rehearsal: null, days: 30 });
  });

  it('counts for the same order, on the linked tenant, for as many days as the policy says', () => {
    const missing = { tenant: 'Acme', rehearsal: 'Acme dev', days: 30 };
    expect(rehearsalMissing(production, rehearsal, asked, plusDays(AT, 30))).toBeNull();
    expect(rehearsalMissing(production, rehearsal, asked, plusSeconds(plusDays(AT, 30), 1))).toEqual(missing);
    expect(rehearsalMissing(production, rehearsal, { ...asked, order: 'rotate-first' }, AT)).toEqual(missing);
    expect(rehearsalMissing(production, rehearsal, { ...asked, order: null }, AT)).toBeNull();
    const others = [{ tenantId: 'other', order: 'apps-first' as const, hash: 'h', at: AT }, ...completed];
    expect(rehearsalMissing(production, rehearsal, { ...asked, completed: others }, AT)).toBeNull();
    expect(rehearsalMissing(production, { id: 'x', name: 'Acme dev' }, asked, AT)).toEqual(missing);
    expect(rehearsalMissing(production, rehearsal, asked, plusSeconds(AT, -1))).toEqual(missing);
  });
});
