import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockOf,
  isOpen,
  isRunning,
  jointsOf,
  phaseOf,
  shareOf,
  standing,
} from '../../../../renderer/keys/state/clocks.ts';
import { nearness } from '../../../../renderer/state/now.ts';
import { clocksOf } from '../../../../shared/domain/timing/clocks.ts';
import { guardRevoke, guardRotate } from '../../../support/guards.ts';
import { KEY_STATES } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey } from '../../../support/keys.ts';

const NOON = '2026-11-22T12:00:00.000Z';
const noon = Date.parse(NOON);
const before = (seconds: number) => new Date(noon - seconds * 1000).toISOString();
const reading = (at: string | null, why: 'verifiers-warming' | 'never-published' | 'nothing-announced') => ({
  at,
  since: null,
  parts: [],
  why,
  waitsFor: [],
});

test('a clock waits, has come, is stopped until something happens, or has nothing to wait for', () => {
  expect(phaseOf(reading(before(-1), 'verifiers-warming'), noon)).toBe('waiting');
  expect(phaseOf(reading(NOON, 'verifiers-warming'), noon)).toBe('come');
  expect(phaseOf(reading(null, 'never-published'), noon)).toBe('stopped');
  expect(phaseOf(reading(before(-1), 'nothing-announced'), noon)).toBe('free');
});

describe('what the window shows is what the main process decides', () => {
  const facts = (keys: SigningKey[]) => ({ keys, terms: DEFAULT_TERMS.production, cacheSeen: null, consumers: [] });

  test.each([
    ['never announced', {}],
    ['sent, not seen', { announcedAt: before(90_000) }],
    ['seen a moment ago', { publishedAt: before(60) }],
    ['seen long ago', { publishedAt: before(200_000) }],
  ])('rotating to a next key that was %s', (_what, over) => {
    const keys = [aKey(over), aKey({ state: 'current', currentAt: before(300_000) })];
    const clock = clockOf({ state: 'next' }, keys[0] && clocksOf(keys[0], facts(keys)));
    expect(clock && isOpen(phaseOf(clock.reading, noon))).toBe(guardRotate(facts(keys), NOON).ok);
  });

  test.each([
    ['a moment ago', before(60)],
    ['long ago', before(200_000)],
  ])('revoking a key that was rotated out %s', (_what, previousAt) => {
    const key = aKey({ state: 'previous', publishedAt: before(500_000), previousAt });
    const clock = clockOf(key, clocksOf(key, facts([key])));
    expect(clock && isOpen(phaseOf(clock.reading, noon))).toBe(guardRevoke(key, facts([key]), NOON).ok);
  });
});

test('a clock that waits for consumers stays shut when its time has come, and says for whom', () => {
  const key = aKey({ state: 'previous', publishedAt: before(500_000), previousAt: before(60) });
  const facts = {
    keys: [key],
    terms: DEFAULT_TERMS.production,
    cacheSeen: null,
    consumers: [aConsumer({ name: 'Portal' })],
  };
  const { safeToRevoke } = clocksOf(key, facts);
  const later = noon + 40 * 86_400_000;
  expect([phaseOf(safeToRevoke, noon), phaseOf(safeToRevoke, later)]).toEqual(['waiting', 'stopped']);
  expect(standing(safeToRevoke, noon)).toBe(safeToRevoke);
  expect(standing(safeToRevoke, later)).toMatchObject({
    at: null,
    parts: [],
    why: 'consumers-unconfirmed',
    waitsFor: ['Portal'],
  });
  expect(guardRevoke(key, facts, new Date(later).toISOString()).ok).toBe(false);
});

test('each state has the clock that matters to it; a current key has none, nor has one that was replaced', () => {
  const key = aKey();
  const clocks = clocksOf(key, { keys: [key], terms: DEFAULT_TERMS.development, cacheSeen: null, consumers: [] });
  expect(KEY_STATES.map((state) => clockOf({ state }, clocks)?.kind ?? null)).toEqual([
    'ready',
    null,
    'safe',
    'bites',
    null,
  ]);
  expect(clockOf({ state: 'next' }, undefined)).toBeNull();
});

test('the face fills from the fact to the instant', () => {
  const half = { at: before(-30), since: before(30), parts: [], why: 'verifiers-warming' as const, waitsFor: [] };
  expect(shareOf(half, noon)).toBe(0.5);
  expect(shareOf(half, noon + 60_000)).toBe(1);
  expect(shareOf({ ...half, since: null }, noon)).toBe(0);
});

test('a bar has a joint between two addends, and none at its ends or for an addend of no length', () => {
  const parts = [
    { code: 'verifier-cache', seconds: 30 },
    { code: 'clock-skew', seconds: 0 },
    { code: 'token-lifetime', seconds: 90 },
    { code: 'safety', seconds: 0 },
  ] as const;
  expect(jointsOf({ parts: [...parts] })).toEqual([0.25]);
  expect(jointsOf({ parts: [] })).toEqual([]);
});

test('time runs only from a known fact towards an instant to come', () => {
  const running = { since: before(30), at: before(-30), parts: [] };
  expect(isRunning(running, noon)).toBe(true);
  expect(isRunning(running, noon + 30_000)).toBe(false);
  expect(isRunning({ ...running, since: null }, noon)).toBe(false);
  expect(isRunning({ ...running, at: null }, noon)).toBe(false);
});

test('however coarse the time that is shown, it is never on the wrong side of the instant', () => {
  const span = integer({ min: -10_000_000, max: 10_000_000 });
  assert(
    property(span, (distance) => {
      const shown = nearness([noon], noon + distance);
      expect(shown >= noon).toBe(distance >= 0);
      expect(Math.abs(shown - (noon + distance))).toBeLessThan(60_000);
    }),
  );
});

test('nor on the wrong side of one of many, even where several fall into one minute', () => {
  const spans = array(integer({ min: -200_000, max: 200_000 }), { maxLength: 8 });
  assert(
    property(spans, (distances) => {
      const shown = nearness(
        distances.map((distance) => noon + distance),
        noon,
      );
      expect(distances.map((distance) => noon + distance <= shown)).toEqual(distances.map((distance) => distance <= 0));
      expect(Math.abs(shown - noon)).toBeLessThan(60_000);
    }),
  );
});
