// custodian publish outbox [list] | retry | drop: what waits for the network, and why.
import { sameName } from '../../../shared/domain/names.ts';
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CustodianError, isCustodianError, toWireError, type WireError } from '../../../shared/errors.ts';
import type { OutboxEntry } from '../../../shared/domain/published-set/outbox.ts';
import { sentenceFor } from '../../../shared/words/en/errors.ts';
import type { Custodian } from '../../acts/custodian.ts';
import { parsed } from '../arguments.ts';
import { exitCodeFor } from '../exit-codes.ts';
import { interruptible } from '../interruptible.ts';
import { outboxLines } from '../../../shared/words/en/command-line/outbox.ts';
import type { Context } from '../context.ts';
import { pushWith } from '../push-as-previewed.ts';

interface Retried {
  tenant: string;
  /** `settled`: the tenant held that set already, so nothing was sent. */
  outcome: 'pushed' | 'settled' | 'failed';
  error: WireError | null;
}

const WORDS: Record<Retried['outcome'], string> = {
  pushed: 'pushed and read back',
  settled: 'up to date already; nothing was sent',
  failed: 'still waits',
};

export function publishOutboxCommand(context: Context): Command {
  const { output, withCustodian, perform, run } = context;
  const command = new Command('outbox').description('what waits for the network, and why');

  command
    .command('list', { isDefault: true })
    .description('pushes that reached nobody, bundles without a receipt, and sets that changed and were not pushed')
    .action(() => run('outbox.list', {}, outboxLines));

  command
    .command('retry')
    .argument('[tenant]', 'all that wait when left out')
    .description('plan each again, show it, and push it after a clear yes; no earlier byte is sent')
    .option('--yes', 'push without asking')
    .action(async (tenant: string | undefined, { yes }: { yes?: boolean }) => {
      const named = tenant === undefined ? null : parsed(ACTS['tenant.show'].args, { tenant }).tenant;
      const retried = await withCustodian(async (custodian) => {
        const done: Retried[] = [];
        for (const entry of chosen(custodian, named)) {
          done.push(await retry(context, custodian, entry, yes));
        }
        return done;
      });
      output.result(retried, (all) =>
        all.length === 0 ? ['Nothing waits.'] : all.map((one) => `${one.tenant}: ${WORDS[one.outcome]}`),
      );
      const failure = retried.find(({ error }) => error !== null)?.error;
      if (failure !== null && failure !== undefined) {
        output.exitCode = exitCodeFor(failure.code);
      }
    });

  command
    .command('drop')
    .argument('<tenant>')
    .description('let what waits for this tenant go; nothing at the tenant changes')
    .action(async (tenant: string) => {
      await perform('outbox.drop', { tenant });
      output.result({ dropped: tenant }, () => [`Nothing waits for ${tenant} any longer.`]);
    });

  return command;
}

function chosen(custodian: Custodian, named: string | null): OutboxEntry[] {
  const { waiting } = custodian.listOutbox();
  const found = waiting.filter(({ tenant }) => named === null || sameName(tenant, named));
  if (named !== null && found.length === 0) {
    throw new CustodianError('OUTBOX_EMPTY', { tenant: named });
  }
  return found;
}

/** One failure does not keep the others waiting. */
async function retry(
  context: Context,
  custodian: Custodian,
  { tenant, act, to, removeForeign, keepForeign }: OutboxEntry,
  yes: boolean | undefined,
): Promise<Retried> {
  const intent = { tenant, act, ...(to === null ? {} : { to }), removeForeign, keepForeign };
  let sent = false;
  try {
    const preview = await interruptible(context.output, ({ signal }) =>
      custodian.previewPublication(intent, { signal }),
    );
    if (preview.upToDate) {
      await custodian.dropFromOutbox({ tenant }, { why: 'settled' });
      return { tenant, outcome: 'settled', error: null };
    }
    await pushWith(context, custodian, intent, { yes }, () => {
      sent = true;
    });
    return { tenant, outcome: 'pushed', error: null };
  } catch (failure) {
    // Who stops it stops it for all that wait.
    if (isCustodianError(failure, 'CANCELLED')) {
      throw failure;
    }
    // oxlint-disable-next-line typescript/no-unnecessary-condition -- set when the push begins
    if (!sent) {
      await custodian.noteOutboxAttempt(tenant, failure);
    }
    const error = toWireError(failure);
    const { message, advice } = sentenceFor(error);
    context.output.remark(`${tenant}: ${message}\n${advice}`);
    return { tenant, outcome: 'failed', error };
  }
}
