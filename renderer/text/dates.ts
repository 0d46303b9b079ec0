// Instants as people read them: the absolute form is always shown, the relative one explains it.
import type { Instant } from '../../shared/domain/timing/instant.ts';
import { once } from '../../shared/once.ts';
import { words } from './words.ts';

/** Each reads the data of its language when it is made, and few are wanted while the window starts. */
const format = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  once(() => new Intl.DateTimeFormat(words.locale, options));

const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
const dayInYear = format({ day: 'numeric', month: 'short' });
const time = format({ hour: '2-digit', minute: '2-digit' });
const seconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const zone = format({ timeZoneName: 'short' });
/** Numbers always: “next year” and “tomorrow” are said of calendars, and these are distances. */
const relative = once(() => new Intl.RelativeTimeFormat(words.locale, { numeric: 'always' }));

/** `14 Nov 2026` in the time zone of this machine. */
export const dayOf = (at: Instant): string => day().format(new Date(at));

/** `14 Nov`, where the year is plain. */
export const dayOfYear = (at: Instant): string => dayInYear().format(new Date(at));

/** `14 Nov 2026, 09:12` in the time zone of this machine. */
export const dayAndTime = (at: Instant): string => `${dayOf(at)}, ${time().format(new Date(at))}`;

/** `14 Nov 2026, 09:12:31` in the time zone of this machine. */
export const exactTime = (at: Instant): string => `${dayOf(at)}, ${seconds().format(new Date(at))}`;

/** `14 Nov 2026, 09:12:31 CET`: the time zone is named, because somebody plans by it. */
export const exactTimeInZone = (at: Instant): string => `${exactTime(at)} ${zoneAt(at)}`;

/** `14 Nov 2026, 09:12 CET`. */
export const dayAndTimeInZone = (at: Instant): string => `${dayAndTime(at)} ${zoneAt(at)}`;

/** The short name of this machine's time zone at that instant, which tells summer time from winter time. */
function zoneAt(at: Instant): string {
  return (
    zone()
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  );
}

/** The largest unit of which there are two says it, so that what is cut off is less than what is said. */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, least: number][] = [
  ['year', 365.25 * 86_400_000, 2],
  ['month', 30.44 * 86_400_000, 2],
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 2],
  ['minute', 60_000, 1],
];

/** `3 days ago`, `in 23 months`, `just now`. `now` in milliseconds since the epoch. */
export function relativeTo(at: Instant, now: number): string {
  const distance = Date.parse(at) - now;
  const step = STEPS.find(([, length, least]) => Math.abs(distance) >= least * length);
  // What is told as now moves once a minute, so that within one nobody knows what comes first.
  return step === undefined ? words.durations.justNow : relative().format(Math.trunc(distance / step[1]), step[0]);
}

/** `22 Nov 2026, 05:30:00 UTC`: what two people in different places can compare. */
export const utcOf = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
