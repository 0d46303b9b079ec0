// The one way in which a command changes a published set: show what would change, get a clear yes, send exactly that.
import { createInterface } from 'node:readline/promises';
import { contract, type PushOutcome } from '../../shared/contract.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { PublishAct } from '../../shared/publishing.ts';
import { parsed } from './arguments.ts';
import type { Console } from './output.ts';
import type { Context } from './program.ts';
import { previewLines } from './publication-words.ts';

export interface PushOptions {
  yes?: boolean;
  to?: string;
  removeForeign?: string[];
  override?: string;
}

const DOING: Record<PublishAct, string> = {
  push: 'pushing to',
  rollback: 'bringing back the former set of',
  clear: 'deleting the whole set of',
};

const DONE: Record<PublishAct, string> = {
  push: 'Pushed and read back',
  rollback: 'Brought back and read back',
  clear: 'Deleted and read back',
};

export async function pushAsPreviewed(
  { output, console, withCustodian }: Context,
  act: PublishAct,
  tenant: string,
  { yes, override, ...options }: PushOptions,
): Promise<void> {
  const args = parsed(contract['publish.preview'].args, { tenant, act, ...options });
  const outcome = await withCustodian(async (custodian): Promise<PushOutcome> => {
    const preview = await custodian.previewPublication(args);
    previewLines(preview).forEach(output.remark);
    // Checked before anybody is asked, so that a reason which is too short costs no answer.
    const push = parsed(contract['publish.push'].args, { ...args, hash: preview.hash, override });
    if (yes !== true && !(await agreed(console, tenant, DOING[act]))) {
      throw new CustodianError('CONFIRMATION_REQUIRED', { action: `${DOING[act]} “${tenant}”` });
    }
    return custodian.pushPublication(push, (step, of, label) => {
      output.remark(`[${step}/${of}] ${label}`);
    });
  });
  output.result(outcome, ({ publication }) => [
    `${DONE[act]}: ${publication.kids.length} keys are published for ${tenant}.`,
  ]);
}

/** Collects an option that may be given several times. */
export const collect = (value: string, former: string[] = []): string[] => [...former, value];

/** Asks only where a person can answer. */
async function agreed({ stdin, stderr }: Console, tenant: string, doing: string): Promise<boolean> {
  if (stdin.isTTY !== true) {
    return false;
  }
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    return (await prompt.question(`Type ${tenant} to go on with ${doing} it: `)).trim() === tenant;
  } finally {
    prompt.close();
  }
}
