// What going ahead before its time would break, for the one who is about to do it.
import type { ClockReading } from '../../shared/clocks.ts';
import type { ClockKind } from '../state/clocks.ts';
import { dayAndTime, exactTimeInZone } from './dates.ts';

type Harming = Pick<ClockReading, 'why' | 'at' | 'waitsFor'>;

/** `key` as the officer sees it on the screen. */
export function earlyHarm(kind: ClockKind, reading: Harming, key: string): string {
  const { why, waitsFor } = reading;
  return [
    ...(why === 'consumers-unconfirmed' ? [] : [timeHarm(reading, key)]),
    ...(waitsFor.length === 0 ? [] : [consumersHarm(kind, waitsFor, key)]),
  ].join(' ');
}

function consumersHarm(kind: ClockKind, names: readonly string[], key: string): string {
  const who = names.join(', ');
  return kind === 'ready'
    ? `Without ${key} in place, these refuse every token that it signs: ${who}.`
    : `These may hold on to ${key}: they go on trusting it, or stop working without it: ${who}.`;
}

function timeHarm({ why, at }: Harming, key: string): string {
  const until = at === null ? '' : ` until ${exactTimeInZone(at)}`;
  switch (why) {
    case 'verifiers-warming':
      return `Verifiers that work from an older key set refuse every token that ${key} signs,${until} at the latest.`;
    case 'never-published':
      return `No verifier can know ${key}. They refuse every token that it signs until the key set is public and their caches have caught up.`;
    case 'tokens-alive':
      return `Valid tokens signed with ${key} are refused as soon as verifiers fetch the set without it: people are signed out and machines turned away,${until} at the latest.`;
    case 'nothing-announced':
    case 'still-signing':
    case 'not-revoked':
    case 'not-taken-down':
    case 'verifiers-forgetting':
    case 'consumers-unconfirmed':
      return `Verifiers may refuse valid tokens that ${key} signed.`;
  }
}

/** `05:30:12` on the same day, otherwise with the day. */
export function waitVerb(at: string | null, now: number): string {
  if (at === null) {
    return 'Not yet';
  }
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return `Wait until ${sameDay ? new Date(at).toLocaleTimeString('en-GB') : dayAndTime(at)}`;
}
