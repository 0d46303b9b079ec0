import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../../main/acts/plans/calendar.ts';
import { plusDays } from '../../../../shared/domain/timing/instants.ts';
import { FORECAST_KINDS, type ForecastEvent } from '../../../../shared/domain/timing/due.ts';
import { FORECAST_WORDS } from '../../../../shared/words/en/waiting.ts';
import { AT } from '../../../support/keys.ts';

function anEvent(part: Partial<ForecastEvent> = {}): ForecastEvent {
  return {
    id: 'key-1.rotation-due',
    kind: 'rotation-due',
    at: '2027-02-20T08:00:00.000Z',
    severity: 'later',
    tenant: 'Acme',
    ring: 'default',
    kid: 'kid-1',
    ...part,
  };
}

/** Reads with Mozilla's parser, which shares nothing with the writer. */
function entries(text: string) {
  const calendar = ICAL.Component.fromString(text);
  return calendar.getAllSubcomponents('vevent').map((entry) => ({
    event: new ICAL.Event(entry),
    entry,
    alarm: entry.getFirstSubcomponent('valarm'),
  }));
}

const octets = (line: string) => Buffer.byteLength(line);

describe('the calendar', () => {
  it('writes an entry with a reminder a day ahead', () => {
    const [first] = entries(calendarOf([anEvent()], AT));
    expect(first?.event.uid).toBe('key-1.rotation-due@key-custodian');
    expect(first?.event.startDate.toJSDate().toISOString()).toBe('2027-02-20T08:00:00.000Z');
    expect(first?.event.summary).toBe('Rotate: Acme / default');
    expect(first?.event.description).toBe(`${FORECAST_WORDS['rotation-due'].todo}\nKey: kid-1`);
    expect(first?.event.duration.toSeconds()).toBe(900);
    expect(first?.alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(String(first?.alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
  });

  it('has nothing but the lines of a calendar, an entry and its reminder', () => {
    const { title, todo } = FORECAST_WORDS['rotation-due'];
    const head = (id: string, at: string) => [
      'BEGIN:VEVENT',
      `UID:${id}.rotation-due@key-custodian`,
      'DTSTAMP:20261122T080000Z',
      `DTSTART:${at}`,
      `SEQUENCE:${Date.parse(AT) / 60_000}`,
      'ORGANIZER;CN=Key Custodian:mailto:no-reply@key-custodian.invalid',
    ];
    const text = calendarOf([anEvent()], AT, [anEvent({ id: 'key-2.rotation-due', at: AT })]);
    expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Key Custodian//Forecast//EN',
      'METHOD:PUBLISH',
      ...head('key-1', '20270220T080000Z'),
      'DURATION:PT15M',
      `SUMMARY:${title}: Acme / default`,
      `DESCRIPTION:${todo.replaceAll(/[,;]/g, String.raw`\$&`)}\\nKey: kid-1`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P1D',
      `DESCRIPTION:${title}: Acme / default`,
      'END:VALARM',
      'END:VEVENT',
      ...head('key-2', '20261122T080000Z'),
      'STATUS:CANCELLED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('replaces its entries when it is made again: same UID, newer stamp', () => {
    const [first] = entries(calendarOf([anEvent()], AT));
    const [again] = entries(calendarOf([anEvent({ at: '2027-03-01T08:00:00.000Z' })], plusDays(AT, 1)));
    expect(again?.event.uid).toBe(first?.event.uid);
    const stamps = [first, again].map((one) => String(one?.entry.getFirstPropertyValue('dtstamp')));
    expect(stamps).toEqual(['2026-11-22T08:00:00Z', '2026-11-23T08:00:00Z']);
  });

  it('names an organizer, and calls off what an earlier one told of', () => {
    const text = calendarOf([anEvent()], AT, [anEvent({ id: 'key-2.rotation-due', at: AT })]);
    const [comes, off] = entries(text);
    expect([comes, off].map((one) => String(one?.entry.getFirstPropertyValue('organizer')))).toEqual(
      Array.from({ length: 2 }, () => 'mailto:no-reply@key-custodian.invalid'),
    );
    expect(comes?.entry.getFirstPropertyValue('status')).toBeNull();
    expect(off?.event.uid).toBe('key-2.rotation-due@key-custodian');
    expect(off?.entry.getFirstPropertyValue('status')).toBe('CANCELLED');
    const [later] = entries(calendarOf([anEvent()], plusDays(AT, 1)));
    expect(Number(later?.event.sequence)).toBeGreaterThan(Number(comes?.event.sequence));
  });

  it('is complete without entries, and has what RFC 5545 §3.6 requires', () => {
    const text = calendarOf([], AT);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r\n]+\r\n/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(entries(text)).toEqual([]);
  });

  it('carries any name through escaping and folding, in lines of at most 75 octets', () => {
    const name = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('\\', ';', ',', '\n', '\\n', ':', '"', ' ', 'é', '鍵', '🔑', '👩‍🔧'),
          fc.string({ unit: 'grapheme', maxLength: 3 }),
        ),
        maxLength: 80,
      })
      .map((text) => text.replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : '')));
    const event = fc
      .record({
        tenant: name,
        ring: name,
        kind: fc.constantFrom(...FORECAST_KINDS),
        kid: fc.string({ maxLength: 200 }).map((kid) => kid.replace(/[^\x21-\x7e]/g, '')),
      })
      .map(anEvent);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), (events) => {
        const text = calendarOf(events, AT);
        const lines = text.split('\r\n');
        expect(lines.every((line) => octets(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        // No line was cut within a character.
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(entries(text).map(({ event: read }) => [read.summary, read.description])).toEqual(
          events.map(({ kind, tenant, ring, kid }) => [
            `${FORECAST_WORDS[kind].title}: ${tenant} / ${ring}`,
            `${FORECAST_WORDS[kind].todo}\nKey: ${kid}`,
          ]),
        );
      }),
    );
  });

  it('counts the space of a continuation, and fills lines to the last octet', () => {
    const kid = 'k'.repeat(400);
    const text = calendarOf([anEvent({ kid })], AT);
    expect(Math.max(...text.split('\r\n').map(octets))).toBe(75);
    expect(entries(text)[0]?.event.description.endsWith(kid)).toBe(true);
  });

  it('lets no name smuggle in a property or a line end', () => {
    const text = calendarOf([anEvent({ tenant: 'A\r\nATTACH:file:///etc\rX\u0000Y\u0007' })], AT);
    expect(entries(text)[0]?.event.summary).toBe('Rotate: A\nATTACH:file:///etc\nX Y  / default');
    expect(entries(text)[0]?.entry.getFirstProperty('attach')).toBeNull();
  });
});
