// custodian fleet due | drift: what is coming over all tenants, as a list or as a calendar, and what others changed.
import path from 'node:path';
import { Command } from 'commander';
import { contract } from '../../../shared/contract.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { FORECAST_WORDS } from '../../../shared/waiting-words.ts';
import { saveFile } from '../../files/save-file.ts';
import { parsed } from '../arguments.ts';
import { driftLines, isCalm } from '../drift-words.ts';
import { EXIT } from '../exit-codes.ts';
import { interruptible } from '../interruptible.ts';
import { table } from '../output.ts';
import type { Context } from '../context.ts';

interface DueOptions {
  environment?: string;
  days?: number;
  calendar?: string;
}

const alarmLine = ({ tenant, kid }: ForecastEvent): string =>
  `ALARM: ${kid} of ${tenant} is compromised and may still be public. Push ${tenant} now, then prove it.`;

export function fleetCommand({ output, withCustodian }: Context): Command {
  const command = new Command('fleet').description('all tenants at once');

  command
    .command('due')
    .description('what is due, overdue first')
    .option('--environment <environment>', 'development, staging or production only')
    .option('--days <days>', 'how far to look ahead', Number)
    .option('--calendar <file>', 'write an .ics file instead of a list')
    .action(async ({ calendar, ...options }: DueOptions) => {
      const args = parsed(contract['fleet.due'].args, options);
      if (calendar === undefined) {
        const events = await withCustodian((custodian) => custodian.dueEvents(args));
        output.result(events, (found) =>
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
        return;
      }
      const text = await withCustodian((custodian) => custodian.dueCalendar(args));
      const target = path.resolve(calendar);
      await saveFile(target, Buffer.from(text, 'utf8'), { overwrite: false });
      output.result({ fileName: path.basename(target) }, ({ fileName }) => [`${fileName} was written.`]);
    });

  command
    .command('drift')
    .description('look whether the tenants still publish what was published from here')
    .option('--environment <environment>', 'development, staging or production only')
    .action(async (options: { environment?: string }) => {
      const args = parsed(contract['fleet.drift'].args, options);
      const reports = await interruptible(output, ({ signal }) =>
        withCustodian((custodian) =>
          custodian.lookOverFleet(args, (step, of, label) => output.remark(`[${step}/${of}] ${label}`), signal),
        ),
      );
      output.result(reports, (found) =>
        found.length === 0
          ? ['Nothing was published yet, so there is nothing to watch.']
          : found.flatMap((report) => [`${report.tenant}:`, ...driftLines(report).map((line) => `  ${line}`)]),
      );
      output.exitCode = reports.every(isCalm) ? EXIT.ok : EXIT.remote;
    });

  return command;
}
