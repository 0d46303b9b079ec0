// What the screens do. A command runs once at a time, shows its true outcome only (nothing is assumed to succeed),
// and the `changed` event, not the caller, refreshes what is shown.
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { PageArgsOf, ResultOf } from '../../shared/contract.ts';
import { useCustodian } from './custodian.tsx';

/** `error` is `null` when the command was at work already and this call did nothing. */
export type Outcome<C extends Channel> = { done: true; result: ResultOf<C> } | { done: false; error: unknown };

export interface Command<C extends Channel> {
  channel: C;
  run: (args: PageArgsOf<C>) => Promise<Outcome<C>>;
  busy: boolean;
  /** The thrown value of the last run, or `null`. */
  error: unknown;
  result: ResultOf<C> | undefined;
  reset: () => void;
}

export function useCommand<C extends Channel>(channel: C): Command<C> {
  const custodian = useCustodian();
  const running = useRef(false);
  const { mutateAsync, isPending, error, data, reset } = useMutation<ResultOf<C>, unknown, PageArgsOf<C>>({
    mutationKey: [channel],
    mutationFn: (args) => custodian.call(channel, args),
  });

  async function run(args: PageArgsOf<C>): Promise<Outcome<C>> {
    // A second click may come before React has drawn the disabled button.
    if (running.current) {
      return { done: false, error: null };
    }
    running.current = true;
    try {
      return { done: true, result: await mutateAsync(args) };
    } catch (failure) {
      return { done: false, error: failure };
    } finally {
      running.current = false;
    }
  }

  return { channel, run, busy: isPending, error, result: data, reset };
}
