// Pushes and the evidence of proofs as rows.
import type { EvidenceSummary } from '../../../shared/domain/evidence/evidence.ts';
import type { KeptForeign } from '../../../shared/domain/published-set/foreign.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import { PUBLISH_ACTS, type Variation } from '../../../shared/domain/published-set/finding.ts';
import type { LastSet } from '../../../shared/domain/records.ts';
import { integer, json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const publicationFrom = (row: Row): Publication => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  at: text(row, 'at'),
  hash: text(row, 'hash'),
  kids: json<string[]>(row, 'kids'),
  replaced: text(row, 'replaced'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  sent: textOrNull(row, 'sent'),
  confirmedAt: textOrNull(row, 'confirmed_at'),
  variations: json<Variation[]>(row, 'variations'),
});

export const publicationColumns = (publication: Publication): Record<string, SqlValue> => ({
  id: publication.id,
  tenant_id: publication.tenantId,
  at: publication.at,
  hash: publication.hash,
  kids: JSON.stringify(publication.kids),
  replaced: publication.replaced,
  act: publication.act,
  sent: publication.sent,
  confirmed_at: publication.confirmedAt,
  variations: JSON.stringify(publication.variations),
});

export const keptForeignFrom = (row: Row): KeptForeign => ({
  name: text(row, 'name'),
  material: text(row, 'material'),
  reason: text(row, 'reason'),
  at: text(row, 'at'),
  by: text(row, 'actor'),
});

export const lastSetFrom = (row: Row): LastSet => ({
  at: text(row, 'at'),
  act: oneOf(row, 'act', PUBLISH_ACTS),
  kids: json<string[]>(row, 'kids'),
  prints: json<LastSet['prints']>(row, 'prints'),
});

export const evidenceFrom = (row: Row): EvidenceSummary => ({
  id: text(row, 'id'),
  at: text(row, 'at'),
  ok: integer(row, 'ok') === 1,
  kids: json<string[]>(row, 'kids'),
  sha256: text(row, 'sha256'),
});

export const evidenceColumns = (evidence: EvidenceSummary): Record<string, SqlValue> => ({
  id: evidence.id,
  at: evidence.at,
  ok: evidence.ok ? 1 : 0,
  kids: JSON.stringify(evidence.kids),
  sha256: evidence.sha256,
});
