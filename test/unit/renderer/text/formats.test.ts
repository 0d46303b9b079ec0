import { expect, test } from 'vitest';
import { dayAndTime, relativeTo, utcOf } from '../../../../renderer/text/dates.ts';
import { hexView, octetsOf, shortKid, sizeOf, textOfBase64 } from '../../../../renderer/text/hex.ts';
import { count } from '../../../../shared/words/en/numbers.ts';

const AT = '2026-11-14T09:12:31.000Z';
const now = Date.parse('2026-11-22T05:30:00.000Z');

test('an instant is told absolutely, relatively and in UTC', () => {
  expect(dayAndTime(AT)).toMatch(/^1[345] Nov 2026, \d\d:\d\d$/);
  expect(utcOf(AT)).toBe('2026-11-14 09:12:31 UTC');
  expect(relativeTo(AT, now)).toBe('7 days ago');
  expect(relativeTo('2026-11-22T05:29:40.000Z', now)).toBe('just now');
  expect(relativeTo('2027-01-30T05:30:00.000Z', now)).toBe('in 2 months');
});

// “Next year” is said of calendars; these are distances, and never more is said than is true.
test.each([
  ['2028-10-29T12:00:00.000Z', 'in 22 months'],
  ['2028-11-29T12:00:00.000Z', 'in 2 years'],
  ['2027-11-30T12:00:00.000Z', 'in 12 months'],
  ['2026-12-30T12:00:00.000Z', 'in 31 days'],
  ['2026-11-30T23:00:00.000Z', 'in 35 hours'],
  ['2026-11-30T00:30:00.000Z', 'in 12 hours'],
  ['2026-11-29T13:30:00.000Z', 'in 90 minutes'],
  // The window’s now stands still for a minute: this may have happened.
  ['2026-11-29T12:00:40.000Z', 'just now'],
  ['2026-11-28T13:00:00.000Z', '23 hours ago'],
  ['2025-01-01T12:00:00.000Z', '22 months ago'],
])('on 29 Nov 2026 at noon, %s is “%s”', (at, said) => {
  expect(relativeTo(at, Date.parse('2026-11-29T12:00:00.000Z'))).toBe(said);
});

test('a fingerprint may be broken between its octets and nowhere else; what is none is one piece', () => {
  expect(octetsOf('54:C5:52')).toEqual(['54:', 'C5:', '52']);
  expect(octetsOf('54c552')).toEqual(['54', 'c5', '52']);
  expect(octetsOf('device-fleet-2024')).toEqual(['device-fleet-2024']);
});

test('a kid is shortened from the middle, and only when that saves something', () => {
  expect(shortKid('h3ogA9at3MKm4zaemlqQ_SdU85cW18aDK0XF_Goxn12')).toBe('h3ogA9…Goxn12');
  expect(shortKid('acme-2026-key-1')).toBe('acme-2026-key-1');
  expect(shortKid('device-fleet-2024')).toBe('device-fleet-2024');
});

test('counts and sizes', () => {
  expect([count(1, 'key'), count(0, 'key'), count(40_211, 'time'), count(2, 'entry', 'entries')]).toEqual([
    '1 key',
    '0 keys',
    '40,211 times',
    '2 entries',
  ]);
  expect([sizeOf(812), sizeOf(3482)]).toEqual(['812 bytes', '3.4 KiB']);
});

test('bytes are shown in rows of sixteen, at most as many as asked for', () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, index) => index);
  expect(hexView(bytes, 2).split('\n')).toEqual([
    '0000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f',
    '0010  10 11 12 13 14 15 16 17  18 19 1a 1b 1c 1d 1e 1f',
  ]);
});

test('text in a file is UTF-8', () => {
  expect(textOfBase64(Buffer.from('Bürgschaft\n').toString('base64'))).toBe('Bürgschaft\n');
});
