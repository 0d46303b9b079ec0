// The one way in which a command changes a published set: show what would change, get a clear yes, send exactly that.
import { ACTS } from '../../shared/acts/acts.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { PushOutcome } from '../../shared/acts/publishing.ts';
import { CustodianError, toWireError } from '../../shared/errors.ts';
import type { KeepForeign } from '../../shared/domain/published-set/foreign.ts';
import type { OutboxEntry } from '../../shared/domain/published-set/outbox.ts';
import type { PublishAct } from '../../shared/domain/published-set/finding.ts';
import { sentenceFor } from '../../shared/words/en/errors.ts';
import type { Custodian } from '../acts/custodian.ts';
import { reachedNobody } from '../acts/publishing/outbox.ts';
import { agreed } from './agreed.ts';
import { parsed } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { interruptible } from './interruptible.ts';
import { remarkOnProgress } from './output.ts';
import type { Context } from './context.ts';
import { outcomeLines, previewLines } from '../../shared/words/en/command-line/publication.ts';

export interface PushOptions {
  yes?: boolean;
  to?: string;
  removeForeign?: string[];
  keepForeign?: string[];
  reason?: string[];
  override?: string;
  queue?: boolean;
}

const DOING: Record<PublishAct, string> = {
  push: 'pushing to',
  rollback: 'restoring an earlier set of',
  clear: 'deleting the whole set of',
};

const ASKED = { push: 'pushing', rollback: 'rolling-back', clear: 'clearing' } as const satisfies Record<
  PublishAct,
  string
>;

const DONE: Record<PublishAct, string> = {
  push: 'Pushed and read back',
  rollback: 'Restored and read back',
  clear: 'Deleted and read back',
};

export async function pushAsPreviewed(
  context: Context,
  act: PublishAct,
  tenant: string,
  { yes, override, queue, ...options }: PushOptions,
): Promise<void> {
  const { output, withCustodian } = context;
  const intent = parsed(ACTS['publish.preview'].args, { tenant, act, ...decidedIn(options) });
  const outcome = await withCustodian(async (custodian): Promise<PushOutcome | { queued: OutboxEntry }> => {
    let sending = false;
    const noteSending = (): void => {
      sending = true;
    };
    try {
      return await pushWith(context, custodian, intent, { yes, override }, noteSending);
    } catch (error) {
      // Once something was sent nobody can say that it waits: then the failure itself is the answer.
      // oxlint-disable-next-line typescript/no-unnecessary-condition -- noteSending sets it
      if (queue !== true || sending || !reachedNobody(error)) {
        throw error;
      }
      output.remark(sentenceFor(toWireError(error)).message);
      return { queued: await custodian.queuePublication(intent, { failed: error }) };
    }
  });
  output.result(outcome, (done) =>
    'queued' in done
      ? [`Nothing was sent. It waits in the outbox: try again with “custodian publish outbox retry ${tenant}”.`]
      : [
          ...(done.confirmed
            ? [`${DONE[act]}: ${done.publication.kids.length} keys are published for ${tenant}.`]
            : []),
          ...outcomeLines(done, tenant),
        ],
  );
  if ('confirmed' in outcome && !outcome.confirmed) {
    output.exitCode = EXIT.remote;
  }
}

/** `sending` is called just before the first byte of a change may leave. */
export async function pushWith(
  { output, console }: Pick<Context, 'output' | 'console'>,
  custodian: Custodian,
  intent: ParsedArgsOf<'publish.preview'>,
  { yes, override }: { yes: boolean | undefined; override?: string | undefined },
  sending: () => void,
): Promise<PushOutcome> {
  const { tenant, act = 'push' } = intent;
  const preview = await interruptible(output, ({ signal }) => custodian.previewPublication(intent, { signal }));
  previewLines(tenant, preview).forEach(output.remark);
  // Checked before anybody is asked, so that a reason which is too short costs no answer.
  const push = parsed(ACTS['publish.push'].args, { ...intent, hash: preview.hash, override });
  if (yes !== true && !(await agreed(console, tenant, DOING[act]))) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: ASKED[act], tenant } });
  }
  return interruptible(output, (stop) => {
    const noteSending = (): void => {
      stop.sending?.();
      sending();
    };
    return custodian.pushPublication(push, { ...stop, sending: noteSending, progress: remarkOnProgress(output) });
  });
}

/** For a command whose options name the act. */
export function actOf({
  rollback,
  clear,
}: {
  rollback?: boolean | undefined;
  clear?: boolean | undefined;
}): PublishAct {
  return rollback === true ? 'rollback' : clear === true ? 'clear' : 'push';
}

/** The decisions about keys of others, for every command that plans a set. */
export const REMOVE_FOREIGN = ['--remove-foreign <kid>', 'remove this key that is not ours; may be repeated'] as const;
export const KEEP_FOREIGN = [
  '--keep-foreign <kid>',
  'keep this key that is not ours; needs a --reason; may be repeated',
] as const;
export const KEEP_REASON = [
  '--reason <text>',
  'why it is kept, in the order of the --keep-foreign; a single one serves all',
] as const;

/** Collects an option that may be given several times. */
export const collect = (value: string, former: string[] = []): string[] => [...former, value];

type Decisions = Pick<PushOptions, 'keepForeign' | 'reason'>;

/** As the contract takes it: each key to keep with its reason. */
export function decidedIn<T extends Decisions>({
  keepForeign = [],
  reason: reasons = [],
  ...rest
}: T): Omit<T, keyof Decisions> & { keepForeign?: KeepForeign[] } {
  if (keepForeign.length === 0 && reasons.length === 0) {
    return rest;
  }
  if (reasons.length !== keepForeign.length && reasons.length !== 1) {
    throw new CustodianError('USAGE', {
      problem: { code: 'reasons-uneven', keep: keepForeign.length, reasons: reasons.length },
    });
  }
  return {
    ...rest,
    keepForeign: keepForeign.map((name, index) => ({ name, reason: reasons[index] ?? reasons[0] ?? '' })),
  };
}
