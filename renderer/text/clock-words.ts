// The window's words for clocks: what each waits for, from which fact it counts, and what going early would break.
// The words for the addends and the reasons are in shared/waiting-words.ts.
import type { ClockReason } from '../../shared/clocks.ts';
import type { ClockKind, ClockPhase } from '../state/clocks.ts';

interface ClockWords {
  /** The clock's name. */
  name: string;
  /** Before the instant or the time that is left. */
  phase: Record<ClockPhase, string>;
  /** The fact that the sum starts from. */
  since: string;
  /** What the instant means. */
  means: string;
}

export const CLOCK: Record<ClockKind, ClockWords> = {
  ready: {
    name: 'Ready to sign',
    phase: {
      waiting: 'Ready to sign in',
      come: 'Ready to sign since',
      stopped: 'Not ready to sign',
      free: 'Ready to sign',
    },
    since: 'First seen in the public set',
    means: 'From then on every verifier has fetched a key set that holds this key, so no token of its is refused.',
  },
  safe: {
    name: 'Safe to revoke',
    phase: {
      waiting: 'Safe to revoke in',
      come: 'Safe to revoke since',
      stopped: 'Not safe to revoke',
      free: 'Safe to revoke',
    },
    since: 'Rotated out, or last signed',
    means: 'From then on no token signed with this key can be valid, so nobody misses it.',
  },
  bites: {
    name: 'Refused everywhere',
    phase: {
      waiting: 'Refused everywhere in',
      come: 'Refused everywhere since',
      stopped: 'Not yet refused',
      free: 'Nobody knew it',
    },
    since: 'First seen to be gone from the public set',
    means: 'By then every verifier has fetched a key set without this key and refuses its tokens.',
  },
};

/** Who has not answered yet. */
export const stillToConfirm = (names: readonly string[]): string => `Still to confirm: ${names.join(', ')}.`;

/** What has to happen, or what there is to know, when no time is being counted. */
export const STOPPED: Partial<Record<ClockReason, { short: string; todo: string }>> = {
  'nothing-announced': {
    short: 'nothing is announced',
    todo: 'Nothing of this ring was ever pushed, so there is nobody to wait for.',
  },
  'never-published': {
    short: 'not seen outside yet',
    todo: 'The wait begins when the key is seen in the public set. Push the tenant.',
  },
  'still-signing': { short: 'it still signs', todo: 'The wait begins when the ring is rotated.' },
  'consumers-unconfirmed': {
    short: 'consumers have not confirmed',
    todo: 'Ask them, and record what they say under Consumers.',
  },
  'not-taken-down': {
    short: 'may still be public',
    todo: 'The wait begins when the key is seen to be gone from the public set. Push without it.',
  },
};
