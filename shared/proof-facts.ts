// What each step of a proof found, as a code with values. It is kept with the proof, beside the same thing in English
// (`detail`), which evidence and the command line show and which is all that older records have.
import { z } from 'zod';
import type { WireError } from './errors.ts';
import type { ProofStep } from './domain/evidence/proof.ts';
import { sentenceFor } from './sentences.ts';

const text = z.string();
const wireError = z.custom<WireError>(
  (value) => z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).safeParse(value).success,
);

export const proofFactSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('fetched'), keys: z.number(), url: text }),
  z.strictObject({ code: z.literal('listed'), kid: text }),
  z.strictObject({ code: z.literal('not-listed'), kid: text }),
  z.strictObject({ code: z.literal('listed-often'), kid: text, times: z.number() }),
  /** Keys at this address show their private half; `kids` is empty when it stands beside the keys. */
  z.strictObject({ code: z.literal('private-half'), kids: z.array(text), url: text }),
  z.strictObject({ code: z.literal('signed'), kid: text, alg: text }),
  /** The header of the token names something else. */
  z.strictObject({ code: z.literal('signed-otherwise'), kid: text.nullable(), alg: text.nullable() }),
  z.strictObject({ code: z.literal('accepted'), issuer: text }),
  /** `reason` is the code of the library that verifies, `words` are its English. */
  z.strictObject({ code: z.literal('not-accepted'), reason: text, words: text }),
  z.strictObject({ code: z.literal('discovered'), issuer: text }),
  z.strictObject({ code: z.literal('no-metadata') }),
  z.strictObject({ code: z.literal('other-issuer'), named: text, expected: text }),
  z.strictObject({ code: z.literal('other-key-set'), url: text }),
  z.strictObject({ code: z.literal('canonical-unread'), url: text }),
  z.strictObject({ code: z.literal('canonical-lists'), url: text }),
  z.strictObject({ code: z.literal('canonical-lists-not'), url: text }),
  /** The request itself went wrong. */
  z.strictObject({ code: z.literal('refused'), error: wireError }),
]);

export type ProofFact = z.output<typeof proofFactSchema>;

export type ProofFactWords = { [C in ProofFact['code']]: (fact: Extract<ProofFact, { code: C }>) => string };

const WORDS: ProofFactWords = {
  fetched: ({ keys, url }) => `${keys} keys from ${url}`,
  listed: ({ kid }) => kid,
  'not-listed': ({ kid }) => `${kid} is not listed`,
  'listed-often': ({ kid, times }) => `${kid} is listed ${times} times`,
  'private-half': ({ kids, url }) =>
    `${url} shows the PRIVATE half of ${kids.join(', ') || 'a key'}: whoever reads it can sign, so no proof is worth anything`,
  signed: ({ kid, alg }) => `${alg} by ${kid}`,
  'signed-otherwise': ({ kid, alg }) => `the token names ${kid ?? 'no kid'} and ${alg ?? 'no algorithm'}`,
  accepted: ({ issuer }) => `accepted for ${issuer}`,
  'not-accepted': ({ words }) => words,
  discovered: ({ issuer }) => `${issuer}, whose metadata leads to this key set`,
  'no-metadata': () => 'the issuer has no metadata; verifiers must be given the address of the key set',
  'other-issuer': ({ named, expected }) => `the metadata names the issuer ${named}, the tokens name ${expected}`,
  'other-key-set': ({ url }) => `the metadata leads to another key set: ${url}`,
  'canonical-unread': ({ url }) => `${url} could not be read; it need not show the key`,
  'canonical-lists': ({ url }) => `${url} lists it too`,
  'canonical-lists-not': ({ url }) =>
    `${url} does not list it, as is usual: verifiers that read that address never see this key`,
  refused: ({ error }) => sentenceFor(error).message,
};

export const proofFactIn =
  (words: ProofFactWords) =>
  (fact: ProofFact): string => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the words of this very code
    const make = words[fact.code] as (of: ProofFact) => string;
    return make(fact);
  };

export const proofFactWords = proofFactIn(WORDS);

/** A step in such words; one on record from before the codes has its English alone. */
export const proofStepIn =
  (say: (fact: ProofFact) => string) =>
  ({ fact, detail }: ProofStep): string =>
    fact === undefined ? detail : say(fact);
