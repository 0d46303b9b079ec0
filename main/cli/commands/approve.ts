// custodian approve request | show | grant | refuse | officers | add-officer | remove-officer | require
import { Command } from 'commander';
import { FOUR_EYES_KINDS, requestHoursSchema } from '../../../shared/domain/four-eyes/four-eyes.ts';
import { MAX_APPROVAL_BYTES } from '../../../shared/domain/limits.ts';
import { reasonSchema } from '../../../shared/fields.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import {
  answeredLines,
  NO_PICTURE,
  fourEyesLines,
  requestedLines,
  requestLines,
} from '../../../shared/words/en/command-line/approve.ts';
import { z } from 'zod';
import type { Custodian } from '../../acts/custodian.ts';
import { readLimited } from '../../files/read-file.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

const reasonOption = z.strictObject({ reason: reasonSchema.optional() });

const textOf = async (custodian: Pick<Custodian, 'approvalIn'>, file: string): Promise<string> =>
  custodian.approvalIn(await readLimited(file, MAX_APPROVAL_BYTES));

const qrOption = ['--qr <path>', 'the same as a PNG picture, where it fits into one QR code'] as const;

export function approveCommand(context: Context): Command {
  const { output, withCustodian, run } = context;
  const command = new Command('approve');

  command
    .command('request')
    .argument('<command...>', 'the command that needs the approval, behind --')
    .description('ask a second officer for exactly this command; nothing of it is done')
    .requiredOption('--out <path>', 'the file to give to the officer; an existing one is never overwritten')
    .option('--hours <hours>', 'for how long it may be answered and used, 1 to 168', Number)
    .option(...qrOption)
    .action((words: string[], options: RequestOptions) => request(context, words, options));

  command
    .command('show')
    .argument('<file>')
    .description('what a request asks for, and which device asks')
    .action(async (file: string) => {
      const shown = await withCustodian(async (custodian) => custodian.openRequest(await textOf(custodian, file)));
      output.result(shown, requestLines);
    });

  const answering = (name: string, decision: 'granted' | 'refused', means: string): Command =>
    command
      .command(name)
      .argument('<file>')
      .description(means)
      .requiredOption('--out <path>', 'the answer; an existing file is never overwritten')
      .option('--reason <text>', 'for whoever asked, and the audit chain')
      .option(...qrOption)
      .action((file: string, options: AnswerOptions) => answer(context, file, decision, options));
  answering('grant', 'granted', 'say the second yes to a request').option(
    '--yes',
    'it was looked at, as “show” shows it',
  );
  answering('refuse', 'refused', 'say no to a request');

  command
    .command('officers')
    .argument('<tenant>')
    .description('who may approve for a tenant, for which acts one is needed, and the fingerprint of this device')
    .action((tenant: string) => run('fourEyes.show', { tenant }, fourEyesLines));

  command
    .command('add-officer')
    .argument('<tenant>')
    .description('let an officer approve, by the fingerprint that the officer’s own program shows')
    .requiredOption('--name <name>', 'who it is')
    .requiredOption('--device <fingerprint>', 'as compared over a channel that cannot be forged')
    .action((tenant: string, options: object) => run('officer.add', { tenant, ...options }, fourEyesLines));

  command
    .command('remove-officer')
    .argument('<tenant>')
    .description('let an officer approve no more')
    .requiredOption('--name <name>', 'who it is')
    .action((tenant: string, options: object) => run('officer.remove', { tenant, ...options }, fourEyesLines));

  command
    .command('require')
    .argument('<tenant>')
    .description('for which acts a second officer is needed; without any, for none')
    .option('--acts <kinds...>', FOUR_EYES_KINDS.join(', '), [])
    .action((tenant: string, { acts }: { acts: string[] }) =>
      run('fourEyes.set', { tenant, kinds: acts }, fourEyesLines),
    );

  return command;
}

interface PaperOptions {
  out: string;
  qr?: string;
}

interface RequestOptions extends PaperOptions {
  hours?: number;
}

async function refuseBoth({ out, qr }: PaperOptions): Promise<void> {
  await refuseExisting(out);
  if (qr !== undefined) {
    await refuseExisting(qr);
  }
}

/** Answers with the names of both; of the picture `null` where there is none. */
async function write(
  { output }: Pick<Context, 'output'>,
  { out, qr }: PaperOptions,
  { text, picture }: { text: string; picture: Uint8Array | null },
): Promise<{ fileName: string; qr: string | null }> {
  const fileName = await writeNew(out, Buffer.from(`${text}\n`, 'utf8'));
  if (qr !== undefined && picture === null) {
    output.remark(NO_PICTURE);
  }
  return { fileName, qr: qr === undefined || picture === null ? null : await writeNew(qr, picture) };
}

async function request(context: Context, words: readonly string[], options: RequestOptions): Promise<void> {
  const { output, withCustodian, ask } = context;
  const lasting = parsed(requestHoursSchema, { hours: options.hours });
  await refuseBoth(options);
  const wanted = await ask(words).then(
    () => {
      throw new CustodianError('APPROVAL_NOT_FOR', { act: words.join(' ') });
    },
    (error: unknown) => {
      if (isCustodianError(error, 'APPROVAL_NEEDED')) {
        return error.facts;
      }
      throw error;
    },
  );
  const made = await withCustodian((custodian) => custodian.requestApproval({ ...wanted, ...lasting }));
  const written = await write(context, options, made);
  output.result({ ...written, ...made.request, requester: made.requester }, requestedLines);
}

interface AnswerOptions extends PaperOptions {
  reason?: string;
  yes?: boolean;
}

async function answer(
  context: Context,
  file: string,
  decision: 'granted' | 'refused',
  { reason, yes, ...paper }: AnswerOptions,
): Promise<void> {
  const { output, withCustodian } = context;
  const said = parsed(reasonOption, { reason });
  await refuseBoth(paper);
  const answered = await withCustodian(async (custodian) => {
    const text = await textOf(custodian, file);
    if (decision === 'granted' && yes !== true) {
      requestLines(custodian.openRequest(text)).forEach(output.remark);
      throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'approving' } });
    }
    return custodian.answerRequest(text, { decision, reason: said.reason ?? null });
  });
  const written = await write(context, paper, answered);
  const { text: _document, picture: _picture, ...facts } = answered;
  output.result({ ...written, ...facts }, answeredLines);
}
