import { expect, test } from 'vitest';
import { aroundNow, ringEvents } from '../../../../renderer/keys/state/ring-events.ts';
import { clocksOf } from '../../../../shared/domain/timing/clocks.ts';
import { inLaneOrder } from '../../../../shared/domain/key-ring/lane.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aKey } from '../../../support/keys.ts';
import { ringView } from '../../../support/views.ts';

const ROTATED = '2026-11-22T12:00:00.000Z';
const SEEN = '2026-11-22T12:00:10.000Z';
const OLD = '2026-10-01T08:00:00.000Z';

function events() {
  const keys = [
    aKey({ kid: 'new', createdAt: ROTATED, publishedAt: SEEN }),
    aKey({ kid: 'cur', createdAt: OLD, publishedAt: OLD, state: 'current', currentAt: ROTATED }),
    aKey({
      kid: 'old',
      createdAt: OLD,
      publishedAt: OLD,
      state: 'previous',
      currentAt: OLD,
      previousAt: ROTATED,
    }),
    aKey({
      kid: 'gone',
      createdAt: OLD,
      publishedAt: OLD,
      currentAt: OLD,
      state: 'revoked',
      revokedAt: OLD,
      previousAt: OLD,
      takenDownAt: SEEN,
      destroyAt: '2026-11-30T00:00:00.000Z',
    }),
  ];
  const facts = { keys, terms: DEFAULT_TERMS.development, cacheSeen: null, consumers: [] };
  const clocks = Object.fromEntries(keys.map((key) => [key.kid, clocksOf(key, facts)]));
  return ringEvents({ ...ringView(inLaneOrder(keys)), clocks });
}

test('past transitions and coming clocks stand in one row, in order', () => {
  const told = events().filter(({ at }) => at >= ROTATED);
  expect(told.map(({ kind, kid }) => `${kind} ${kid}`)).toEqual([
    'current cur',
    'created new',
    'taken-down gone',
    'published new',
    // 30 seconds of caches after it was seen; 65 seconds of tokens after the rotation.
    'bites gone',
    'ready new',
    'safe old',
    'erasure gone',
  ]);
});

test('a current key brings no clock of its own', () => {
  expect(
    events()
      .filter(({ kid }) => kid === 'cur')
      .map(({ kind }) => kind),
  ).not.toContain('ready');
});

test('on the line stands what comes, and as much of the past as fits', () => {
  const all = events();
  const { past, coming } = aroundNow(all, Date.parse(SEEN), 6);
  expect(coming.map(({ kind }) => kind)).toEqual(['bites', 'ready', 'safe', 'erasure']);
  expect(past).toEqual(all.filter(({ at }) => at <= SEEN).slice(-2));
});
