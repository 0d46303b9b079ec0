// What a sentence about an error is, and how a table of them answers for any error.
import type { ErrorCode, ErrorFacts, WireError } from '../errors.ts';

export interface Sentence {
  message: string;
  advice: string;
}

/** The sentence of every code, in one language. */
export type Sentences = { [C in ErrorCode]: (facts: ErrorFacts[C]) => Sentence };

export const say = (message: string, advice: string): Sentence => ({ message, advice });

/** The sentence and the advice for an error in its wire form, out of such a table. */
export const sentenceFrom =
  (table: Sentences) =>
  (error: WireError): Sentence => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the sentence of this very code
    const make = table[error.code] as (facts: WireError['facts']) => Sentence;
    return make(error.facts);
  };
