// A date and time as people here read it.
import type { Instant } from '../../domain/timing/instant.ts';
import { once } from '../../once.ts';

const moment = once(
  () =>
    new Intl.DateTimeFormat('de-DE', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
);

/** `22. Nov. 2026, 08:00 MEZ`; what is no instant stays as it is. */
export const momentOf = (at: Instant): string => (Number.isNaN(Date.parse(at)) ? at : moment().format(new Date(at)));
