// custodian doctor: is everything where it should be? Repairs what loses nothing, and says what it did.
import { Command } from 'commander';
import type { StatedClock } from '../../../shared/domain/timing/key-clocks.ts';
import { reasonSchema } from '../../../shared/fields.ts';
import { findingSentence } from '../../../shared/words/en/doctor.ts';
import type { DoctorReport } from '../../../shared/domain/doctor/report.ts';
import { routeWords, trustedWords } from '../../../shared/words/en/network.ts';
import { sentenceFor } from '../../../shared/words/en/errors.ts';
import { parsed } from '../arguments.ts';
import { SEAL_LINES } from '../../../shared/words/en/command-line/vault.ts';
import { auditLine } from '../../../shared/words/en/command-line/audit.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { formerData } from '../session.ts';
import { z } from 'zod';
import { keychainDetail } from '../../../shared/words/en/problems/keychain.ts';
import { because } from '../../../shared/problems/input.ts';

interface DoctorOptions {
  acceptAudit?: string;
  clock?: string;
  server?: string;
}

const acceptSchema = z
  .strictObject({
    acceptAudit: reasonSchema.optional(),
    clock: reasonSchema.optional(),
    server: z.string().min(1).max(260).optional(),
  })
  .refine(({ clock, server }) => server === undefined || clock !== undefined, {
    path: ['--server'],
    error: because('needs-clock'),
  });

const PROGRAM = { product: 'installed', checkout: 'a checkout of the sources' } as const;
const DATA = { product: 'of the installed Key Custodian', checkout: 'of the checkout' } as const;

/** Keys after which a person is told again how far the check is. */
const TELL_EVERY = 25;

export function doctorCommand({ output, console, place, withCustodian }: Context): Command {
  return new Command('doctor')
    .option('--accept-audit <reason>', 'go on after an audit alarm, such as a restored backup; the reason is recorded')
    .option('--clock <reason>', "this machine's clock is right now, and was wrong before; the reason is recorded")
    .option('--server <host>', 'with --clock: the clock of this server is the wrong one, and is no longer asked')
    .action(async (options: DoctorOptions) => {
      const { acceptAudit, clock, server } = parsed(acceptSchema, options);
      const report = await withCustodian(async (custodian) => {
        const accepted = acceptAudit === undefined ? null : await custodian.acceptAudit(acceptAudit);
        const stated = clock === undefined ? null : await custodian.stateClock({ reason: clock, server });
        const examined = await custodian.examine((step, of) => {
          if (step % TELL_EVERY === 0) {
            output.remark(`${step} of ${of} keys`);
          }
        });
        const { sandbox, seal } = await custodian.status();
        const { folder: dataFolder, ...editions } = place();
        return { runtime: console.runtime, dataFolder, ...editions, ...examined, accepted, stated, sandbox, seal };
      });
      output.result(report, (found) => [
        ...table([
          ['runtime', found.runtime],
          ['program', PROGRAM[found.edition]],
          ['data', `${DATA[found.custodyOf]}: ${found.dataFolder}`],
          ['keychain', `${found.keychain.condition} (${keychainDetail(found.keychain.detail)})`],
          ['passphrase', SEAL_LINES[found.seal.stage]],
          ['private keys', `${found.checked.secrets} sound, of ${found.checked.keys} on record`],
          ['tenants', `${found.checked.tenants} with ${found.checked.rings} rings`],
          ...(found.stated === null ? [] : [['clock', statedLine(found.stated)]]),
          ['audit chain', auditLine(found.audit)],
          ['sandbox', found.sandbox.url ?? 'not running'],
        ]),
        ...(found.formerFolder === null ? [] : ['', formerData(found.formerFolder)]),
        ...networkLines(found.network),
        ...found.findings.flatMap((each) => {
          const { message, advice } = findingSentence(each);
          return ['', `${each.severity}: ${message}`, `  ${advice}`];
        }),
      ]);
      output.exitCode = exitCode(report);
    });
}

const statedLine = ({ at, server, corrected }: StatedClock): string =>
  [
    `stated to be right at ${at}`,
    ...(server === null ? [] : [`${server} is no longer asked for the time`]),
    ...(corrected.length === 0 ? [] : [`dates of ${corrected.length} keys in the future count from now`]),
  ].join('; ');

function networkLines({ authorities, trusted, routes }: DoctorReport['network']): string[] {
  return [
    '',
    'authorities besides those built in',
    ...trustedWords(trusted).map((line) => `  ${line}`),
    ...authorities.map(({ subject, endsAt }) => `  named here: ${subject}, until ${endsAt}`),
    'ways',
    ...routes.map(({ tenant, host, route, error }) => {
      const way = route === null ? sentenceFor(error ?? UNTOLD).message : routeWords(route);
      return `  ${tenant}: ${host} ${way}`;
    }),
  ];
}

const UNTOLD = { code: 'INTERNAL', facts: { reference: 'network' } } as const;

function exitCode({ keychain, findings }: DoctorReport): number {
  if (keychain.condition !== 'available') {
    return EXIT.custody;
  }
  return findings.some(({ severity }) => severity === 'alarm') ? EXIT.refused : EXIT.ok;
}
