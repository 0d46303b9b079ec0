import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitesEverywhere,
  type ClockFacts,
  clocksOf,
  guardClock,
  inTime,
  readyToRotate,
  readyToSign,
  safeToRevoke,
} from '../../../../shared/domain/timing/clocks.ts';
import { guardRevoke, guardRotate } from '../../../support/guards.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import type { ClockReading } from '../../../../shared/domain/timing/key-clocks.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../../shared/domain/timing/policy.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, AT } from '../../../support/keys.ts';

const terms: PolicyTerms = {
  ...DEFAULT_TERMS.production,
  verifierCacheSeconds: 600,
  tokenLifetimeSeconds: 3_600,
  clockSkewSeconds: 60,
  safetySeconds: 10,
};
const HOUR_LATER = plusSeconds(AT, 3_600);

function facts(keys: SigningKey[], part: Partial<ClockFacts> = {}): ClockFacts {
  return { keys, terms, cacheSeen: null, consumers: [], ...part };
}

const seen = (seconds: number, onErrorSeconds = seconds) => ({ seconds, onErrorSeconds, header: `max-age=${seconds}` });
const instants = (key: SigningKey, all: ClockFacts): (string | null)[] => {
  const { readyToSign: ready, safeToRevoke: safe, bitesEverywhere: bites } = clocksOf(key, all);
  return [ready.at, safe.at, bites.at, bites.worst.at];
};

const sumOf = ({ since, parts }: Pick<ClockReading, 'since' | 'parts'>) =>
  since === null
    ? null
    : plusSeconds(
        since,
        parts.reduce((sum, part) => sum + part.seconds, 0),
      );

const current = aKey({ state: 'current', announcedAt: AT, publishedAt: AT, currentAt: AT });

describe('ready to sign', () => {
  it('is when verifiers have let go of what they had before the key was seen outside', () => {
    const next = aKey({ announcedAt: AT, publishedAt: HOUR_LATER });
    expect(readyToSign(next, facts([current, next]))).toEqual({
      at: plusSeconds(HOUR_LATER, 610),
      since: HOUR_LATER,
      parts: [
        { code: 'verifier-cache', seconds: 600 },
        { code: 'safety', seconds: 10 },
      ],
      worst: {
        at: plusSeconds(HOUR_LATER, 610),
        parts: [
          { code: 'verifier-cache', seconds: 600 },
          { code: 'safety', seconds: 10 },
        ],
      },
      why: 'verifiers-warming',
      waitsFor: [],
    });
  });

  it('goes through shared caches and verifiers one after the other', () => {
    const next = aKey({ announcedAt: AT, publishedAt: AT });
    const { at, parts } = readyToSign(next, facts([current, next], { cacheSeen: seen(7_200) }));
    expect(at).toBe(plusSeconds(AT, 7_810));
    expect(parts).toEqual([
      { code: 'seen-cache', seconds: 7_200 },
      { code: 'verifier-cache', seconds: 600 },
      { code: 'safety', seconds: 10 },
    ]);
  });

  it('tells what an endpoint that fails makes of it, and does not close a rotation for that', () => {
    const next = aKey({ announcedAt: AT, publishedAt: AT });
    const day = { ...terms, verifierCacheSeconds: 86_400 };
    const auth0 = facts([current, next], { terms: day, cacheSeen: seen(30, 86_415) });
    const { at, worst } = readyToSign(next, auth0);
    expect(at).toBe(plusSeconds(AT, 30 + 86_400 + 10));
    expect(worst.at).toBe(plusSeconds(AT, 172_815 + 10));
    expect(guardRotate(auth0, at ?? '')).toEqual({ ok: true });
  });

  it('counts the longest cache of those who are registered where it is longer, and waits for those who hold keys by hand', () => {
    const next = aKey({ announcedAt: AT, publishedAt: AT });
    const portal = (cacheSeconds: number) => aConsumer({ verifier: 'other', cacheSeconds });
    const first = (cacheSeconds: number) =>
      readyToSign(next, facts([next], { consumers: [portal(1), portal(cacheSeconds)] })).parts[0];
    expect(first(600)).toEqual({ code: 'verifier-cache', seconds: 600 });
    expect(first(601)).toEqual({ code: 'consumer-cache', seconds: 601 });
    const pinned = facts([next], { consumers: [aConsumer({ name: 'Till' })] });
    const waitsFor = (order?: 'apps-first' | 'rotate-first') => readyToRotate(next, pinned, order).waitsFor;
    expect([waitsFor(), waitsFor('apps-first'), waitsFor('rotate-first')]).toEqual([['Till'], ['Till'], []]);
    const open = { at: AT, why: 'verifiers-warming' } as const;
    expect([inTime({ ...open, waitsFor: [] }, AT), inTime({ ...open, waitsFor: ['Till'] }, AT)]).toEqual([
      null,
      { at: null, why: 'consumers-unconfirmed', waitsFor: ['Till'] },
    ]);
  });

  it('tells of an endpoint that fails only where caches then keep the set for longer', () => {
    const next = aKey({ announcedAt: AT, publishedAt: AT });
    const days = 40 * 86_400;
    const worst = (seconds: number, onErrorSeconds: number) =>
      readyToSign(next, facts([next], { cacheSeen: seen(seconds, onErrorSeconds) })).worst.parts[0];
    expect(worst(60, 60)).toEqual({ code: 'seen-cache', seconds: 60 });
    expect(worst(60, 61)).toEqual({ code: 'stale-on-error', seconds: 61 });
    for (const most of [30 * 86_400, days]) {
      expect(worst(most, most)).toEqual({ code: 'seen-cache-capped', seconds: 30 * 86_400 });
    }
    expect(worst(60, days)).toEqual({ code: 'stale-on-error', seconds: 30 * 86_400 });
  });

  it('has no instant while the key was not seen outside, pushed or not', () => {
    for (const next of [aKey(), aKey({ announcedAt: AT })]) {
      const guard = guardRotate(facts([current, next]), '2999-01-01T00:00:00.000Z');
      expect(guard).toEqual({ ok: false, kid: next.kid, at: null, why: 'never-published', waitsFor: [] });
    }
  });

  it('opens the rotation at its instant, not before', () => {
    const next = aKey({ announcedAt: AT, publishedAt: AT });
    const at = plusSeconds(AT, 610);
    expect(guardRotate(facts([current, next]), plusSeconds(at, -0.001))).toEqual({
      ok: false,
      kid: next.kid,
      at,
      why: 'verifiers-warming',
      waitsFor: [],
    });
    expect(guardRotate(facts([current, next]), at)).toEqual({ ok: true });
  });

  it('waits for nobody in a ring of which nothing was ever announced', () => {
    expect(guardRotate(facts([aKey({ state: 'current', uses: 3 }), aKey()]), AT)).toEqual({ ok: true });
    // A current key that was imported may be public already, although it was never pushed from here.
    const known = aKey({ state: 'current', publishedAt: AT });
    expect(guardRotate(facts([known, aKey()]), AT)).toMatchObject({ ok: false, why: 'never-published' });
  });
});

describe('safe to revoke', () => {
  const previous = aKey({ state: 'previous', announcedAt: AT, publishedAt: AT, currentAt: AT, previousAt: HOUR_LATER });

  it('is when the last possible token has ended everywhere', () => {
    expect(safeToRevoke(previous, facts([previous]))).toEqual({
      at: plusSeconds(HOUR_LATER, 3_670),
      since: HOUR_LATER,
      parts: [
        { code: 'token-lifetime', seconds: 3_600 },
        { code: 'clock-skew', seconds: 60 },
        { code: 'safety', seconds: 10 },
      ],
      why: 'tokens-alive',
      waitsFor: [],
    });
  });

  it('counts from a signature made after the rotation', () => {
    const late = { ...previous, lastUsedAt: plusSeconds(HOUR_LATER, 5) };
    expect(safeToRevoke(late, facts([late])).at).toBe(plusSeconds(HOUR_LATER, 3_675));
  });

  it('opens the revocation at its instant, not before', () => {
    const at = plusSeconds(HOUR_LATER, 3_670);
    expect(guardRevoke(previous, facts([previous]), HOUR_LATER)).toMatchObject({ ok: false, at, why: 'tokens-alive' });
    expect(guardRevoke(previous, facts([previous]), at)).toEqual({ ok: true });
  });

  it('is at once for a key that never signed in a ring that was never announced', () => {
    const idle = aKey({ state: 'previous', currentAt: AT, previousAt: HOUR_LATER });
    expect(guardRevoke(idle, facts([idle]), HOUR_LATER)).toEqual({ ok: true });
    const used = { ...idle, uses: 1, lastUsedAt: AT };
    expect(guardRevoke(used, facts([used]), HOUR_LATER)).toMatchObject({ ok: false, why: 'tokens-alive' });
  });

  it('is told from the rotation of such a key, or from when it was made', () => {
    const made = aKey({ state: 'previous', previousAt: HOUR_LATER });
    expect([made, aKey()].map((key) => safeToRevoke(key, facts([key])).since)).toEqual([HOUR_LATER, AT]);
  });

  it('leaves keys in other states to the rules of the ring', () => {
    expect(guardRevoke(current, facts([current]), AT)).toEqual({ ok: true });
    expect(safeToRevoke(current, facts([current])).why).toBe('still-signing');
    expect(guardRotate(facts([current]), AT)).toEqual({ ok: true });
  });
});

describe('a revocation', () => {
  const revoked = aKey({ state: 'revoked', announcedAt: AT, publishedAt: AT, revokedAt: AT });

  it('bites when caches have let go; how long failing endpoints keep it alive is told apart', () => {
    const gone = { ...revoked, takenDownAt: HOUR_LATER };
    const reading = bitesEverywhere(gone, facts([gone], { cacheSeen: seen(30, 86_415) }));
    expect(reading.at).toBe(plusSeconds(HOUR_LATER, 30 + 600));
    expect(reading.worst).toEqual({
      at: plusSeconds(HOUR_LATER, 86_415 + 600),
      parts: [
        { code: 'stale-on-error', seconds: 86_415 },
        { code: 'verifier-cache', seconds: 600 },
      ],
    });
    expect(reading.pinned).toBe(false);
  });

  it('goes through shared caches and verifiers one after the other: two days with the header of Auth0 and a day of cache', () => {
    const gone = { ...revoked, takenDownAt: HOUR_LATER };
    const day = { ...terms, verifiers: [], verifierCacheSeconds: 86_400 };
    const { worst } = bitesEverywhere(gone, facts([gone], { terms: day, cacheSeen: seen(30, 86_415) }));
    expect(worst.at).toBe(plusSeconds(HOUR_LATER, 172_815));
  });

  it('is not put off for a lifetime by a header that was seen before there was a limit', () => {
    const gone = { ...revoked, takenDownAt: HOUR_LATER };
    const { at, worst, parts } = bitesEverywhere(gone, facts([gone], { cacheSeen: seen(2 ** 31) }));
    expect(parts[0]).toEqual({ code: 'seen-cache-capped', seconds: 30 * 86_400 });
    expect([at, worst.at]).toEqual(Array(2).fill(plusSeconds(HOUR_LATER, 30 * 86_400 + 600)));
  });

  it('has no instant before the key was seen to be gone', () => {
    expect(bitesEverywhere(revoked, facts([revoked]))).toMatchObject({ at: null, why: 'not-taken-down' });
    expect(bitesEverywhere(current, facts([current]))).toMatchObject({ at: null, why: 'not-revoked' });
  });

  it('bites at once when nobody ever saw the key', () => {
    const unseen = aKey({ state: 'revoked', revokedAt: AT });
    expect(bitesEverywhere(unseen, facts([unseen, current]))).toMatchObject({ at: AT, why: 'nothing-announced' });
  });

  it('says when no instant covers those who hold the key by hand', () => {
    const pinned = { ...terms, verifiers: ['pinned' as const] };
    expect(bitesEverywhere(revoked, facts([revoked], { terms: pinned })).pinned).toBe(true);
  });
});

describe('any clock', () => {
  const anInstant = fc.nat(10_000_000).map((offset) => plusSeconds(AT, offset));
  const maybe = fc.option(anInstant, { nil: null });
  const aState = fc.constantFrom('next' as const, 'current' as const, 'previous' as const, 'revoked' as const);
  const anyKey = fc
    .record({
      state: aState,
      announcedAt: maybe,
      publishedAt: maybe,
      previousAt: maybe,
      revokedAt: maybe,
      takenDownAt: maybe,
      lastUsedAt: maybe,
    })
    .map(aKey);
  const someSeconds = fc.nat(1_000_000);
  const anyTerms = fc
    .record({
      verifierCacheSeconds: someSeconds,
      tokenLifetimeSeconds: someSeconds,
      clockSkewSeconds: someSeconds,
      safetySeconds: someSeconds,
    })
    .map((part): PolicyTerms => Object.assign({}, terms, part));

  it('never comes earlier because a cache, a token or a margin is longer', () => {
    fc.assert(
      fc.property(anyKey, anyTerms, someSeconds, anyTerms, someSeconds, (key, less, lessSeen, added, addedSeen) => {
        const more: PolicyTerms = {
          ...less,
          verifierCacheSeconds: (less.verifierCacheSeconds ?? 0) + (added.verifierCacheSeconds ?? 0),
          tokenLifetimeSeconds: less.tokenLifetimeSeconds + added.tokenLifetimeSeconds,
          clockSkewSeconds: less.clockSkewSeconds + added.clockSkewSeconds,
          safetySeconds: less.safetySeconds + added.safetySeconds,
        };
        const early = instants(key, facts([key], { terms: less, cacheSeen: seen(lessSeen) }));
        const late = instants(key, facts([key], { terms: more, cacheSeen: seen(lessSeen + addedSeen) }));
        early.forEach((at, index) => {
          const other = late[index] ?? null;
          expect(at === null).toBe(other === null);
          expect((at ?? '') <= (other ?? '')).toBe(true);
        });
      }),
    );
  });

  it('is the sum that it shows', () => {
    fc.assert(
      fc.property(anyKey, anyTerms, someSeconds, (key, someTerms, seconds) => {
        const {
          readyToSign: ready,
          safeToRevoke: safe,
          bitesEverywhere: bites,
        } = clocksOf(key, facts([key], { terms: someTerms, cacheSeen: seen(seconds, seconds * 2) }));
        for (const reading of [ready, safe, bites, { ...bites.worst, since: bites.since }]) {
          expect(reading.at).toBe(sumOf(reading));
        }
        expect((bites.worst.at ?? '') >= (bites.at ?? '')).toBe(true);
      }),
    );
  });

  it('stays open once it is open', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyKey, fc.array(anyKey, { maxLength: 3 })),
        anInstant,
        fc.nat(10_000_000),
        ([key, others], now, later) => {
          const all = facts([key, ...others]);
          const then = plusSeconds(now, later);
          expect(guardRotate(all, then).ok || !guardRotate(all, now).ok).toBe(true);
          expect(guardRevoke(key, all, then).ok || !guardRevoke(key, all, now).ok).toBe(true);
        },
      ),
    );
  });
});

describe('the clock of the machine', () => {
  it('freezes everything while it is behind what is known to have passed', () => {
    expect(guardClock(HOUR_LATER, AT)).toEqual({ ok: false, seconds: 3_600 });
    expect(guardClock(AT, plusSeconds(AT, -2.001))).toEqual({ ok: false, seconds: 3 });
  });

  it('forgives an ordinary correction, and a machine that knows nothing yet', () => {
    expect(guardClock(AT, plusSeconds(AT, -2))).toEqual({ ok: true });
    expect(guardClock(AT, HOUR_LATER)).toEqual({ ok: true });
    expect(guardClock(null, AT)).toEqual({ ok: true });
  });
});
