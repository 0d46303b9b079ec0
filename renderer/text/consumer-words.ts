// The window's words for the register of consumers.
import type { ConsumerAnswer, ConsumerNote } from '../../shared/consumers.ts';
import { durationOf } from './durations.ts';

export const CONSUMERS = {
  lead: 'Who verifies the tokens of this tenant. The slowest cache among them is waited for; those that hold keys by hand are asked.',
  /** What the register is for, while it is empty. */
  purpose:
    'Write down who verifies your tokens: gateways, applications, partners. Rotations then wait for the slowest cache among them, and revocations for everybody who holds a key by hand.',
  asks: 'A key signs when everybody here has it, and is revoked when everybody here has let it go.',
  nobodyOpen: 'Nobody has anything to confirm.',
} as const;

interface AnswerWords {
  /** The question, as it is put to the consumer. */
  question: string;
  /** On the button that records it. */
  verb: string;
  /** After its name. */
  said: string;
  means: string;
}

/** `key` as the officer sees it on the screen. */
export const ANSWER: Record<ConsumerAnswer, (key: string) => AnswerWords> = {
  has: (key) => ({
    question: `Does it have ${key} in place?`,
    verb: 'Yes, it has it',
    said: `has ${key}`,
    means: `Confirm when ${key} is in place there. Whoever has not got it refuses every token that it signs.`,
  }),
  'let-go': (key) => ({
    question: `Does it need ${key} no more?`,
    verb: 'It needs it no more',
    said: `needs ${key} no more`,
    means: `Confirm when ${key} is taken out there, or is not used any more. It can be revoked when all have let it go.`,
  }),
};

/** After “keeps keys”. */
export const keepsWord = (seconds: number | null): string =>
  seconds === null ? 'until a person replaces them' : durationOf(seconds);

/** Before the key. */
export const NOTE_WORD: Record<ConsumerNote['kind'], string> = {
  'handed-out': 'was given',
  has: 'has',
  'let-go': 'needs no more',
};
