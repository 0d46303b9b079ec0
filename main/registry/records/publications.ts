// Pushes, decisions about keys of others, and what the last look at a published set found.
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { KeptForeign } from '../../../shared/domain/published-set/foreign.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import { PUBLISH_ACTS } from '../../../shared/domain/published-set/finding.ts';
import type { LastSet } from '../../../shared/domain/records.ts';
import { column, json, oneOf, orNull, type Source, type Table, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const PUBLICATIONS = table<Publication>('publications', {
  id: text,
  tenantId: text,
  at: text,
  hash: text,
  kids: json(),
  replaced: text,
  act: oneOf(PUBLISH_ACTS),
  sent: orNull(text),
  confirmedAt: orNull(text),
  variations: json(),
});

const LAST_AT: Source<string> = { ...column('at', text), table: 'publications', columns: ['max(at) AS at'] };

/** Kept by a trigger of the schema. */
const LAST_SETS = table<LastSet>('last_sets', { at: text, act: oneOf(PUBLISH_ACTS), kids: json(), prints: json() });

const KEPT_FOREIGN = table<KeptForeign>('kept_foreign', {
  name: text,
  material: text,
  reason: text,
  at: text,
  by: column('actor', text),
});

/** Reports from before keys of others were decided about tell of none. */
const report = column('report', json<Omit<DriftReport, 'keptForeign'> & Partial<DriftReport>>());

const DRIFT: Table<DriftReport> = {
  table: 'drift',
  ...report,
  read(row, at) {
    const found = report.read(row, at);
    return { ...found, keptForeign: found.keptForeign ?? [] };
  },
};

export const publications = {
  reads: (rows) => ({
    lastPublishedAt: () => rows.byTenant(LAST_AT, 'GROUP BY tenant_id'),
    lastSets: () => rows.byTenant(LAST_SETS),
    lastPublication: (tenantId) => rows.newestOf(PUBLICATIONS, tenantId, 1)[0] ?? null,
    publications: (tenantId, limit) => rows.newestOf(PUBLICATIONS, tenantId, limit),
    keptForeign: (tenantId) => rows.of(KEPT_FOREIGN, tenantId),
    drifts: () => rows.byTenant(DRIFT),
    drift: (tenantId) => rows.of(DRIFT, tenantId)[0] ?? null,
  }),
  changes: (rows, actor) => ({
    addPublication: (publication) => rows.insert(PUBLICATIONS, publication),
    updatePublication: (publication) => rows.update(PUBLICATIONS, publication),
    keepForeign: (tenantId, kept) => rows.put(KEPT_FOREIGN, { ...kept, by: actor }, { tenant_id: tenantId }),
    forgetForeign: (tenantId, name) => rows.remove(KEPT_FOREIGN, { tenant_id: tenantId, name }),
    setDrift: (tenantId, drift) => rows.put(DRIFT, drift, { tenant_id: tenantId }),
  }),
} satisfies Subject;
