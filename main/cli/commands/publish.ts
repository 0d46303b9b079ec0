// custodian publish preview | push | verify | pull | history | rollback | clear, and the ways without a network
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { PUBLIC_WAIT_SECONDS } from '../../../shared/domain/limits.ts';
import { parsed } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import type { Context } from '../context.ts';
import { remarkOnWait } from '../output.ts';

import { writeNew } from '../write-new.ts';
import { isCalm } from '../../../shared/domain/published-set/drift-report.ts';
import { driftLines } from '../../../shared/words/en/command-line/drift.ts';
import { interruptible } from '../interruptible.ts';
import {
  evidenceLines,
  historyLines,
  previewLines,
  proofLines,
  publishedLines,
} from '../../../shared/words/en/command-line/publication.ts';
import { publishBundleCommand, publishReceiptCommand } from './publish-bundle.ts';
import { publishCourierCommand } from './publish-courier.ts';
import { publishOutboxCommand } from './publish-outbox.ts';
import {
  actOf,
  collect,
  decidedIn,
  KEEP_FOREIGN,
  KEEP_REASON,
  pushAsPreviewed,
  type PushOptions,
  REMOVE_FOREIGN,
} from '../push-as-previewed.ts';

const QUEUE = ['--queue', 'let it wait in the outbox when nobody can be reached'] as const;

export function publishCommand(context: Context): Command {
  const { output, withCustodian, perform, run } = context;
  const command = new Command('publish');

  command
    .command('preview')
    .argument('<tenant>')
    .description('show what a push would change, and its exact bytes; sends nothing')
    .option(...REMOVE_FOREIGN, collect)
    .option(...KEEP_FOREIGN, collect)
    .option(...KEEP_REASON, collect)
    .option('--rollback', 'preview a rollback instead')
    .option('--to <publication>', 'with --rollback: to the set of this publication')
    .option('--clear', 'preview the deletion of the whole set instead')
    .action(async (tenant: string, { rollback, clear, ...options }: PreviewOptions) => {
      const act = actOf({ rollback, clear });
      const preview = await perform('publish.preview', { tenant, act, ...decidedIn(options) });
      output.result(preview, (found) => previewLines(tenant, found));
      output.exitCode = preview.exposed.length > 0 ? EXIT.remote : EXIT.ok;
    });

  command
    .command('push')
    .argument('<tenant>')
    .description('replace the published set by the wanted one, and read it back')
    .option('--yes', 'push without asking')
    .option(...QUEUE)
    .option(...REMOVE_FOREIGN, collect)
    .option(...KEEP_FOREIGN, collect)
    .option(...KEEP_REASON, collect)
    .action((tenant: string, options: PushOptions) => pushAsPreviewed(context, 'push', tenant, options));

  command
    .command('rollback')
    .argument('<tenant>')
    .description('bring back the set that the last publication replaced, or that of a named one')
    .option('--yes', 'go on without asking')
    .option(...QUEUE)
    .option('--to <publication>', 'the id of a publication; see “publish history”')
    .option('--override <reason>', 'bring back a revoked key of ours; the reason is recorded')
    .option(...REMOVE_FOREIGN, collect)
    .option(...KEEP_FOREIGN, collect)
    .option(...KEEP_REASON, collect)
    .action((tenant: string, options: PushOptions) => pushAsPreviewed(context, 'rollback', tenant, options));

  command
    .command('clear')
    .argument('<tenant>')
    .description('DELETE THE WHOLE published set; each key that is not ours must be named')
    .option('--yes', 'delete without asking')
    .option(...QUEUE)
    .option(...REMOVE_FOREIGN, collect)
    .action((tenant: string, options: PushOptions) => pushAsPreviewed(context, 'clear', tenant, options));

  command
    .command('pull')
    .argument('<tenant>')
    .description('show what is at the tenant now, and whose each key is')
    .action(async (tenant: string) => {
      const args = parsed(ACTS['tenant.show'].args, { tenant });
      const found = await interruptible(output, ({ signal }) =>
        withCustodian((custodian) => custodian.publishedKeys(args, { signal })),
      );
      output.result(found, (keys) => publishedLines(args.tenant, keys));
      output.exitCode = found.some(({ exposed }) => exposed.length > 0) ? EXIT.remote : EXIT.ok;
    });

  command
    .command('history')
    .argument('<tenant>')
    .description('list what was published, newest first')
    .action(async (tenant: string) => {
      const args = parsed(ACTS['tenant.show'].args, { tenant });
      output.result(await withCustodian((custodian) => custodian.publicationHistory(args)), historyLines);
    });

  command
    .command('verify')
    .argument('<tenant>')
    .description('sign a probe token with each current key and verify it through the public key set alone')
    .option(
      '--wait [seconds]',
      `first wait until the public set shows what was pushed (${PUBLIC_WAIT_SECONDS} seconds at most)`,
    )
    .action(async (tenant: string, { wait }: { wait?: string | true }) => {
      const waitSeconds = wait === true ? PUBLIC_WAIT_SECONDS : wait === undefined ? undefined : Number(wait);
      const args = parsed(ACTS['publish.verify'].args, { tenant, waitSeconds });
      const proofs = await interruptible(output, ({ signal }) =>
        withCustodian((custodian) => custodian.provePublication(args, { waiting: remarkOnWait(output), signal })),
      );
      const ok = proofs.every((proof) => proof.ok);
      output.result({ ok, proofs }, (verdict) => verdict.proofs.flatMap(proofLines));
      output.exitCode = ok ? EXIT.ok : EXIT.remote;
    });

  command
    .command('evidence')
    .argument('<tenant>')
    .description('list the recorded proofs, or save one as a file for others to check')
    .option('--out <file>', 'save the newest proof, or the one named with --id')
    .option('--id <id>', 'the id of a recorded proof')
    .action(async (tenant: string, { out, id }: { out?: string; id?: string }) => {
      const args = parsed(ACTS['evidence.save'].args, { tenant, id });
      if (out === undefined) {
        await run('evidence.list', { tenant }, evidenceLines);
        return;
      }
      const { bytes, ...saved } = await withCustodian((custodian) => custodian.evidenceFile(args));
      const written = { ...saved, fileName: await writeNew(out, bytes) };
      output.result(written, ({ fileName, sha256 }) => [`${fileName} was written. SHA-256: ${sha256}`]);
    });

  command
    .command('drift')
    .argument('<tenant>')
    .description('check whether what is published is still what was published from here')
    .action(async (tenant: string) => {
      const report = await perform('publish.drift', { tenant });
      output.result(report, driftLines);
      output.exitCode = isCalm(report) ? EXIT.ok : EXIT.remote;
    });
  command.addCommand(publishOutboxCommand(context));
  command.addCommand(publishBundleCommand(context));
  command.addCommand(publishCourierCommand(context));
  command.addCommand(publishReceiptCommand(context));

  return command;
}

interface PreviewOptions extends Pick<PushOptions, 'to' | 'removeForeign' | 'keepForeign' | 'reason'> {
  rollback?: boolean;
  clear?: boolean;
}
