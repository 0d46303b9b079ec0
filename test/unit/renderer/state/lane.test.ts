import { expect, test } from 'vitest';
import { findKey, laneOf, since, transitionsOf } from '../../../../renderer/state/lane.ts';
import { publicationDebt } from '../../../../renderer/state/publication-debt.ts';
import type { Publication } from '../../../../shared/model/publication.ts';
import { aKey, AT, aTenant } from '../../../support/keys.ts';
import { ringView, tenantView } from '../../../support/views.ts';

test('the lane always has its four stops in order, also when some are empty', () => {
  const stops = laneOf([aKey({ state: 'revoked' }), aKey(), aKey({ state: 'revoked' })]);
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
  expect(since(aKey({ ...instants, state: 'next' }))).toBe(instants.createdAt);
  expect(since(aKey({ ...instants, state: 'current' }))).toBe(instants.currentAt);
  expect(since(aKey({ ...instants, state: 'previous' }))).toBe(instants.previousAt);
  expect(since(aKey({ ...instants, state: 'revoked' }))).toBe(instants.revokedAt);
});

test('transitions are told in the order in which they happened, and only those that did', () => {
  const key = aKey({
    state: 'current',
    createdAt: '2026-01-01T00:00:00.000Z',
    currentAt: '2026-01-02T00:00:00.000Z',
    announcedAt: '2026-01-03T00:00:00.000Z',
    publishedAt: '2026-01-03T00:00:05.000Z',
  });
  expect(transitionsOf(key).map(({ what }) => what)).toEqual(['created', 'current', 'announced', 'published']);
});

test('a key is found in whichever ring holds it', () => {
  const es = ringView([aKey({ kid: 'es-kid' })], { name: 'es' });
  const view = tenantView([ringView([aKey()]), es]);
  expect(findKey(view, 'es-kid')?.ring.ring.name).toBe('es');
  expect(findKey(view, 'nowhere')).toBeNull();
});

const pushed = (kids: string[]): Publication => ({
  id: 'publication',
  tenantId: aTenant.id,
  act: 'push',
  at: AT,
  hash: '',
  kids,
  replaced: '{"keys":[]}',
  sent: '{"keys":[]}',
  confirmedAt: AT,
  variations: [],
});

test('publication debt: what verifiers miss, and what should be gone', () => {
  const keys = (['next', 'current', 'previous'] as const).map((state) => aKey({ state, publishedAt: AT }));
  const lastPublication = pushed(keys.map(({ kid }) => kid));
  const view = tenantView([ringView([...keys, aKey({ state: 'revoked' })])], { lastPublication });
  expect(publicationDebt(view)).toEqual({ missing: [], lingering: [] });

  const [, current, previous] = keys.map((key) => ({ ...key }));
  const revoked = aKey({ ...previous, state: 'revoked' });
  const changed = { ...view, rings: [ringView([aKey({ kid: 'new' }), aKey(current), revoked])] };
  expect(publicationDebt(changed)).toEqual({ missing: ['new'], lingering: [revoked.kid] });
});

test('keys for local use are no debt', () => {
  const ring = ringView([aKey({ alg: 'Ed25519' })], { alg: 'Ed25519', bits: null });
  expect(publicationDebt(tenantView([ring])).missing).toEqual([]);
});
