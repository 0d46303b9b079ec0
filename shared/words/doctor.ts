// How what the doctor finds becomes words.
import type { Finding, FindingCode, FindingFacts } from '../domain/doctor/report.ts';
import type { Sentence } from './sentence.ts';

/** The sentence of every finding, in one language. */
export type FindingSentences = { [C in FindingCode]: (facts: FindingFacts[C]) => Sentence };

export const findingSentenceFrom =
  (table: FindingSentences) =>
  (found: Finding): Sentence => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the sentence of this very code
    const make = table[found.code] as (facts: Finding['facts']) => Sentence;
    return make(found.facts);
  };
