// What going ahead before its time would break, for the one who is about to do it.
import type { ClockReading } from '../../../shared/domain/timing/key-clocks.ts';
import type { ClockKind } from '../state/clocks.ts';
import { words } from '../../text/words.ts';
import { dayAndTime, exactTimeInZone } from '../../text/dates.ts';

type Harming = Pick<ClockReading, 'why' | 'at' | 'waitsFor'>;

const { harm, notYet, waitUntil } = words.clocks.early;

/** `key` as the officer sees it on the screen. */
export function earlyHarm(kind: ClockKind, reading: Harming, key: string): string {
  const { why, waitsFor } = reading;
  const consumersHarm = kind === 'ready' ? harm.withoutIt : harm.holdOn;
  return [
    ...(why === 'consumers-unconfirmed' ? [] : [timeHarm(reading, key)]),
    ...(waitsFor.length === 0 ? [] : [consumersHarm(key, waitsFor)]),
  ].join(' ');
}

function timeHarm({ why, at }: Harming, key: string): string {
  const until = at === null ? null : exactTimeInZone(at);
  switch (why) {
    case 'verifiers-warming':
      return harm.warming(key, until);
    case 'never-published':
      return harm.unknown(key);
    case 'tokens-alive':
      return harm.alive(key, until);
    case 'nothing-announced':
    case 'still-signing':
    case 'not-revoked':
    case 'not-taken-down':
    case 'verifiers-forgetting':
    case 'consumers-unconfirmed':
      return harm.other(key);
  }
}

/** `05:30:12` on the same day, otherwise with the day. */
export function waitVerb(at: string | null, now: number): string {
  if (at === null) {
    return notYet;
  }
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return waitUntil(sameDay ? new Date(at).toLocaleTimeString(words.locale) : dayAndTime(at));
}
