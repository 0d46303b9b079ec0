// The last look at a published set as a row.
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import { json, type Row } from '../columns.ts';

/** Reports from before keys of others were decided about tell of none. */
export const driftFrom = (row: Row): DriftReport => ({ ...json<DriftReport>(row, 'report'), ...keptIn(row) });

const keptIn = (row: Row): Pick<DriftReport, 'keptForeign'> => ({
  keptForeign: json<Partial<DriftReport>>(row, 'report').keptForeign ?? [],
});
