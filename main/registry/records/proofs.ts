// The results of proofs as rows.
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import { proofFactSchema } from '../../../shared/domain/evidence/proof-facts.ts';
import { json, type Row } from '../columns.ts';

/** A fact that is not known, as of a newer version, is left to its English. */
export function proofFrom(row: Row): Proof {
  const proof = json<Proof>(row, 'proof');
  const steps = proof.steps.map(({ fact, ...step }) => {
    const known = proofFactSchema.safeParse(fact);
    return known.success ? { ...step, fact: known.data } : step;
  });
  return { ...proof, steps };
}
