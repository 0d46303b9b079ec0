// custodian audit list | verify
import { Command } from 'commander';
import { contract } from '../../../shared/contract.ts';
import { parsed } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../output.ts';
import type { Context } from '../program.ts';

export function auditCommand({ output, withCustodian }: Context): Command {
  const command = new Command('audit').description('the chain of everything that was done');

  command
    .command('list')
    .description('list entries, oldest first')
    .option('--after <seq>', 'only entries after this number', Number, 0)
    .option('--limit <count>', 'at most so many', Number, 200)
    .action(async ({ after, limit }: { after: number; limit: number }) => {
      const args = parsed(contract['audit.list'].args, { afterSeq: after, limit });
      const entries = await withCustodian((custodian) => custodian.listAudit(args));
      output.result(entries, (found) =>
        table(found.map(({ seq, at, actor, action, subject }) => [String(seq), at, actor, action, subject])),
      );
    });

  command
    .command('verify')
    .description('check the whole chain')
    .action(async () => {
      const verdict = await withCustodian((custodian) => custodian.verifyAudit());
      output.result(verdict, ({ ok, entries, brokenAt, head }) => [
        ok ? `The chain of ${entries} entries is whole. Head ${head}` : `The chain is broken at entry ${brokenAt ?? 0}.`,
      ]);
      output.exitCode = verdict.ok ? EXIT.ok : EXIT.refused;
    });

  return command;
}
