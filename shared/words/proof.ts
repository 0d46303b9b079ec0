// How what a step of a proof found becomes words.
import type { ProofFact } from '../domain/evidence/proof-facts.ts';
import type { ProofStep } from '../domain/evidence/proof.ts';

export type ProofFactWords = { [C in ProofFact['code']]: (fact: Extract<ProofFact, { code: C }>) => string };

export const proofFactIn =
  (words: ProofFactWords) =>
  (fact: ProofFact): string => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the words of this very code
    const make = words[fact.code] as (of: ProofFact) => string;
    return make(fact);
  };

/** A step in such words; one on record from before the codes has its English alone. */
export const proofStepIn =
  (say: (fact: ProofFact) => string) =>
  ({ fact, detail }: ProofStep): string =>
    fact === undefined ? detail : say(fact);
