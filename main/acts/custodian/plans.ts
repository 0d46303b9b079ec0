// Guided rotations, and the consumers that they wait for.
import type {
  ConsumerAddArgs,
  ConsumerArgs,
  ConsumerConfirmArgs,
  ConsumerEditArgs,
  ConsumerExportArgs,
  ConsumerView,
} from '../../../shared/domain/consumers/consumer.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { ExportedFile } from '../../../shared/domain/exports/exported-file.ts';
import type { PlanView } from '../../../shared/domain/plan/plan.ts';
import type { Ports } from '../../ports/ports.ts';
import { type ConsumerFile, exportForConsumer, recordConsumerExport } from '../consumers/consumer-export.ts';
import { addConsumer, confirmConsumer, editConsumer, listConsumers, removeConsumer } from '../consumers/consumers.ts';
import { confirmConsumers, requireRehearsal, runPlan, showPlan } from '../plans/plans.ts';
import type { ReportProgress } from './progress.ts';
import type { Turns } from './turn.ts';

export interface PlanActs {
  showPlan(args: ParsedArgsOf<'plan.show'>): PlanView;
  /** Throws PLAN_REHEARSAL_MISSING where running that plan would need a reason. */
  requireRehearsal(args: ParsedArgsOf<'plan.show'>): void;
  /** Asked to stop, it begins no further step, and answers with the plan as it stands. */
  runPlan(args: ParsedArgsOf<'plan.run'>, progress: ReportProgress, signal?: AbortSignal): Promise<PlanView>;
  confirmConsumers(args: ParsedArgsOf<'plan.confirm'>): Promise<null>;
  /** In the order in which they were registered. */
  listConsumers(args: ParsedArgsOf<'consumer.list'>): ConsumerView[];
  addConsumer(args: ConsumerAddArgs): Promise<ConsumerView>;
  editConsumer(args: ConsumerEditArgs): Promise<ConsumerView>;
  removeConsumer(args: ConsumerArgs): Promise<null>;
  /** Answers with those for whom it was recorded. */
  confirmConsumer(args: ConsumerConfirmArgs): Promise<ConsumerView[]>;
  exportForConsumer(args: ConsumerExportArgs): Promise<ConsumerFile>;
  /** To be called when the file is where the consumer can be given it. */
  recordConsumerExport(
    at: Pick<ConsumerArgs, 'tenant' | 'consumer'>,
    saved: { kids: readonly string[]; file: Pick<ExportedFile, 'format' | 'sha256' | 'fileName'> },
  ): Promise<void>;
}

export function planActs(ports: Ports, { inTurn, beside }: Turns): PlanActs {
  return {
    showPlan: (args) => showPlan(ports, args),
    requireRehearsal: (args) => requireRehearsal(ports, args),
    runPlan: (args, progress, signal) => inTurn((acting) => runPlan(acting, args, progress, signal), signal),
    confirmConsumers: (args) => inTurn((acting) => confirmConsumers(acting, args)),
    listConsumers: (args) => listConsumers(ports, args),
    addConsumer: (args) => inTurn((acting) => addConsumer(acting, args)),
    editConsumer: (args) => inTurn((acting) => editConsumer(acting, args)),
    removeConsumer: (args) => inTurn((acting) => removeConsumer(acting, args)),
    confirmConsumer: (args) => inTurn((acting) => confirmConsumer(acting, args)),
    exportForConsumer: (args) => beside((acting) => exportForConsumer(acting, args)),
    recordConsumerExport: (at, saved) => inTurn((acting) => recordConsumerExport(acting, at, saved)),
  };
}
