// An evidence report that was saved, in lines for people.
import type { SavedReport } from '../../../domain/evidence/report.ts';
import { count } from '../numbers.ts';
import { anchorLine } from './audit.ts';

export const reportLines = (saved: SavedReport | null): string[] =>
  saved === null
    ? []
    : [
        `${saved.folder}: ${saved.files.join(', ')}; ${count(saved.entries, 'entry', 'entries')}, ${count(saved.overrides, 'override', 'overrides')}`,
        `SHA-256 of evidence.json ${saved.sha256}`,
        `signed by the device ${saved.device}`,
        anchorLine(saved.anchor),
        'Others check it with docs/guide/verify-audit.mjs, which needs Node.js alone.',
      ];
