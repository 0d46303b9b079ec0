// custodian plan show | run | confirm: a guided rotation, previewed with its dates before anything is done.
import { Command } from 'commander';
import type { PlanStep, PlanView } from '../../../shared/domain/plan/plan.ts';
import { stepProblem } from '../../../shared/words/en/step-problems.ts';
import { PLAN_ORDER_WORDS, STEP_WORDS } from '../../../shared/words/en/waiting.ts';
import { EXIT } from '../exit-codes.ts';
import { parsed } from '../arguments.ts';
import { interruptible } from '../interruptible.ts';
import { remarkOnProgress } from '../output.ts';
import { table } from '../../../shared/encoding/table.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import type { Context } from '../context.ts';

export function planCommand({ output, withCustodian, perform, run }: Context): Command {
  const command = new Command('plan');
  const ringOption = ['--ring <name>', 'which ring; “default” when left out'] as const;

  command
    .command('show')
    .argument('<tenant>')
    .description('show every step with its date, and the hash by which the plan is run')
    .requiredOption('--order <order>', 'apps-first or rotate-first')
    .option(...ringOption)
    .action((tenant: string, options: { order: string; ring?: string }) =>
      run('plan.show', { tenant, ...options }, planLines),
    );

  command
    .command('run')
    .argument('<tenant>')
    .description('do what is due, and stop at the first step that must wait or needs a person')
    .requiredOption('--hash <hash>', 'the plan, as shown')
    .option('--override <reason>', 'go ahead without a rehearsal; recorded')
    .option('--reason <text>', 'why the old key is revoked; without one a run stops before it revokes')
    .option(...ringOption)
    .action(async (tenant: string, options: { hash: string; override?: string; reason?: string; ring?: string }) => {
      const args = parsed(ACTS['plan.run'].args, { tenant, ...options });
      const { view, stopped } = await interruptible(output, async ({ signal }) => ({
        view: await withCustodian(({ runPlan }) => runPlan(args, { signal, progress: remarkOnProgress(output) })),
        stopped: signal.aborted,
      }));
      output.result(view, planLines);
      if (view.steps.some(({ problem }) => problem !== null)) {
        output.exitCode = EXIT.refused;
      }
      if (stopped && !view.complete) {
        output.remark('Stopped. Run it again to go on from here.');
        output.exitCode = EXIT.refused;
      }
    });

  command
    .command('confirm')
    .argument('<tenant>')
    .argument('<kid>')
    .description('record that all consumers have the certificate of this key')
    .action(async (tenant: string, kid: string) => {
      await perform('plan.confirm', { tenant, kid });
      output.result({ confirmed: kid }, () => [`Recorded: the consumers of ${tenant} have ${kid}.`]);
    });

  return command;
}

function planLines({ plan, hash, steps, complete, endsAt }: PlanView): string[] {
  return [
    `${PLAN_ORDER_WORDS[plan.order].title}: ${plan.from} -> ${plan.to}`,
    PLAN_ORDER_WORDS[plan.order].note,
    ...table(steps.map((step, index) => [`${index + 1}.`, step.state, whenOf(step), wordOf(step)])),
    ...steps.flatMap(({ kind, problem }, index) =>
      problem === null ? [] : [`Step ${index + 1} (${STEP_WORDS[kind]}) does not end: ${stepProblem(problem)}.`],
    ),
    complete ? `Complete since ${endsAt ?? 'now'}.` : `At the earliest complete ${endsAt ?? 'at an unknown time'}.`,
    `Run it with --hash ${hash}`,
  ];
}

/** Names those whose answer is missing. */
function wordOf({ kind, state, consumers }: PlanStep): string {
  const missing = consumers.filter(({ at }) => at === null).map(({ name }) => name);
  const asks = (state === 'person' || state === 'blocked') && missing.length > 0;
  return asks ? `${STEP_WORDS[kind]}: ${missing.join(', ')}` : STEP_WORDS[kind];
}

function whenOf({ until, at }: PlanStep): string {
  return until === null ? (at ?? '') : `until ${until}`;
}
