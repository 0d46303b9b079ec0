// Lengths of time, and numbers with their noun.
import { count } from '../numbers.ts';

export const durations = {
  days: (amount: number) => count(amount, 'day'),
  hours: (amount: number) => count(amount, 'hour'),
  minutes: (amount: number) => count(amount, 'minute'),
  seconds: (amount: number) => count(amount, 'second'),
  noTime: 'no time',
  /** For a countdown. */
  short: { hour: 'h', minute: 'min', second: 's' },
  justNow: 'just now',
};
