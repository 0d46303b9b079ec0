import { expect, test } from 'vitest';
import { findKey, laneOf, transitionsOf } from '../../../../renderer/keys/state/lane.ts';
import { sinceOf } from '../../../../shared/domain/key-ring/lane.ts';
import { pendingOf } from '../../../../shared/domain/published-set/pending.ts';
import { fakeKey, fakeRing, fakeTenant, livedInRing, publishedView } from '../fake-data.ts';

test('the lane always has its four stops in order, also when some are empty', () => {
  const stops = laneOf([fakeKey('a', { state: 'revoked' }), fakeKey('b'), fakeKey('c', { state: 'revoked' })]);
  expect(stops.map(({ state, keys }) => [state, keys.length])).toEqual([
    ['next', 1],
    ['current', 0],
    ['previous', 0],
    ['revoked', 2],
  ]);
});

test('“since” is the instant of the present state', () => {
  const instants = {
    createdAt: '2026-01-01T00:00:00.000Z',
    currentAt: '2026-02-01T00:00:00.000Z',
    previousAt: '2026-03-01T00:00:00.000Z',
    revokedAt: '2026-04-01T00:00:00.000Z',
  };
  expect(sinceOf(fakeKey('k', { ...instants, state: 'next' }))).toBe(instants.createdAt);
  expect(sinceOf(fakeKey('k', { ...instants, state: 'current' }))).toBe(instants.currentAt);
  expect(sinceOf(fakeKey('k', { ...instants, state: 'previous' }))).toBe(instants.previousAt);
  expect(sinceOf(fakeKey('k', { ...instants, state: 'revoked' }))).toBe(instants.revokedAt);
});

test('transitions are told in the order in which they happened, and only those that did', () => {
  const key = fakeKey('k', {
    state: 'current',
    createdAt: '2026-01-01T00:00:00.000Z',
    currentAt: '2026-01-02T00:00:00.000Z',
    announcedAt: '2026-01-03T00:00:00.000Z',
    publishedAt: '2026-01-03T00:00:05.000Z',
  });
  expect(transitionsOf(key).map(({ what }) => what)).toEqual(['created', 'current', 'announced', 'published']);
});

test('a key is found in whichever ring holds it', () => {
  const es = fakeRing([fakeKey('e', { kid: 'es-kid' })], { name: 'es' });
  const view = publishedView(fakeTenant(), [livedInRing('acme'), es]);
  expect(findKey(view, 'es-kid')?.ring.ring.name).toBe('es');
  expect(findKey(view, 'nowhere')).toBeNull();
});

test('what is pending: what verifiers miss, what should be gone, and what they see in a former state', () => {
  const shown = publishedView(fakeTenant(), [livedInRing('acme')]);
  const [next, current, previous] = shown.rings.flatMap((ring) => ring.keys.map(({ kid }) => kid));
  const kids = [current, next, previous].flatMap((kid) => kid ?? []);
  const view = { ...shown, lastPublication: shown.lastPublication && { ...shown.lastPublication, kids, sent: null } };
  expect(pendingOf(view)).toBeNull();

  const keys = view.rings.flatMap((ring) => ring.keys);
  const [added, revoked] = [fakeKey('new', { kid: 'new' }), { ...keys[2], state: 'revoked' as const }];
  const changed = { ...view, rings: [fakeRing([added, ...keys.slice(1, 2), { ...fakeKey('x'), ...revoked }])] };
  expect(pendingOf(changed)).toMatchObject({ missing: ['new'], lingering: [keys[2]?.kid], altered: [] });

  const [first] = keys;
  const sent = JSON.stringify({ keys: [{ ...first?.jwk, x5c: ['the former one'] }] });
  const reissued = { ...view, lastPublication: view.lastPublication && { ...view.lastPublication, sent } };
  expect(pendingOf(reissued)).toMatchObject({ missing: [], lingering: [], altered: [first?.kid] });
});

test('keys for local use are not pending', () => {
  const ring = fakeRing([fakeKey('ed', { alg: 'Ed25519' })], { alg: 'Ed25519', bits: null });
  expect(
    pendingOf({
      tenant: fakeTenant(),
      rings: [ring],
      lastPublication: null,
      drift: null,
      policy: null,
      rehearsalTenant: null,
      keptForeign: [],
    }),
  ).toBeNull();
});
