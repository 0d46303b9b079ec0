// The rules of the register: whose cache is waited for, whose answer is missing, and what stays shut until it is given.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CACHE_SECONDS } from '../../../../shared/domain/timing/cache-control.ts';
import { bitesEverywhere, type ClockFacts, readyToSign } from '../../../../shared/domain/timing/clocks.ts';
import { guardRevoke, guardRotate } from '../../../support/guards.ts';
import { openAnswers, type RegisteredConsumer, stillNeeding } from '../../../../shared/domain/consumers/needs.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { verifierCacheSeconds } from '../../../../shared/domain/timing/terms.ts';
import { isPinned, keepsSeconds } from '../../../../shared/domain/consumers/consumer.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../../shared/domain/timing/policy.ts';
import { VERIFIER_IDS } from '../../../../shared/domain/verifiers.ts';
import { aConsumer, noted } from '../../../support/consumers.ts';
import { aKey, aRing, AT } from '../../../support/keys.ts';

const LATER = plusDays(AT, 1);
const LONG_AFTER = '2999-01-01T00:00:00.000Z';
const terms: PolicyTerms = { ...DEFAULT_TERMS.production, verifierCacheSeconds: 600, safetySeconds: 10 };
const outside = { announcedAt: AT, publishedAt: AT };
const current = aKey({ kid: 'C', state: 'current', currentAt: AT, ...outside });
const next = aKey({ kid: 'N', ...outside });
const previous = aKey({ kid: 'P', state: 'previous', currentAt: AT, previousAt: LATER, ...outside });

const facts = (consumers: readonly RegisteredConsumer[], part: Partial<ClockFacts> = {}): ClockFacts => ({
  keys: [next, current, previous],
  terms,
  cacheSeen: null,
  consumers,
  ...part,
});

const anyVerifier = fc.constantFrom(...VERIFIER_IDS);
const anyCache = fc.option(fc.nat(10_000_000), { nil: null });
const aFetcher = fc
  .record({ verifier: anyVerifier.filter((verifier) => !isPinned({ verifier })), cacheSeconds: anyCache })
  .map((part) => aConsumer(part));
const aPinned = fc
  .array(fc.constantFrom({ kid: 'N', kind: 'has' as const }, { kid: 'P', kind: 'let-go' as const }), { maxLength: 2 })
  .chain((notes) =>
    fc.constantFrom(AT, LATER).map((at) =>
      aConsumer(
        {},
        notes.map((note) => ({ ...note, at })),
      ),
    ),
  );
const anyConsumers = fc.array(fc.oneof(aFetcher, aPinned), { maxLength: 5 });
const someSeen = fc
  .option(fc.nat(10_000_000), { nil: null })
  .map((seconds) => (seconds === null ? null : { seconds, onErrorSeconds: seconds, header: `max-age=${seconds}` }));

describe('the wait for caches', () => {
  it('is the longest of what policy and register say, after what the endpoint says', () => {
    fc.assert(
      fc.property(anyConsumers, someSeen, (consumers, cacheSeen) => {
        const { parts, at } = readyToSign(next, facts(consumers, { cacheSeen }));
        const registered = consumers.map(({ consumer }) => keepsSeconds(consumer) ?? 0);
        const own = Math.max(verifierCacheSeconds(terms), ...registered);
        const shared = Math.min(cacheSeen?.seconds ?? 0, MAX_CACHE_SECONDS);
        const series = [shared, own].filter((seconds) => seconds > 0);
        expect(parts.map(({ seconds }) => seconds)).toEqual([...series, terms.safetySeconds]);
        expect(at).toBe(plusSeconds(AT, shared + own + terms.safetySeconds));
      }),
    );
  });

  it('is never shorter because one more is registered', () => {
    fc.assert(
      fc.property(anyConsumers, fc.oneof(aFetcher, aPinned), (consumers, more) => {
        const before = readyToSign(next, facts(consumers)).at ?? '';
        expect((readyToSign(next, facts([...consumers, more])).at ?? '') >= before).toBe(true);
      }),
    );
  });

  it('takes the word of a consumer over its product, in both directions, and names where it comes from', () => {
    const dotnet = aConsumer({ verifier: 'dotnet' });
    const [cache] = readyToSign(next, facts([dotnet])).parts;
    expect(cache).toEqual({ code: 'consumer-cache', seconds: 43_200 });
    const quick = aConsumer({ verifier: 'dotnet', cacheSeconds: 30 });
    expect(readyToSign(next, facts([quick])).parts[0]).toEqual({ code: 'verifier-cache', seconds: 600 });
    const slow = aConsumer({ verifier: 'jose', cacheSeconds: 90_000 });
    expect(readyToSign(next, facts([slow])).parts[0]).toEqual({ code: 'consumer-cache', seconds: 90_000 });
  });
});

describe('the answers of consumers that hold keys by hand', () => {
  const pinnedIn = (consumers: readonly RegisteredConsumer[]) => consumers.filter(({ consumer }) => isPinned(consumer));
  const said = ({ notes }: RegisteredConsumer, kind: 'has' | 'let-go', since = '') =>
    notes.some((note) => note.kind === kind && note.at >= since);

  it('keep a rotation shut until each has the next key, and those who rotate first are not held up', () => {
    fc.assert(
      fc.property(anyConsumers, (consumers) => {
        const missing = pinnedIn(consumers).filter((one) => !said(one, 'has'));
        const verdict = guardRotate(facts(consumers), LONG_AFTER);
        expect(verdict.ok).toBe(missing.length === 0);
        expect(verdict.ok ? [] : verdict.waitsFor).toEqual(missing.map(({ consumer }) => consumer.name));
        expect(verdict.ok || (verdict.at === null && verdict.why === 'consumers-unconfirmed')).toBe(true);
        expect(guardRotate(facts(consumers), LONG_AFTER, 'rotate-first')).toEqual({ ok: true });
      }),
    );
  });

  it('keep a revocation shut until each has let go, after the key was rotated out', () => {
    fc.assert(
      fc.property(anyConsumers, (consumers) => {
        const missing = pinnedIn(consumers).filter((one) => !said(one, 'let-go', LATER));
        const verdict = guardRevoke(previous, facts(consumers), LONG_AFTER);
        expect(verdict.ok).toBe(missing.length === 0);
        expect(verdict.ok ? [] : verdict.waitsFor).toEqual(missing.map(({ consumer }) => consumer.name));
      }),
    );
  });

  it('open nothing before its time', () => {
    fc.assert(
      fc.property(anyConsumers, fc.nat(1_000_000), (consumers, seconds) => {
        const now = plusSeconds(LATER, seconds);
        const without = consumers.filter(({ consumer }) => !isPinned(consumer));
        expect(guardRotate(facts(without), now).ok || !guardRotate(facts(consumers), now).ok).toBe(true);
        expect(guardRevoke(previous, facts(without), now).ok || !guardRevoke(previous, facts(consumers), now).ok).toBe(
          true,
        );
      }),
    );
  });

  it('are asked for even where nothing was ever announced: the key may have gone out as a file', () => {
    const [quiet, coming] = [aKey({ kid: 'Q', state: 'current', currentAt: AT }), aKey({ kid: 'R' })];
    const ring = { keys: [quiet, coming] };
    expect(guardRotate(facts([], ring), AT)).toEqual({ ok: true });
    const portal = aConsumer({ name: 'Portal' });
    expect(guardRotate(facts([portal], ring), AT)).toEqual({
      ok: false,
      kid: 'R',
      at: null,
      why: 'consumers-unconfirmed',
      waitsFor: ['Portal'],
    });
    expect(guardRotate(facts([noted(portal, { kid: 'R', kind: 'has' })], ring), AT)).toEqual({ ok: true });
  });

  it('are not asked about keys that they can never have had', () => {
    const gone = aKey({ kid: 'G', state: 'revoked', currentAt: AT, previousAt: AT, revokedAt: AT, takenDownAt: AT });
    const unused = aKey({ kid: 'U', state: 'revoked', revokedAt: LATER });
    const late = aConsumer({ createdAt: LATER });
    expect(stillNeeding(gone, [late])).toEqual([]);
    expect(stillNeeding(unused, [aConsumer()])).toEqual([]);
    const given = noted(late, { kid: 'G', kind: 'handed-out' });
    expect(stillNeeding(gone, [given])).toEqual([late.consumer.name]);
    expect(stillNeeding(gone, [noted(given, { kid: 'G', kind: 'let-go', at: LATER })])).toEqual([]);
  });

  it('leave a revocation without an instant that covers everybody', () => {
    const gone = { ...previous, state: 'revoked' as const, revokedAt: LATER, takenDownAt: LATER };
    const holder = aConsumer({ name: 'Firmware' });
    expect(bitesEverywhere(gone, facts([holder]))).toMatchObject({ pinned: true, waitsFor: ['Firmware'] });
    const free = noted(holder, { kid: 'P', kind: 'let-go', at: LATER });
    expect(bitesEverywhere(gone, facts([free]))).toMatchObject({ pinned: false, waitsFor: [] });
  });

  it('are listed as open, ring by ring, until they are given', () => {
    const one = aConsumer({ rings: ['Default'] });
    const keys = [next, current, previous];
    expect(openAnswers(one, aRing, keys).map(({ kid, answer }) => [kid, answer])).toEqual([
      ['N', 'has'],
      ['C', 'has'],
      ['P', 'let-go'],
    ]);
    const answered = [
      { kid: 'N', kind: 'has' as const },
      { kid: 'P', kind: 'let-go' as const, at: LATER },
    ].reduce(noted, one);
    expect(openAnswers(answered, aRing, keys).map(({ kid }) => kid)).toEqual(['C']);
    expect(openAnswers(one, { name: 'another' }, keys)).toEqual([]);
    expect(openAnswers(aConsumer({ verifier: 'jose' }), aRing, keys)).toEqual([]);
  });
});
