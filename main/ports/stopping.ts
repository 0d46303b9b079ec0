// Stopping work that a person started. A look may be left at any moment; a change may be stopped until it leaves, and from
// then on only waiting for the outcome is honest (docs/adr/0022). Told apart from a connection that broke.
import { CustodianError } from '../../shared/errors.ts';

/** For work that sends something which cannot be taken back. */
export interface Stop {
  signal?: AbortSignal | undefined;
  /** Called right before it leaves: the signal is not looked at any more. */
  sending?: (() => void) | undefined;
  /** Called when it was taken: from here the signal ends the waiting for what it brings, and nothing else. */
  answered?: (() => void) | undefined;
}

/** How long work tells how far it is. */
export type ReportProgress = (step: number, of: number, label: string) => void;

/** What goes along with the arguments of an act. */
export interface Work extends Stop {
  progress?: ReportProgress | undefined;
}

export const cancelled = (): CustodianError<'CANCELLED'> =>
  new CustodianError('CANCELLED', { action: { code: 'request' } });

/** Throws CANCELLED once the signal was given. */
export function refuseIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw cancelled();
  }
}

/**
 * Ends with CANCELLED as soon as the signal is given, also where the work itself knows of no signal: a keychain that asks,
 * an access token that others wait for too. What the work comes to then is dropped, so it must change nothing. What it may
 * hand on is a signal of its own.
 */
export async function unlessCancelled<T>(
  signal: AbortSignal | undefined,
  work: (own: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  refuseIfCancelled(signal);
  return signal === undefined ? work(undefined) : raceCancelled(signal, underAnyOf([signal], work), () => true);
}

/**
 * Gives the work a signal of its own, which comes with any of these. It goes with the work, and with it what others leave on
 * it: libraries that never take a listener back, of which Node.js warns on the terminal from the eleventh on, and its own
 * AbortSignal.any, which keeps two kilobytes of each use for as long as the signal lives.
 */
export async function underAnyOf<T>(
  signals: readonly AbortSignal[],
  work: (own: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const listeners = signals.map((signal) => {
    const abort = (): void => own.abort(signal.reason);
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, { once: true });
    return (): void => signal.removeEventListener('abort', abort);
  });
  try {
    return await work(own.signal);
  } finally {
    listeners.forEach((takeBack) => takeBack());
  }
}

/** Ends with CANCELLED when the signal is given. `open`: whether it still ends the work. */
export function raceCancelled<T>(signal: AbortSignal, work: Promise<T>, open: () => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      if (open()) {
        reject(cancelled());
      }
    };
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
