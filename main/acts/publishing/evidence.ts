// The records of former proofs: which there are, and one of them as the file that was hashed when it was made.
import { createHash } from 'node:crypto';
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/domain/evidence/evidence.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import { tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { findTenant } from '../find.ts';
import { beside, bound } from '../bound.ts';

export interface EvidenceFile extends EvidenceSummary {
  fileName: string;
  bytes: Uint8Array;
}

/** Newest first. */
export const listEvidence = bound('evidence.list', ({ registry }, { tenant }): EvidenceSummary[] => {
  return registry.read((reader) => reader.evidence(findTenant(reader, tenant).id, MAX_PUBLICATIONS));
});

/** The newest one when no id is given. Throws EVIDENCE_NOT_FOUND. */
export const evidenceFile = beside(({ registry }, { tenant: name, id }: ActArgs<'evidence.save'>): EvidenceFile => {
  return registry.read((reader) => {
    const tenant = findTenant(reader, name);
    const all = reader.evidence(tenant.id, MAX_PUBLICATIONS);
    const summary = id === undefined ? all[0] : all.find((one) => one.id === id);
    const document = summary === undefined ? null : reader.evidenceDocument(tenant.id, summary.id);
    if (summary === undefined || document === null) {
      throw new CustodianError('EVIDENCE_NOT_FOUND', { tenant: tenant.name });
    }
    const day = summary.at.slice(0, 10);
    const bytes = Buffer.from(document);
    // Of the bytes that are handed out: a record from which a private key was taken is not what was hashed then.
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...summary, sha256, fileName: `${tenantSlug(tenant)}-proof-${day}.json`, bytes };
  });
});
