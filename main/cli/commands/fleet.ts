// custodian fleet due | drift: what is coming over all tenants, as a list or as a calendar, and what others changed.
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { FORECAST_WORDS } from '../../../shared/words/en/waiting.ts';

import { parsed } from '../arguments.ts';
import { isCalm } from '../../../shared/domain/published-set/drift-report.ts';
import { backupLine } from '../../../shared/words/en/command-line/backup.ts';
import { driftLines } from '../../../shared/words/en/command-line/drift.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

interface DueOptions {
  environment?: string;
  days?: number;
  calendar?: string;
  failIfDue?: boolean;
}

const alarmLine = ({ tenant, kid }: ForecastEvent): string =>
  `ALARM: ${kid} of ${tenant} is compromised and may still be public. Push ${tenant} now, then prove it.`;

export function fleetCommand({ output, withCustodian, perform }: Context): Command {
  const command = new Command('fleet');

  command
    .command('due')
    .description('what is due, overdue first')
    .option('--environment <environment>', 'development, staging or production only')
    .option('--days <days>', 'how far to look ahead', Number)
    .option('--calendar <file>', 'write an .ics file instead of a list')
    .option('--fail-if-due', 'exit with 1 when anything is overdue, for scripts')
    .action(async ({ calendar, failIfDue = false, ...options }: DueOptions) => {
      const args = parsed(ACTS['fleet.due'].args, options);
      if (calendar === undefined) {
        const { due, backup } = await withCustodian((custodian) => ({
          due: custodian.dueEvents(args),
          backup: custodian.backupStatus(),
        }));
        const unsaved = backupLine(backup, new Date().toISOString());
        if (unsaved !== null) {
          output.remark(unsaved);
        }
        output.result(due, (found) =>
          found.length === 0
            ? [`Nothing is due in the next ${args.days} days.`]
            : [
                ...found.filter(({ kind }) => kind === 'compromised-public').map(alarmLine),
                ...table(
                  found.map(({ severity, at, tenant, ring, kind, kid }) => [
                    severity,
                    at,
                    `${tenant}/${ring}`,
                    FORECAST_WORDS[kind].title,
                    kid,
                  ]),
                ),
              ],
        );
        if (failIfDue && due.some(({ severity }) => severity === 'overdue')) {
          output.exitCode = EXIT.refused;
        }
        return;
      }
      const text = await withCustodian((custodian) => custodian.dueCalendar(args));
      const written = { fileName: await writeNew(calendar, Buffer.from(text, 'utf8')) };
      output.result(written, ({ fileName }) => [`${fileName} was written.`]);
    });

  command
    .command('drift')
    .description('check whether the tenants still publish what was published from here')
    .option('--environment <environment>', 'development, staging or production only')
    .action(async (options: { environment?: string }) => {
      const reports = await perform('fleet.drift', options);
      output.result(reports, (found) =>
        found.length === 0
          ? ['Nothing was published yet, so there is nothing to watch.']
          : found.flatMap((report) => [`${report.tenant}:`, ...driftLines(report).map((line) => `  ${line}`)]),
      );
      output.exitCode = reports.every(isCalm) ? EXIT.ok : EXIT.remote;
    });

  return command;
}
