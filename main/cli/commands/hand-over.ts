// custodian handover list | confirm | destroyed: who got which private key, when, in what form, and what became of it.
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
    .option('--out', 'only copies that nobody said are destroyed')
    .action((tenant: string, options: { kid?: string; out?: boolean }) =>
      run('handover.list', { tenant, ...options }, handOverLines),
    );

  command
    .command('confirm')
    .argument('<tenant>')
    .argument('<number>', 'of the ledger', Number)
    .description('the recipient has the file, and read back its SHA-256 or that of the public key')
    .requiredOption('--fingerprint <hex>', 'what was read, from its beginning; 16 digits at least')
    .action((tenant: string, number: number, { fingerprint }: { fingerprint: string }) =>
      run('handover.confirm', { tenant, number, fingerprint }, (copy) => handOverLines([copy])),
    );

  command
    .command('destroyed')
    .argument('<tenant>')
    .argument('<number>', 'of the ledger', Number)
    .description('the copy is gone')
    .requiredOption('--how <text>', 'how that is known, for the ledger and the audit chain')
    .action((tenant: string, number: number, { how }: { how: string }) =>
      run('handover.destroyed', { tenant, number, how }, (copy) => handOverLines([copy])),
    );

  return command;
}

export function handOverLines(entries: readonly HandOver[]): string[] {
  return entries.length === 0
    ? ['No private key was handed over.']
    : table([['NO', 'WHEN', 'TO', 'KID', 'FORMAT', 'BY', 'PROTECTED WITH', 'FILE', 'COPY'], ...entries.map(entryRow)]);
}

function entryRow(entry: HandOver): string[] {
  const { number, at, to, kid, format, actor, protection, recipient, savedAt } = entry;
  const forWhom = recipient === null ? protection : `${protection}, for ${recipient}`;
  const file = savedAt === null ? 'perhaps not written' : 'written';
  return [String(number), at, to, kid, format, actor, forWhom, file, copyWord(entry)];
}

function copyWord({ confirmedAt, destroyedAt, destroyedHow }: HandOver): string {
  if (destroyedAt !== null) {
    return `destroyed at ${destroyedAt}: ${destroyedHow ?? ''}`;
  }
  return confirmedAt === null ? 'not confirmed' : `confirmed at ${confirmedAt}`;
}
