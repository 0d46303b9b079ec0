// What `custodian key import-many` says before and after.
import type { BulkPlan, BulkRow } from '../../../domain/key-ring/bulk-import.ts';
import { table } from '../../../encoding/table.ts';
import { BULK_IMPORT_WORDS as said } from '../bulk-import.ts';

export const bulkPlanLines = (plan: BulkPlan): string[] => [...rowLines(plan.rows), said.planned(plan)];

export const bulkReportLines = (report: BulkPlan): string[] => [...rowLines(report.rows), said.done(report)];

const rowLines = (rows: readonly BulkRow[]): string[] =>
  table(
    rows.map((row) => {
      const { file, goes, why } = row;
      const where = goes === null ? '' : said.goes(goes);
      return [goes === null ? '!' : '+', file, said.what(row), why === null ? where : said.refusal(why)];
    }),
  );
