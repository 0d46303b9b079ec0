// What a running command is doing, for work that takes long enough to wonder about.
import { useEffect, useState } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { Progress } from '../../shared/contract.ts';
import { useCustodian } from './custodian.tsx';

/** Work shorter than this shows nothing but its result. */
const PATIENCE_MS = 300;

export interface Activity {
  /** False while the work is too young to mention. */
  visible: boolean;
  progress: Progress | null;
}

export function useActivity(channel: Channel, busy: boolean): Activity {
  const custodian = useCustodian();
  const [visible, setVisible] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    const timer = setTimeout(() => setVisible(true), PATIENCE_MS);
    const unsubscribe = custodian.on('progress', (payload) => {
      if (payload.channel === channel) {
        setProgress(payload);
      }
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      setVisible(false);
      setProgress(null);
    };
  }, [busy, channel, custodian]);

  return { visible, progress };
}
