// The results of proofs, and the documents that show them to others.
import type { EvidenceSummary } from '../../../shared/domain/evidence/evidence.ts';
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import { proofFactSchema } from '../../../shared/proof-facts.ts';
import { column, flag, json, type Table, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const whole = column('proof', json<Proof>());

const PROOFS: Table<Proof> = {
  table: 'proofs',
  columns: whole.columns,
  /** A fact that is not known, as of a newer version, is left to its English. */
  read(row, at) {
    const proof = whole.read(row, at);
    const steps = proof.steps.map(({ fact, ...step }) => {
      const known = proofFactSchema.safeParse(fact);
      return known.success ? { ...step, fact: known.data } : step;
    });
    return { ...proof, steps };
  },
  write: (proof) => ({ kid: proof.kid, at: proof.at, ...whole.write(proof) }),
};

const EVIDENCE = table<EvidenceSummary>('evidence', { id: text, at: text, ok: flag, kids: json(), sha256: text });

const DOCUMENTS = table<{ document: string }>('evidence', { document: text });

export const proofs = {
  reads: (rows) => ({
    proofs: (tenantId, limit) => rows.newestOf(PROOFS, tenantId, limit),
    evidence: (tenantId, limit) => rows.newestOf(EVIDENCE, tenantId, limit),
    evidenceDocument: (tenantId, id) => rows.of(DOCUMENTS, tenantId, 'AND id = ?', id)[0]?.document ?? null,
  }),
  changes: (rows) => ({
    addProof: (tenantId, proof) => rows.insert(PROOFS, proof, { tenant_id: tenantId }),
    addEvidence: (tenantId, summary, document) => rows.insert(EVIDENCE, summary, { tenant_id: tenantId, document }),
  }),
} satisfies Subject;
