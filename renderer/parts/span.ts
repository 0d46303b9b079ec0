// A length of time as it is typed: number and unit, because nobody thinks of a day as 86400 seconds.
export const TIME_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;

type TimeUnit = (typeof TIME_UNITS)[number];

const SECONDS: Record<TimeUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export interface Span {
  /** As typed; blank for “not given”. */
  amount: string;
  unit: TimeUnit;
}

/** In the largest unit that loses nothing. */
export function spanOf(seconds: number | null): Span {
  if (seconds === null) {
    return { amount: '', unit: 'hours' };
  }
  const units: readonly TimeUnit[] = ['days', 'hours', 'minutes'];
  const unit = units.find((one) => seconds > 0 && seconds % SECONDS[one] === 0) ?? 'seconds';
  return { amount: String(seconds / SECONDS[unit]), unit };
}

/** Whole numbers only reach the schema as such; anything else is left for it to refuse. */
export const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

export const secondsOf = ({ amount, unit }: Span): number => numberOf(amount) * SECONDS[unit];
