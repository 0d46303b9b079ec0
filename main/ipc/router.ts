// One door for every call from the window: is the sender ours, do the arguments fit the schema, and only then the
// use case. Whatever happens inside, the answer is a Result; nothing that was thrown crosses the border as it is.
import type { Channel } from '../../shared/channels.ts';
import { ACTS } from '../../shared/acts/acts.ts';
import type { ParsedArgsOf, ResultOf } from '../../shared/contract.ts';
import { type Result, toWireError } from '../../shared/errors.ts';
import { shownFacts } from '../../shared/shown-facts.ts';
import { checked } from './checked.ts';

export interface CallContext {
  progress(step: number, of: number, label: string): void;
  /** Aborted when the officer asks for this call to stop. */
  signal: AbortSignal;
  /** Tells that this call can no longer be stopped. */
  sending(): void;
  /** Tells that only waiting is left, which can be ended. */
  answered?(): void;
  /** Asks a call, by the name that the page gave it, to stop. */
  cancel(call: string): void;
}

export type Handlers = {
  [C in Channel]: (args: ParsedArgsOf<C>, context: CallContext) => Promise<ResultOf<C>> | ResultOf<C>;
};

/** One call, by its channel, as it came from the page. */
export type Answer = (channel: Channel, rawArgs: unknown, context: CallContext) => Promise<Result<unknown>>;

/** The compiler checked each handler against its channel; here one of them is called by the channel's name. */
type AnyHandler = (args: unknown, context: CallContext) => unknown;

export async function answer(
  handlers: Handlers,
  channel: Channel,
  rawArgs: unknown,
  context: CallContext,
): Promise<Result<unknown>> {
  try {
    const parsed = checked(ACTS[channel].page, rawArgs, channel);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the arguments were just parsed for this channel
    const handle = handlers[channel] as AnyHandler;
    return { ok: true, value: await handle(parsed, context) };
  } catch (error) {
    return { ok: false, error: shownFacts(toWireError(error)) };
  }
}
