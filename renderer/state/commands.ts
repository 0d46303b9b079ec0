// What the screens do. A command runs once at a time, shows its true outcome only (nothing is assumed to succeed),
// and the `changed` event, not the caller, refreshes what is shown.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { ArgsOf, ResultOf } from '../../shared/contract.ts';
import { newCallName } from '../bridge.ts';
import { useCustodian } from './custodian.tsx';

/** `error` is `null` when the command was at work already and this call did nothing. */
export type Outcome<C extends Channel> = { done: true; result: ResultOf<C> } | { done: false; error: unknown };

export interface Command<C extends Channel> {
  channel: C;
  /** By this it can be stopped. The same for every run, of which there is one at a time. */
  call: string;
  run: (args: ArgsOf<C>) => Promise<Outcome<C>>;
  busy: boolean;
  /** True once the run has sent something that cannot be taken back: it is not stopped any more. */
  sending: boolean;
  /** The thrown value of the last run, or `null`. */
  error: unknown;
  result: ResultOf<C> | undefined;
  reset: () => void;
}

interface CommandOptions {
  /** For a look whose answer nobody sees who has left the screen: then it is stopped. */
  endsWithScreen?: boolean;
}

export function useCommand<C extends Channel>(channel: C, { endsWithScreen = false }: CommandOptions = {}): Command<C> {
  const custodian = useCustodian();
  const [call] = useState(newCallName);
  const running = useRef(false);
  const [sending, setSending] = useState(false);
  const { mutateAsync, isPending, error, data, reset } = useMutation<ResultOf<C>, unknown, ArgsOf<C>>({
    mutationKey: [channel],
    mutationFn: (args) => custodian.call(channel, args, { call }),
  });

  const leave = useEffectEvent(() => {
    if (endsWithScreen && running.current) {
      void custodian.call('work.cancel', { call });
    }
  });
  useEffect(() => () => leave(), []);

  async function run(args: ArgsOf<C>): Promise<Outcome<C>> {
    // A second click may come before React has drawn the disabled button.
    if (running.current) {
      return { done: false, error: null };
    }
    running.current = true;
    const unsubscribe = custodian.on('sending', (told) => {
      if (told.call === call) {
        setSending(told.answered !== true);
      }
    });
    try {
      return { done: true, result: await mutateAsync(args) };
    } catch (failure) {
      return { done: false, error: failure };
    } finally {
      running.current = false;
      unsubscribe();
      setSending(false);
    }
  }

  return { channel, call, run, busy: isPending, sending, error, result: data, reset };
}
