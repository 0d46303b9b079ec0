// What a token may say before any key is used for it.
import { describe, expect, it } from 'vitest';
import { MAX_CLAIMS_CHARACTERS, MAX_CLAIMS_DEPTH } from '../../../../shared/domain/limits.ts';
import { claimsSchema } from '../../../../shared/domain/token/claims.ts';
import { PROBE_AUDIENCE, probeClaims } from '../../../../shared/domain/token/probe-token.ts';
import { check } from '../../../../shared/problems/issue.ts';

/** `null` where it is taken. */
function refusal(claims: unknown): unknown {
  const checked = check(claimsSchema, claims);
  return checked.ok ? null : { at: checked.refusal.path, ...checked.refusal.problem };
}

it('is one plain object, and comes out as it was', () => {
  const claims = { iss: 'https://id.example/', roles: ['a', { b: null }], ok: true, share: 0.5 };
  expect(claimsSchema.parse(claims)).toEqual(claims);
  expect(claimsSchema.parse(Object.assign(Object.create(null) as object, { sub: 'x' }))).toEqual({ sub: 'x' });
  for (const other of [null, 'text', 1, [], [{}], new Date(0), new Map(), undefined]) {
    expect([other, refusal(other)]).toEqual([other, { at: null, code: 'one-object' }]);
  }
});

it.each([{ a: undefined }, { a: [1n] }, { a: { b: new Date(0) } }, { a: () => 1 }])('%o is no JSON', (claims) => {
  expect(refusal(claims)).not.toBe(null);
});

describe.each(['exp', 'iat', 'nbf'])('%s', (name) => {
  // The last is 9999-12-31T23:59:59Z.
  it.each([0, 1_700_000_000, Date.UTC(9999, 11, 31, 23, 59, 59) / 1000])('may be %d', (time) => {
    expect(refusal({ [name]: time })).toBe(null);
  });

  it.each([-1, 0.5, 1_700_000_000.5, Date.UTC(10_000, 0, 1) / 1000, '1700000000', null, [1], Number.NaN])(
    'is a time, and not %o',
    (time) => {
      expect(refusal({ sub: 'x', [name]: time })).toEqual({ at: name, code: 'token-date' });
    },
  );
});

it.each<[number, boolean]>([
  [2 ** 53 - 1, true],
  [2 ** 53, false],
  [-(2 ** 53) + 1, true],
  [-(2 ** 53), false],
  [1e300, false],
  [0.1, true],
  [Number.POSITIVE_INFINITY, false],
  [Number.NaN, false],
])('the number %d reads the same everywhere: %s', (number, isExact) => {
  expect(refusal({ a: [{ b: number }] })).toEqual(isExact ? null : { at: 'a.0.b', code: 'inexact-number' });
});

describe('the length', () => {
  const tooLong = { at: null, code: 'too-long', most: MAX_CLAIMS_CHARACTERS };
  const shapes: Record<string, (count: number) => object> = {
    'one text': (count) => ({ a: 'x'.repeat(count) }),
    'a long name': (count) => ({ ['n'.repeat(count)]: 1 }),
    'many names': (count) => ({ a: Object.fromEntries(Array.from({ length: count }, (_, at) => [1e6 + at, 7])) }),
    'many texts': (count) => ({ a: [Array.from({ length: count }, () => 'text')] }),
  };

  it.each(Object.entries(shapes))('is that of the JSON: %s', (_, shape) => {
    const length = (count: number): number => JSON.stringify(shape(count)).length;
    // Each more adds the same, from the second on with its comma.
    const most = 1 + Math.floor((MAX_CLAIMS_CHARACTERS - length(1)) / (length(2) - length(1)));
    expect([refusal(shape(most)), refusal(shape(most + 1))]).toEqual([null, tooLong]);
  });

  it('is met to the character by a text', () => {
    const frame = '{"a":""}'.length;
    expect(refusal({ a: 'x'.repeat(MAX_CLAIMS_CHARACTERS - frame) })).toBe(null);
    expect(refusal({ a: 'x'.repeat(MAX_CLAIMS_CHARACTERS - frame + 1) })).toEqual(tooLong);
  });

  it('is added up over all members', () => {
    const half = 'x'.repeat(MAX_CLAIMS_CHARACTERS / 2);
    expect(refusal({ a: half })).toBe(null);
    expect(refusal({ a: half, b: { c: [half] } })).toEqual(tooLong);
  });
});

it('goes no deeper than its limit, and names the member that does', () => {
  const nested = (levels: number, inmost: unknown): unknown =>
    levels === 0 ? inmost : { a: nested(levels - 1, inmost) };
  const lists = (levels: number): unknown => (levels === 0 ? 1 : [lists(levels - 1)]);
  const tooDeep = { at: 'a', code: 'too-deep', most: MAX_CLAIMS_DEPTH };
  expect([refusal(nested(MAX_CLAIMS_DEPTH, 1)), refusal(nested(MAX_CLAIMS_DEPTH, {}))]).toEqual([null, null]);
  expect(refusal(nested(MAX_CLAIMS_DEPTH + 1, 1))).toEqual(tooDeep);
  expect(refusal({ a: lists(MAX_CLAIMS_DEPTH - 1) })).toBe(null);
  expect(refusal({ b: 1, a: lists(MAX_CLAIMS_DEPTH) })).toEqual(tooDeep);
});

it('a probe is good for a minute, from the second that has begun, for nobody', () => {
  expect(probeClaims('https://id.example/', new Date('2026-11-22T08:00:00.999Z'), 'one')).toEqual({
    iss: 'https://id.example/',
    sub: 'key-custodian-probe',
    aud: 'key-custodian-probe',
    iat: 1_795_334_400,
    exp: 1_795_334_460,
    jti: 'one',
  });
  expect(PROBE_AUDIENCE).toBe('key-custodian-probe');
});
