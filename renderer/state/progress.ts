// What a running command is doing, for work that takes long enough to wonder about.
import { useEffect, useState } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { Progress } from '../../shared/contract.ts';
import { useCustodian } from './custodian.tsx';

/** Work shorter than this shows nothing but its result. */
const PATIENCE_MS = 300;

interface Activity {
  /** False while the work is too young to mention. */
  visible: boolean;
  progress: Progress | null;
}

/** Whether something has been busy for long enough to say so. */
export function usePatience(busy: boolean): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    const timer = setTimeout(() => setVisible(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setVisible(false);
    };
  }, [busy]);
  return visible;
}

/** `call`: the one call that is meant, where others may be at work on the same channel. */
export function useActivity(channel: Channel, busy: boolean, call?: string): Activity {
  const custodian = useCustodian();
  const visible = usePatience(busy);
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    const unsubscribe = custodian.on('progress', (payload) => {
      const another = call !== undefined && payload.call !== undefined && payload.call !== call;
      if (payload.channel === channel && !another) {
        setProgress(payload);
      }
    });
    return () => {
      unsubscribe();
      setProgress(null);
    };
  }, [busy, call, channel, custodian]);

  return { visible, progress };
}
