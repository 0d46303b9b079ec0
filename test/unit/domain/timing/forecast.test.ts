import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledOff, fleetDue, type ForecastFacts, forecastOf } from '../../../../shared/domain/timing/forecast.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { effortOf } from '../../../support/effort.ts';
import { aKey, AT } from '../../../support/keys.ts';

const outside = { announcedAt: AT, publishedAt: AT };
const current = aKey({ state: 'current', currentAt: AT, ...outside });

function facts(keys: SigningKey[], part: Partial<ForecastFacts> = {}): ForecastFacts {
  return {
    tenant: 'Acme',
    ring: 'default',
    published: true,
    keys,
    terms: DEFAULT_TERMS.production,
    cacheSeen: null,
    consumers: [],
    ...part,
  };
}

/** Without the far end of the certificates that the sample keys have. */
const dates = (ring: ForecastFacts, now = AT) =>
  forecastOf(ring, now)
    .filter(({ at }) => at < '2040')
    .map(({ kind, at, kid }) => [kind, at, kid]);

describe('the forecast of a ring', () => {
  it('says when to announce and when to rotate', () => {
    const next = aKey();
    expect(dates(facts([next, current]))).toEqual([
      ['announce-by', plusDays(AT, 76), next.kid],
      ['rotation-due', plusDays(AT, 90), current.kid],
    ]);
  });

  it('wants an earlier announcement where the clock needs longer than the policy', () => {
    const terms = { ...DEFAULT_TERMS.production, announceDays: 0 };
    expect(dates(facts([aKey(), current], { terms }))[0]?.[1]).toBe(plusSeconds(plusDays(AT, 90), -90_000));
  });

  it('no longer asks for an announcement that was seen, nor in a ring that is never published', () => {
    expect(dates(facts([aKey(outside), current]))).toHaveLength(1);
    expect(dates(facts([aKey(), current], { published: false }))).toHaveLength(1);
  });

  it('keeps a previous key as long as the policy says, and longer while its tokens live', () => {
    const previous = aKey({ state: 'previous', previousAt: AT, ...outside });
    const kept = { ...DEFAULT_TERMS.production, keepDays: 0 };
    expect(dates(facts([previous]))).toEqual([['revocation-due', plusDays(AT, 14), previous.kid]]);
    expect(dates(facts([previous], { terms: kept }))[0]?.[1]).toBe(plusSeconds(AT, 86_400 + 300 + 3_600));
  });

  it('reports a revoked key that may still be public as overdue, until it was seen to be gone', () => {
    const revoked = aKey({ state: 'revoked', revokedAt: AT, ...outside });
    expect(forecastOf(facts([revoked]), AT)).toMatchObject([{ kind: 'take-down-due', severity: 'overdue' }]);
    expect(dates(facts([{ ...revoked, takenDownAt: AT }]))).toEqual([]);
    expect(dates(facts([aKey({ state: 'revoked', revokedAt: AT })]))).toEqual([]);
  });

  it('shows a scheduled destruction until it is done', () => {
    const at = plusDays(AT, 7);
    const doomed = aKey({ state: 'revoked', revokedAt: AT, destroyAt: at });
    expect(dates(facts([doomed]))).toEqual([['destruction-due', at, doomed.kid]]);
    expect(dates(facts([{ ...doomed, destroyedAt: at }]))).toEqual([]);
  });

  it('shows the destruction of a key that another took the place of, and nothing else of it', () => {
    const at = plusDays(AT, 7);
    const replaced = aKey({ state: 'replaced', destroyAt: at, ...outside });
    expect(dates(facts([replaced]))).toEqual([['destruction-due', at, replaced.kid]]);
    expect(dates(facts([{ ...replaced, destroyedAt: at }]))).toEqual([]);
  });

  it('asks for the copies of a revoked key, and for one that leaked before everything else', () => {
    const [leaked, other] = ['leaked', 'other'].map((kid) =>
      aKey({ kid, state: 'revoked', revokedAt: AT, ...outside }),
    );
    const ring = facts([other ?? current, current, leaked ?? current], {
      compromised: ['leaked'],
      copiesOut: ['other'],
    });
    const told = [
      ['compromised-public', AT, 'leaked'],
      ['copies-left', AT, 'other'],
      ['take-down-due', AT, 'other'],
      ['rotation-due', plusDays(AT, 90), current.kid],
    ];
    expect(dates(ring)).toEqual(told);
    // Where a ring is set aside, this alone is still said.
    expect(dates({ ...ring, aside: true })).toEqual(told.slice(0, 1));
  });

  it('calls off whatever an earlier calendar may have told of a key, and no more', () => {
    const off = (key: SigningKey) => calledOff([facts([key])], AT).map(({ kind, kid, at }) => [kind, kid, at]);
    const gone = aKey({
      state: 'revoked',
      currentAt: AT,
      previousAt: AT,
      revokedAt: AT,
      destroyAt: AT,
      destroyedAt: AT,
    });
    const kinds = [
      'announce-by',
      'certificate-ends',
      'rotation-due',
      'revocation-due',
      'take-down-due',
      'compromised-public',
      'copies-left',
      'destruction-due',
    ];
    expect(off(gone)).toEqual(kinds.map((kind) => [kind, gone.kid, AT]));
    const next = aKey(outside);
    expect(off(next)).toEqual([['announce-by', next.kid, AT]]);
  });

  it('knows the end of certificates, but not of those that nobody uses any more', () => {
    const revoked = aKey({ state: 'revoked', revokedAt: AT });
    const ends = plusDays(AT, 5);
    const [signing, gone] = [current, revoked].map((key) => ({ ...key, certificateEndsAt: ends }));
    expect(dates(facts([signing ?? current, gone ?? revoked]))[0]).toEqual(['certificate-ends', ends, current.kid]);
    expect(dates(facts([gone ?? revoked]))).toEqual([]);
  });

  it('tells overdue from soon from later', () => {
    const severities = [75, 76, 89, 90].map((days) => forecastOf(facts([current]), plusDays(AT, days))[0]?.severity);
    expect(severities).toEqual(['later', 'soon', 'soon', 'overdue']);
  });

  it('gives the same event the same id at any time', () => {
    const next = aKey({ ...outside, kid: 'n' });
    const ids = (now: string) => forecastOf(facts([next, current]), now).map(({ id }) => id);
    expect(ids(AT)).toContain(`${current.id}.rotation-due`);
    expect(ids(plusDays(AT, 200))).toEqual(ids(AT));
  });
});

function* fleet(size: number) {
  for (let index = 0; index < size; index += 1) {
    yield facts([aKey(), aKey({ state: 'current', currentAt: plusDays(AT, -index % 90), ...outside })]);
  }
}

describe('the fleet', () => {
  it('lists what is due in any ring, and nothing else, in order', () => {
    const aRing = fc
      .nat(200)
      .map((age) => facts([aKey(outside), aKey({ state: 'current', currentAt: plusDays(AT, -age), ...outside })]));
    fc.assert(
      fc.property(fc.array(aRing, { maxLength: 20 }), fc.nat(100), (rings, days) => {
        const due = fleetDue(rings, AT, days);
        const horizon = plusDays(AT, days);
        const expected = rings.flatMap((ring) => forecastOf(ring, AT)).filter(({ at }) => at <= horizon);
        expect(new Set(due.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
        expect(due.map(({ at }) => at)).toEqual(expected.map(({ at }) => at).sort());
      }),
    );
  });

  it('has one order for what is due in the same instant, in whatever order the rings come', () => {
    const rings = ['b', 'c', 'a'].map((id) => facts([{ ...current, id }]));
    const ids = (given: ForecastFacts[]) => fleetDue(given, AT, 90).map(({ id }) => id.slice(0, 1));
    expect([ids(rings), ids(rings.toReversed())]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('begins with a key that leaked, however much is overdue for longer', () => {
    const gone = (kid: string, revokedAt: string) => aKey({ kid, state: 'revoked', revokedAt, ...outside });
    const leaked = facts([gone('leaked', plusDays(AT, 3))], { compromised: ['leaked'] });
    for (const rings of [
      [facts([gone('older', AT)]), leaked],
      [leaked, facts([gone('older', AT)])],
    ]) {
      expect(fleetDue(rings, plusDays(AT, 9), 1).map(({ kid }) => kid)).toEqual(['leaked', 'older']);
    }
  });

  it('includes the last instant of the time asked for', () => {
    const ring = facts([current]);
    expect(fleetDue([ring], AT, 90)).toHaveLength(1);
    expect(fleetDue([ring], plusSeconds(AT, -1), 90)).toHaveLength(0);
  });

  it('goes through thousands of rings in one pass', async () => {
    const { given: due, rounds } = await effortOf(() => fleetDue(fleet(5_000), AT, 7));
    expect(due.length).toBeGreaterThan(100);
    expect(rounds).toBeLessThan(25_000_000);
  });
});
