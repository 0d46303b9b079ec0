import type { en } from '../../en/page.ts';
import { count } from '../numbers.ts';

export const durations: typeof en.durations = {
  days: (amount) => count(amount, 'Tag', 'Tage'),
  hours: (amount) => count(amount, 'Stunde', 'Stunden'),
  minutes: (amount) => count(amount, 'Minute', 'Minuten'),
  seconds: (amount) => count(amount, 'Sekunde', 'Sekunden'),
  noTime: 'keine Zeit',
  short: { hour: 'h', minute: 'min', second: 's' },
  justNow: 'gerade eben',
};
