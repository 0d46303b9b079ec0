// A command that is one act, as its definition says: the options are checked against its schema, and Ctrl-C stops it where
// it can be stopped.
import type { z } from 'zod';
import type { ActArgs, ResultOf } from '../../shared/contract.ts';
import type { UseCaseChannel } from '../acts/bound.ts';
import type { Stop } from '../ports/stopping.ts';
import { interruptible } from './interruptible.ts';
import { type Output, remarkOnProgress } from './output.ts';
import type { Session } from './session.ts';

export type Perform = <C extends UseCaseChannel>(channel: C, options: object) => Promise<ResultOf<C>>;

export type Run = <C extends UseCaseChannel>(
  channel: C,
  options: object,
  words: (result: ResultOf<C>) => readonly string[],
) => Promise<void>;

export const createPerform =
  (output: Output, withCustodian: Session): Perform =>
  async <C extends UseCaseChannel>(channel: C, options: object) => {
    const { ACTS } = await import('../../shared/acts/acts.ts');
    const { parsed } = await import('./arguments.ts');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schema of this very channel
    const args = parsed<z.ZodType>(ACTS[channel].args, options) as ActArgs<C>;
    const { callsOf } = await import('../acts/custodian.ts');
    const act = (stop: Stop): Promise<ResultOf<C>> =>
      withCustodian((custodian) => callsOf(custodian)[channel](args, { ...stop, progress: remarkOnProgress(output) }));
    return ACTS[channel].stops ? interruptible(output, act) : act({});
  };

export const createRun =
  (output: Output, perform: Perform): Run =>
  async (channel, options, words) =>
    output.result(await perform(channel, options), words);
