// Lengths of time, and numbers with their noun.
import { LOCALE } from '../numbers.ts';
const plural = new Intl.PluralRules(LOCALE);
const of = (amount: number, one: string, other: string): string =>
  `${amount} ${plural.select(amount) === 'one' ? one : other}`;

export const durations = {
  days: (amount: number) => of(amount, 'day', 'days'),
  hours: (amount: number) => of(amount, 'hour', 'hours'),
  minutes: (amount: number) => of(amount, 'minute', 'minutes'),
  seconds: (amount: number) => of(amount, 'second', 'seconds'),
  noTime: 'no time',
  /** For a countdown. */
  short: { hour: 'h', minute: 'min', second: 's' },
  justNow: 'just now',
};
