// Two sets are the same when they hold the same keys; what a server does to their dress and order is told.
import { describe, expect, it } from 'vitest';
import {
  isKeptAs,
  isKeptKey,
  isKnown,
  isNotVisibleYet,
  type LastSent,
  shownAs,
} from '../../../../shared/domain/published-set/compare-sets.ts';
import type { Variation } from '../../../../shared/domain/published-set/finding.ts';
import type { RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import { AT } from '../../../support/keys.ts';

type Jwk = Record<string, unknown>;

const key = (kid: string, n = 'AQAB'): Jwk => ({ e: 'AQAB', kid, kty: 'RSA', n, use: 'sig' });
const [a, b, c] = [key('a'), key('b'), key('c')];
const without = (jwk: Jwk, name: string): Jwk =>
  Object.fromEntries(Object.entries(jwk).filter(([one]) => one !== name));
const nameless = without(key('a', 'Aw'), 'kid');
const body = (...keys: Jwk[]): string => JSON.stringify({ keys });
const there = (...keys: Jwk[]): RemoteKey[] =>
  keys.map((raw) => ({
    kid: typeof raw['kid'] === 'string' ? raw['kid'] : null,
    kty: 'RSA',
    alg: null,
    thumbprint: null,
    raw,
  }));
const dropped = (kid: string): Variation => ({ kid, kind: 'member-dropped' });

it.each<[string, Jwk[], Jwk[], Variation[] | null]>([
  ['the same', [a, b], [a, b], []],
  ['nothing', [], [], []],
  ['one more', [a, b], [a], null],
  ['one less', [a], [a, b], null],
  ['another in its place', [a, c], [a, b], null],
  ['another number', [a, key('b', 'Aw')], [a, b], null],
  [
    'in another order',
    [b, a],
    [a, b],
    [
      { kid: 'a', kind: 'moved' },
      { kid: 'b', kind: 'moved' },
    ],
  ],
  ['without a member', [a, without(b, 'use')], [a, b], [dropped('b')]],
  ['both', [without(b, 'use'), a], [a, b], [dropped('b'), { kid: 'a', kind: 'moved' }, { kid: 'b', kind: 'moved' }]],
  ['a key without a name', [without(a, 'kid')], [without(a, 'kid')], []],
  [
    'a key without a name, moved',
    [b, nameless],
    [nameless, b],
    [
      { kid: '', kind: 'moved' },
      { kid: 'b', kind: 'moved' },
    ],
  ],
  [
    'the closest of two that fit',
    [without(a, 'use'), a],
    [a, without(a, 'use')],
    [
      { kid: 'a', kind: 'moved' },
      { kid: 'a', kind: 'moved' },
    ],
  ],
])('a set is shown as sent: %s', (_, remote, sent, expected) => {
  expect(shownAs(there(...remote), body(...sent))).toEqual(expected);
});

it('a key that shows its private half is not the key that was sent; no set is the empty one', () => {
  const exposed = there(a).map((found) => ({ ...found, exposed: ['d'] }));
  expect([shownAs(exposed, body(a)), shownAs([], null), shownAs(there(a), null)]).toEqual([null, [], null]);
});

describe('what a tenant did when it took the set', () => {
  const last: LastSent = { sent: body(a, b), variations: [dropped('a')] };

  it('is known: of each key, but for an order, which is of all', () => {
    expect(isKnown(dropped('a'), last)).toBe(true);
    expect([
      isKnown(dropped('b'), last),
      isKnown({ kid: 'a', kind: 'moved' }, last),
      isKnown(dropped('a'), null),
    ]).toEqual([false, false, false]);
    const moved: LastSent = { sent: null, variations: [{ kid: 'a', kind: 'moved' }] };
    expect([isKnown({ kid: 'b', kind: 'moved' }, moved), isKnown(dropped('a'), moved)]).toEqual([true, false]);
  });

  it('is no reason to push again while the same is wanted', () => {
    const kept = (variations: Variation[] | null, wanted: string | null = body(a, b), sent: LastSent | null = last) =>
      isKeptAs(variations, wanted, sent);
    expect([kept([]), kept([], body(c)), kept([], null, null)]).toEqual([true, true, true]);
    expect([kept([dropped('a')]), kept([dropped('a')], body(a))]).toEqual([true, false]);
    expect([kept(null), kept([dropped('b')]), kept([dropped('a'), dropped('b')])]).toEqual([false, false, false]);
    expect(kept([dropped('a')], body(a, b), null)).toBe(false);
    const empty: LastSent = { sent: '{"keys":[]}', variations: [dropped('a')] };
    expect(kept([dropped('a')], null, empty)).toBe(true);
  });

  it('leaves the key what it was', () => {
    const bare = without(a, 'use');
    expect([isKeptKey(a, a, null), isKeptKey({ ...a, more: 1 }, a, null), isKeptKey(bare, a, last)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isKeptKey(bare, a, null), isKeptKey(without(b, 'use'), b, last)]).toEqual([false, false]);
    expect([isKeptKey(key('a', 'Aw'), a, last), isKeptKey(without(c, 'use'), c, last)]).toEqual([false, false]);
    const ofNobody: LastSent = { sent: body(nameless), variations: [dropped('')] };
    expect(isKeptKey(without(nameless, 'use'), nameless, ofNobody)).toBe(true);
  });
});

it('a push is not visible yet while the tenant shows what was there before it', () => {
  const last: LastSent = { sent: body(b), replaced: body(a), confirmedAt: null };
  const yet = (remote: Jwk[], part: Partial<LastSent> = {}) => isNotVisibleYet({ ...last, ...part }, there(...remote));
  expect([yet([a]), yet([without(a, 'use')])]).toEqual([true, true]);
  expect([yet([b]), yet([c]), yet([a], { confirmedAt: AT }), yet([a], { sent: body(a) })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([isNotVisibleYet(null, there(a)), isNotVisibleYet({ sent: body(b), confirmedAt: null }, there(a))]).toEqual([
    false,
    false,
  ]);
});
