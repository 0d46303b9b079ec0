// What is proposed to a person: a question, and the facts behind it. The yes is bound to these facts: they are read again
// when the act begins, and where anything is different the act is refused.
import type { Channel } from '../../../shared/channels.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { Custodian } from '../../acts/custodian.ts';
import type { Proof } from '../../acts/vault/proof.ts';
import type { Question, Typed } from '../question.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Agreements } from './agreements.ts';
import type { Previews } from './previews.ts';

export interface Proposal<C extends Channel> {
  question: Question;
  /** As they were shown. */
  facts: unknown;
  /** As they are now. */
  factsNow: () => unknown;
  /** The arguments of the act, with what was typed in the place of what the page said. */
  fill?: (typed: Typed) => ParsedArgsOf<C>;
}

/** What a rule may look at. */
export interface Desk {
  custodian: Custodian;
  words: DialogWords;
  previews: Previews;
  agreements: Agreements;
  /** A yes to many was a proof too. */
  provenBefore(proof: Proof | null): void;
  signal: AbortSignal;
}

/** `null` where no yes is needed. */
export type Rule<C extends Channel> = (
  desk: Desk,
  args: ParsedArgsOf<C>,
) => Proposal<C> | null | Promise<Proposal<C> | null>;

/** The question was made from these very facts, and `read` reads them again. */
export function proposed<C extends Channel, F>(
  read: () => F,
  { ask, fill }: { ask: (facts: F) => Question; fill?: (typed: Typed) => ParsedArgsOf<C> },
): Proposal<C> {
  const facts = read();
  return { question: ask(facts), facts, factsNow: read, ...(fill === undefined ? {} : { fill }) };
}
