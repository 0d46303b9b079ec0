// custodian handover list: who got which private key, when, and in what form.
import { Command } from 'commander';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';

export function handOverCommand({ run }: Context): Command {
  const command = new Command('handover');

  command
    .command('list')
    .argument('<tenant>')
    .description('list every time a private key left, oldest first')
    .option('--kid <kid>', 'of this key only')
    .action((tenant: string, { kid }: { kid?: string }) => run('handover.list', { tenant, kid }, handOverLines));

  return command;
}

export function handOverLines(entries: readonly HandOver[]): string[] {
  return entries.length === 0
    ? ['No private key was handed over.']
    : table([['NO', 'WHEN', 'TO', 'KID', 'FORMAT', 'BY', 'PROTECTED WITH', 'FILE'], ...entries.map(entryRow)]);
}

function entryRow({ number, at, to, kid, format, actor, protection, recipient, savedAt }: HandOver): string[] {
  const forWhom = recipient === null ? protection : `${protection}, for ${recipient}`;
  return [String(number), at, to, kid, format, actor, forWhom, savedAt === null ? 'perhaps not written' : 'written'];
}
