// The steps of a ceremony on the command line: one at a time, or all of them on a terminal. Between two steps nothing is held
// open, so that an act may as well be done in another window.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type StepName, stepRow } from '../../shared/domain/ceremony/steps.ts';
import { CustodianError, isCustodianError, toWireError } from '../../shared/errors.ts';
import { shellWord } from '../../shared/encoding/shell-word.ts';
import { reasonSchema } from '../../shared/fields.ts';
import {
  nextLines,
  promptFor,
  RUN_HELP,
  type Standing,
  standingLines,
} from '../../shared/words/en/command-line/ceremony.ts';
import { sentenceFor } from '../../shared/words/en/errors.ts';
import { parsed } from './arguments.ts';
import type { Context } from './context.ts';
import { type Output, prompted } from './output.ts';

interface ActCommand {
  words: string[];
  /** Nothing has to be added by whoever types it. */
  whole: boolean;
}

interface About {
  tenant: string;
  ring: string;
  kid: string | null;
}

/** Which command does the act of a step. */
const COMMANDS: Partial<Record<StepName, (about: About) => ActCommand>> = {
  generate: ({ tenant, ring }) => ({ words: ['key', 'generate', tenant, '--ring', ring], whole: true }),
  backup: () => ({ words: ['backup', 'create', '--out', 'FILE', '…'], whole: false }),
  drill: () => ({ words: ['backup', 'drill', 'FILE', '…'], whole: false }),
  'hand-over': ({ tenant, kid }) => ({
    words: ['export', tenant, '--kid', kid ?? 'KID', '--format', 'p12', '--to', 'WHO', '…'],
    whole: false,
  }),
};

const commandFor = (step: StepName, about: About): ActCommand | null => COMMANDS[step]?.(about) ?? null;

export const standingOf = ({ withCustodian }: Pick<Context, 'withCustodian'>, tenant: string): Promise<Standing> =>
  withCustodian((custodian) => {
    const ceremony = custodian.showCeremony(tenant);
    const next = ceremony.ended === null ? custodian.nextInCeremony(tenant) : null;
    const command = next === null ? null : commandFor(next.step, { ...ceremony, kid: next.kid });
    const shown = command && ['custodian', 'ceremony', 'step', tenant, '--', ...command.words].map(shellWord).join(' ');
    return { ...ceremony, next: next === null ? null : { ...next, command: shown } };
  });

interface Taken {
  readBack?: string | undefined;
  /** The command that does the step; none where it was done elsewhere. */
  words: readonly string[];
}

/** `done`: what the command of the step answered; `null` without one. */
export async function takeCeremonyStep(
  { output, withCustodian, inside }: Context,
  tenant: string,
  { readBack, words }: Taken,
): Promise<{ done: unknown }> {
  let done: unknown = null;
  if (words.length > 0) {
    const next = await withCustodian((custodian) => custodian.nextInCeremony(tenant));
    if (next === null || stepRow(next.step).kind !== 'act') {
      throw new CustodianError('USAGE', { problem: { code: 'step-without-command' } });
    }
    await inside(words, {
      ...output,
      result(document, lines) {
        done = document;
        lines(document).forEach(output.remark);
      },
    });
  }
  await withCustodian((custodian) => custodian.takeStep({ tenant, readBack }));
  return { done };
}

/** Until every step is behind it, or whoever types stops. */
export async function runCeremony(context: Context, tenant: string): Promise<void> {
  const { console, output } = context;
  const typed = createInterface({ input: console.stdin })[Symbol.asyncIterator]();
  output.remark(RUN_HELP);
  let standing = await standingOf(context, tenant);
  while (standing.next !== null) {
    nextLines(standing).forEach(output.remark);
    const endLine = prompted(console, promptFor(standing));
    const line = await nextLine(typed);
    if (console.stdin.isTTY !== true) {
      endLine();
    }
    if (line === null || line === 'stop') {
      break;
    }
    await answered(context, standing, line).catch((error: unknown) => {
      tell(output, error);
    });
    standing = await standingOf(context, tenant);
  }
  output.result(standing, standingLines);
}

/** `null` at the end of what is typed. */
async function nextLine(typed: AsyncIterator<string, unknown>): Promise<string | null> {
  const { value, done } = await typed.next();
  return done === true || typeof value !== 'string' ? null : value.trim();
}

const said = z.strictObject({ text: reasonSchema });

async function answered(context: Context, { tenant, ring, next }: Standing, line: string): Promise<void> {
  const { withCustodian } = context;
  const [, verb = '', rest = ''] = /^(deviate|note)\b\s*(.*)$/.exec(line) ?? [];
  if (verb === 'deviate') {
    const { text: reason } = parsed(said, { text: rest });
    await withCustodian((custodian) => custodian.deviateFrom({ tenant, reason }));
  } else if (verb === 'note') {
    const { text } = parsed(said, { text: rest });
    await withCustodian((custodian) => custodian.noteInCeremony({ tenant, text }));
  } else if (next !== null) {
    const { kind } = stepRow(next.step);
    if (line !== '' && kind !== 'read-back') {
      context.output.remark(RUN_HELP);
      return;
    }
    const isHere = kind === 'act' && !next.shown;
    const command = isHere ? commandFor(next.step, { tenant, ring, kid: next.kid }) : null;
    await takeCeremonyStep(context, tenant, {
      readBack: line === '' ? undefined : line,
      words: command?.whole === true ? command.words : [],
    });
  }
}

/** On a terminal a step that does not hold ends nothing: it is told, and asked about again. */
function tell({ remark }: Pick<Output, 'remark'>, error: unknown): void {
  const { message, advice } = sentenceFor(toWireError(error));
  remark(message);
  if (!isCustodianError(error, 'CEREMONY_STEP_FAILED')) {
    remark(advice);
  }
}
