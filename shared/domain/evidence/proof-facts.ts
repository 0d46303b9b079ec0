// What each step of a proof found, as a code with values. It is kept with the proof, beside the same thing in English
// (`detail`), which evidence and the command line show and which is all that older records have.
import { z } from 'zod';
import type { WireError } from '../../errors.ts';

const text = z.string();
const wireError = z.custom<WireError>(
  (value) => z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).safeParse(value).success,
);

export const proofFactSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('fetched'), keys: z.number(), url: text }),
  z.strictObject({ code: z.literal('listed'), kid: text }),
  z.strictObject({ code: z.literal('not-listed'), kid: text }),
  z.strictObject({ code: z.literal('listed-often'), kid: text, times: z.number() }),
  /** Keys at this address show their private key; `kids` is empty when it stands beside the keys. */
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
