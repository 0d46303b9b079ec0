// custodian consumer add | list | edit | remove | confirm | export: who verifies the tokens of a tenant, what each has
// confirmed about keys, and the file that each needs.
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import { VERIFIER_IDS } from '../../../shared/domain/verifiers.ts';
import { parsed } from '../arguments.ts';
import { consumerLines, consumersLines } from '../../../shared/words/en/command-line/consumers.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

type Options = Record<string, string | string[] | undefined>;

const WHICH = ['--consumer <name>', 'which consumer'] as const;
const VERIFIER = `product that it verifies with: ${VERIFIER_IDS.join(', ')}; pinned when keys are installed manually`;

export function consumerCommand(context: Context): Command {
  const { output, perform, run } = context;
  const command = new Command('consumer');

  facts(command.command('add').argument('<tenant>').requiredOption('--name <name>', 'how you call it'))
    .description('register a consumer; its cache, or its answers, are waited for from now on')
    .requiredOption('--verifier <id>', VERIFIER)
    .action((tenant: string, options: Options) => run('consumer.add', { tenant, ...given(options) }, consumerLines));

  command
    .command('list')
    .argument('<tenant>')
    .description('list the consumers, and what each has not confirmed yet')
    .action((tenant: string) => run('consumer.list', { tenant }, consumersLines));

  facts(
    command
      .command('edit')
      .argument('<tenant>')
      .requiredOption(...WHICH),
  )
    .description('change facts about a consumer; “none” takes one away')
    .option('--name <name>', 'call it so from now on')
    .option('--verifier <id>', VERIFIER)
    .action((tenant: string, options: Options) => run('consumer.edit', { tenant, ...given(options) }, consumerLines));

  command
    .command('remove')
    .argument('<tenant>')
    .description('remove a consumer from the register; nothing waits for it any longer')
    .requiredOption(...WHICH)
    .option('--yes', 'its confirmations may go with it')
    .action(async (tenant: string, { consumer, yes }: { consumer: string; yes?: boolean }) => {
      const args = parsed(ACTS['consumer.remove'].args, { tenant, consumer });
      if (yes !== true) {
        throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'removing-consumer', consumer } });
      }
      await perform('consumer.remove', args);
      output.result({ removed: consumer }, () => [`${consumer} was removed.`]);
    });

  command
    .command('confirm')
    .argument('<tenant>')
    .argument('<kid>')
    .description('record that a consumer has the key, or has removed it')
    .option(...WHICH)
    .option('--all', 'all consumers with manually installed keys of this ring')
    .option('--let-go', 'it has removed the key, so it no longer holds up a revocation')
    .action(async (tenant: string, kid: string, options: { consumer?: string; all?: boolean; letGo?: boolean }) => {
      const { consumer, all, letGo } = options;
      if ((consumer === undefined) === (all !== true)) {
        throw new CustodianError('USAGE', { problem: { code: 'consumer-or-all' } });
      }
      const answer = letGo === true ? 'let-go' : 'has';
      await run('consumer.confirm', { tenant, kid, consumer, answer }, (views) =>
        views.length === 0
          ? ['Nobody was asked: no consumer of this ring has manually installed keys.']
          : views.map(
              ({ consumer: { name } }) => `Recorded: ${name} ${letGo === true ? 'has removed' : 'has'} ${kid}.`,
            ),
      );
    });

  command
    .command('export')
    .argument('<tenant>')
    .description('write the file that a consumer needs, and record that it was given it')
    .requiredOption(...WHICH)
    .requiredOption('--out <path>', 'the file to write; an existing file is never overwritten')
    .option('--kid <kid>', 'which key; when left out the current one, or the next when it was given that')
    .option('--ring <name>', 'which of its rings')
    .action((tenant: string, options: ExportOptions) => runExport(context, tenant, options));

  return command;
}

/** What may be said of a consumer, when it is registered and later. */
function facts(command: Command): Command {
  return command
    .option('--cache, --cache-seconds <seconds>', 'how long it keeps a key set, when not as its product does by itself')
    .option('--contact <text>', 'whom to ask')
    .option('--format <format>', `the file it takes: ${EXPORT_FORMATS.join(', ')}; none when it fetches the set itself`)
    .option('--ring, --rings <names...>', 'the rings whose tokens it verifies; all when left out')
    .option('--note <text>', 'what else is worth knowing');
}

function given(options: Options): Record<string, unknown> {
  const named = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    named.map(([name, value]) => {
      const none = value === 'none' || (Array.isArray(value) && value.join() === 'none');
      return [name, none ? null : name === 'cacheSeconds' ? Number(value) : value];
    }),
  );
}

interface ExportOptions {
  consumer: string;
  out: string;
  kid?: string;
  ring?: string;
}

async function runExport(
  { output, withCustodian }: Context,
  tenant: string,
  { out, ...options }: ExportOptions,
): Promise<void> {
  const args = parsed(ACTS['consumer.export'].args, { tenant, ...options });
  const saved = await withCustodian(async (custodian) => {
    const { file, kids } = await custodian.exportForConsumer(args);
    const fileName = await writeNew(out, file.bytes);
    await custodian.recordConsumerExport(args, { kids, file: { ...file, fileName } });
    const { format, sha256, bytes } = file;
    return { consumer: args.consumer, format, kids, fileName, bytes: bytes.length, sha256 };
  });
  output.result(saved, ({ fileName, bytes, sha256, kids }) => [
    `${fileName}: ${bytes} bytes, SHA-256 ${sha256}`,
    ...kids.map((kid) => `  with ${kid}`),
  ]);
}
