// The coming events as an iCalendar file (RFC 5545). UIDs are stable per key and kind, so a later file replaces the
// entries of an earlier one. Written here because the `ics` package folds lines by characters, not by the 75 octets of
// §3.1, and brings a second schema library; what is needed of the format is one component with fixed properties.
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { FORECAST_WORDS } from '../../../shared/words/en/waiting.ts';

const MAX_LINE_OCTETS = 75;
const REMIND_BEFORE = '-P1D';

/** RFC 5546 §3.2.1 wants one; nobody reads answers to a due list (RFC 2606: the name leads nowhere). */
const ORGANIZER = 'ORGANIZER;CN=Key Custodian:mailto:no-reply@key-custodian.invalid';

/**
 * One calendar with an entry and a reminder a day ahead for every event, and a cancellation for each of `off`. `now` becomes
 * DTSTAMP, and in minutes SEQUENCE, so that a later calendar prevails.
 */
export function calendarOf(events: readonly ForecastEvent[], now: Instant, off: readonly ForecastEvent[] = []): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Key Custodian//Forecast//EN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => entryOf(event, now)),
    ...off.flatMap((event) => cancellationOf(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryOf(event: ForecastEvent, now: Instant): string[] {
  const { title, todo } = FORECAST_WORDS[event.kind];
  const summary = textOf(`${title}: ${event.tenant} / ${event.ring}`);
  return [
    'BEGIN:VEVENT',
    ...headOf(event, now),
    'DURATION:PT15M',
    `SUMMARY:${summary}`,
    `DESCRIPTION:${textOf(`${todo}\nKey: ${event.kid}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${REMIND_BEFORE}`,
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Clients take the entry with this UID out again (RFC 5545 §3.8.1.11). */
const cancellationOf = (event: ForecastEvent, now: Instant): string[] => [
  'BEGIN:VEVENT',
  ...headOf(event, now),
  'STATUS:CANCELLED',
  'END:VEVENT',
];

const headOf = ({ id, at }: ForecastEvent, now: Instant): string[] => [
  `UID:${textOf(`${id}@key-custodian`)}`,
  `DTSTAMP:${utcOf(now)}`,
  `DTSTART:${utcOf(at)}`,
  `SEQUENCE:${Math.floor(Date.parse(now) / 60_000)}`,
  ORGANIZER,
];

/** `20261122T053000Z` (RFC 5545 §3.3.5, form 2). */
function utcOf(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A TEXT value (§3.3.11). Control characters other than line ends and tabs may not appear and become spaces. */
function textOf(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, ' ');
}

/** Splits a line into pieces of at most 75 octets without cutting a character; the pieces after the first begin with a space. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_LINE_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
