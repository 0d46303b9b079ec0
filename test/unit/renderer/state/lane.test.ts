import { expect, test } from 'vitest';
import { findKey, laneOf, transitionsOf } from '../../../../renderer/keys/state/lane.ts';
import { sinceOf } from '../../../../shared/domain/key-ring/lane.ts';
import { pendingOf } from '../../../../shared/domain/published-set/pending.ts';
import type { Publication } from '../../../../shared/domain/published-set/publication.ts';
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
  expect(sinceOf(aKey({ ...instants, state: 'next' }))).toBe(instants.createdAt);
  expect(sinceOf(aKey({ ...instants, state: 'current' }))).toBe(instants.currentAt);
  expect(sinceOf(aKey({ ...instants, state: 'previous' }))).toBe(instants.previousAt);
  expect(sinceOf(aKey({ ...instants, state: 'revoked' }))).toBe(instants.revokedAt);
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
  sent: null,
  confirmedAt: AT,
  variations: [],
});

test('what is pending: what verifiers miss, what should be gone, and what they see in a former state', () => {
  const keys = (['current', 'next', 'previous'] as const).map((state) => aKey({ state, publishedAt: AT }));
  const lastPublication = pushed(keys.map(({ kid }) => kid));
  const view = tenantView([ringView([...keys, aKey({ state: 'revoked' })])], { lastPublication });
  expect(pendingOf(view)).toBeNull();

  const [current, , previous] = keys.map((key) => ({ ...key }));
  const revoked = aKey({ ...previous, state: 'revoked' });
  const changed = { ...view, rings: [ringView([aKey({ kid: 'new' }), aKey(current), revoked])] };
  expect(pendingOf(changed)).toMatchObject({ missing: ['new'], lingering: [revoked.kid], altered: [] });

  const sent = JSON.stringify({ keys: [{ ...current?.jwk, x5c: ['the former one'] }] });
  const reissued = { ...view, lastPublication: { ...lastPublication, sent } };
  expect(pendingOf(reissued)).toMatchObject({ missing: [], lingering: [], altered: [current?.kid] });
});

test('keys for local use are not pending', () => {
  const ring = ringView([aKey({ alg: 'Ed25519' })], { alg: 'Ed25519', bits: null });
  expect(pendingOf(tenantView([ring]))).toBeNull();
});
