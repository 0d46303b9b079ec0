// The coming steps of all tenants as a picture: one row for each kind of step, one column for each week.
import { FORECAST_KINDS, type ForecastEvent, type ForecastKind } from '../../../shared/domain/timing/due.ts';
import { DAY_MS } from './due.ts';

/** How far the line reaches. */
export const LINE_DAYS = 90;

const WEEKS = Math.ceil(LINE_DAYS / 7);

export interface LineWeek {
  /** Its first day, in milliseconds since the epoch. */
  from: number;
  events: ForecastEvent[];
}

interface LineRow {
  kind: ForecastKind;
  overdue: ForecastEvent[];
  /** All weeks, those without a step too. */
  weeks: LineWeek[];
}

/** Kinds without a step are left out. What lies beyond the line is, too. */
export function fleetLine(events: readonly ForecastEvent[], now: number): LineRow[] {
  return FORECAST_KINDS.map((kind) => {
    const ofKind = events.filter((event) => event.kind === kind);
    const coming = ofKind.filter(({ severity, at }) => severity !== 'overdue' && weekOf(at, now) < WEEKS);
    return {
      kind,
      overdue: ofKind.filter(({ severity }) => severity === 'overdue'),
      weeks: Array.from({ length: WEEKS }, (_, week) => ({
        from: now + week * 7 * DAY_MS,
        events: coming.filter(({ at }) => weekOf(at, now) === week),
      })),
    };
  }).filter(({ overdue, weeks }) => overdue.length > 0 || weeks.some((week) => week.events.length > 0));
}

/** `now` moves by minutes, the severities by the main process: what is due this moment stands in the first week. */
const weekOf = (at: string, now: number): number => Math.max(0, Math.floor((Date.parse(at) - now) / (7 * DAY_MS)));

/** The names of the tenants, each once, in the order of their dates. */
export const tenantsOf = (events: readonly ForecastEvent[]): string[] => [
  ...new Set(events.map(({ tenant }) => tenant)),
];
