import type { en } from '../../en/page.ts';

import { LOCALE } from '../numbers.ts';
const plural = new Intl.PluralRules(LOCALE);
const of = (amount: number, one: string, other: string): string =>
  `${amount} ${plural.select(amount) === 'one' ? one : other}`;

export const durations: typeof en.durations = {
  days: (amount) => of(amount, 'Tag', 'Tage'),
  hours: (amount) => of(amount, 'Stunde', 'Stunden'),
  minutes: (amount) => of(amount, 'Minute', 'Minuten'),
  seconds: (amount) => of(amount, 'Sekunde', 'Sekunden'),
  noTime: 'keine Zeit',
  short: { hour: 'h', minute: 'min', second: 's' },
  justNow: 'gerade eben',
};
