import { expect, test } from 'vitest';
import type { ClockReason } from '../../../../shared/domain/timing/key-clocks.ts';
import { dayAndTimeInZone } from '../../../../renderer/text/dates.ts';
import { countdown, durationOf } from '../../../../renderer/text/durations.ts';
import { earlyHarm, waitVerb } from '../../../../renderer/keys/state/early-words.ts';

test.each([
  [0, 'no time'],
  [1, '1 second'],
  [300, '5 minutes'],
  [3900, '1 hour 5 minutes'],
  [86_400, '1 day'],
  [90_061, '1 day 1 hour 1 minute 1 second'],
])('%i seconds are said as “%s”, without losing any', (seconds, text) => {
  expect(durationOf(seconds)).toBe(text);
});

test.each([
  [-5, '0 s'],
  [400, '1 s'],
  [29_000, '29 s'],
  [245_000, '4 min 05 s'],
  [3 * 3_600_000 + 12 * 60_000, '3 h 12 min'],
  [6 * 86_400_000 + 4 * 3_600_000, '6 days 4 h'],
  [86_400_000, '1 day 0 h'],
])('%i ms are left as “%s”', (left, text) => {
  expect(countdown(left)).toBe(text);
});

test('a time that somebody plans by names its zone', () => {
  const zone = Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
    .formatToParts(new Date('2026-11-22T12:00:00.000Z'))
    .find(({ type }) => type === 'timeZoneName')?.value;
  expect(dayAndTimeInZone('2026-11-22T12:00:00.000Z').endsWith(` ${zone}`)).toBe(true);
});

test('the closed button names the time, with the day when it is another one', () => {
  const now = Date.now();
  expect(waitVerb(null, now)).toBe('Not yet');
  expect(waitVerb(new Date(now).toISOString(), now)).toMatch(/^Wait until \d\d:\d\d:\d\d$/);
  expect(waitVerb(new Date(now + 3 * 86_400_000).toISOString(), now)).toMatch(/^Wait until \d+ \w+ \d{4}, /);
});

test('going ahead early names what breaks', () => {
  const harm = (kind: 'ready' | 'safe', why: ClockReason, waitsFor: string[] = []) =>
    earlyHarm(kind, { why, at: null, waitsFor }, 'abc');
  expect(harm('ready', 'verifiers-warming')).toContain('reject every token that abc signs');
  expect(harm('ready', 'never-published')).toContain('No verifier can know abc');
  expect(harm('safe', 'tokens-alive')).toContain('people are signed out');
  expect(harm('ready', 'consumers-unconfirmed', ['Portal', 'HSM'])).toBe(
    'Without abc, these reject every token that it signs: Portal, HSM.',
  );
  expect(harm('safe', 'tokens-alive', ['Portal'])).toMatch(/people are signed out.*still use abc.*: Portal\.$/);
});
