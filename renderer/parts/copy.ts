// Copying public text by way of the main process, which clears the clipboard again after a while. What is announced is
// what happened, not what was meant to happen.
import { useEffect, useState } from 'react';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { words } from '../words/words.ts';

const SHOWN_MS = 1600;

export type CopyState = 'idle' | 'copied' | 'refused';

interface Copying {
  state: CopyState;
  /** `what` names the text for the live region: `kid`. */
  copy: (text: string, what: string) => Promise<void>;
}

export function useCopy(): Copying {
  const command = useCommand('clipboard.copy');
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(text: string, what: string) {
    const outcome = await command.run({ text });
    setState(outcome.done ? 'copied' : 'refused');
    announce(outcome.done ? words.controls.copy.copied(what) : words.controls.copy.notCopied(what));
  }

  return { state, copy };
}
