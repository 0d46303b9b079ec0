// Work on many tenants, one after another. It can be stopped before the next one, and ends with whatever shows it, so that
// nothing goes on unseen.
import { useEffect, useRef, useState } from 'react';
import { newCallName, type Custodian } from '../../bridge.ts';

interface Run<R> {
  phase: 'idle' | 'running' | 'done';
  of: number;
  /** The tenant at work. */
  at: string | null;
  /** In the order in which they came. */
  rows: readonly R[];
  stopping: boolean;
}

export interface BulkRun<R> extends Run<R> {
  start: (tenants: readonly string[], work: (tenant: string) => Promise<R>) => Promise<void>;
  /** After the tenant at work. */
  stop: () => void;
}

export function useBulkRun<R>(): BulkRun<R> {
  const [run, setRun] = useState<Run<R>>({ phase: 'idle', of: 0, at: null, rows: [], stopping: false });
  const stopped = useRef(false);
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  async function start(tenants: readonly string[], work: (tenant: string) => Promise<R>) {
    stopped.current = false;
    const rows: R[] = [];
    setRun({ phase: 'running', of: tenants.length, at: null, rows: [], stopping: false });
    for (const tenant of tenants) {
      // oxlint-disable-next-line typescript/no-unnecessary-condition -- a person stops it meanwhile
      if (stopped.current) {
        break;
      }
      setRun((before) => ({ ...before, at: tenant }));
      rows.push(await work(tenant));
      setRun((before) => ({ ...before, rows: [...rows] }));
    }
    setRun((before) => ({ ...before, phase: 'done', at: null }));
  }

  return {
    ...run,
    start,
    stop: () => {
      stopped.current = true;
      setRun((before) => ({ ...before, stopping: true }));
    },
  };
}

/** Every call with a name of its own, so that what is told of it is not taken for news of a screen's. */
export const inBackground = (custodian: Custodian): Custodian => ({
  call: (channel, args) => custodian.call(channel, args, { call: newCallName() }),
  on: (event, listener) => custodian.on(event, listener),
});
