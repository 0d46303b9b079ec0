// Ctrl-C while something long runs: it stops at the next place where nothing is half done. What was sent cannot be taken
// back, so its outcome is waited for and that is said; a second Ctrl-C ends the program as it always does.
import type { Stop } from '../ports/stopping.ts';
import type { Output } from './output.ts';

export async function interruptible<T>(
  { remark }: Pick<Output, 'remark'>,
  work: (stop: Stop & { signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let sent = false;
  const onInterrupt = (): void => {
    stop.abort();
    if (sent) {
      remark('It was sent and cannot be undone. Waiting for the outcome; Ctrl-C again leaves without knowing it.');
    }
  };
  const sending = (): void => {
    sent = true;
  };
  const answered = (): void => {
    sent = false;
  };
  process.once('SIGINT', onInterrupt);
  try {
    return await work({ signal: stop.signal, sending, answered });
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}
