// custodian evidence: what was done for a tenant in a span of time, as a folder that others check without this program.
import path from 'node:path';
import { Command } from 'commander';
import { reportSchema } from '../../../shared/domain/evidence/report.ts';
import { reportLines } from '../../../shared/words/en/command-line/evidence.ts';
import { evidenceReport } from '../../../shared/words/en/evidence/report.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import { saveFolder } from '../../files/save-folder.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';

interface EvidenceOptions {
  tenant: string;
  from: string;
  to: string;
  out: string;
}

export function evidenceCommand({ output, withCustodian }: Context): Command {
  return new Command('evidence')
    .requiredOption('--tenant <name>', 'of which tenant')
    .requiredOption('--from <instant>', 'from this day or instant on')
    .requiredOption('--to <instant>', 'before this day or instant')
    .requiredOption('--out <folder>', 'a new folder for the signed file, and the page for people')
    .action(async ({ out, ...options }: EvidenceOptions) => {
      const args = parsed(reportSchema, options);
      const target = path.resolve(out);
      await refuseExisting(target);
      const saved = await withCustodian((custodian) =>
        custodian.saveReport(args, {
          words: evidenceReport,
          async save(_name, _at, files) {
            await saveFolder(target, files);
            return path.basename(target);
          },
        }),
      );
      output.result(saved, reportLines);
    });
}
