import { describe, expect, it } from 'vitest';
import { secondsAfter, waitsUntil } from '../../../../shared/domain/vault/guesses.ts';

const NOW = '2026-11-29T08:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe('wrong guesses', () => {
  it('cost nothing at first, then twice as much each time, and a quarter of an hour at most', () => {
    expect([0, 1, 2, 3, 4, 5, 11, 12, 13, 1_000_000].map(secondsAfter)).toEqual([0, 0, 0, 2, 4, 8, 512, 900, 900, 900]);
  });

  it('keep the next one waiting until the time has passed, to the second', () => {
    const guesses = { failed: 5, at: NOW };
    expect(waitsUntil(guesses, later(0))).toBe(later(8));
    expect(waitsUntil(guesses, later(7))).toBe(later(8));
    expect(waitsUntil(guesses, later(8))).toBeNull();
    expect(waitsUntil({ failed: 2, at: NOW }, NOW)).toBeNull();
  });

  it('keep nobody waiting longer because a clock was set back', () => {
    expect(waitsUntil({ failed: 5, at: later(1_000_000) }, NOW)).toBe(later(8));
  });
});
