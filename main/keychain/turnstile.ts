// One operation at a time, and each within the deadline. keytar has no time-out: while an unlock prompt waits for a
// person its call never settles and holds a thread of the process's small pool. So at most one native call is in
// flight; while one is overdue everything else fails at once, and its late answer is dropped.
import { CustodianError } from '../../shared/errors.ts';
import type { KeychainBackend } from './backend.ts';
import { vaultError } from './errors.ts';

/** Time as a port, so that tests need not wait. */
export interface Timer {
  /** Calls `ring` once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, ring: () => void): () => void;
}

export const systemTimer: Timer = {
  after(ms, ring) {
    const handle = setTimeout(ring, ms);
    return () => clearTimeout(handle);
  },
};

/** The entries of one service. Failures are VAULT_* codes. */
export interface Entries {
  get(account: string): Promise<string | null>;
  set(account: string, text: string): Promise<void>;
  delete(account: string): Promise<boolean>;
}

/** Runs the work when its turn has come. All its calls together have one deadline. */
export type Turnstile = <T>(work: (entries: Entries) => Promise<T>) => Promise<T>;

export function createTurnstile(
  backend: KeychainBackend,
  service: string,
  deadlineMs: number,
  timer: Timer,
): Turnstile {
  let last: Promise<unknown> = Promise.resolve();
  let inFlight = false;
  const timeout = () => new CustodianError('VAULT_TIMEOUT', { seconds: deadlineMs / 1000 });

  async function admit<T>(work: (entries: Entries) => Promise<T>): Promise<T> {
    let stopTimer: (() => void) | undefined;
    const alarm = new Promise<never>((_, reject) => {
      stopTimer = timer.after(deadlineMs, () => reject(timeout()));
    });
    alarm.catch(() => undefined);

    async function call<A>(start: () => Promise<A>, bytes = 0): Promise<A> {
      if (inFlight) {
        throw timeout();
      }
      const native = start().finally(() => {
        inFlight = false;
      });
      inFlight = true;
      return Promise.race([native, alarm]).catch((error: unknown) => {
        throw vaultError(error, bytes);
      });
    }

    try {
      return await work({
        get: (account) => call(() => backend.getPassword(service, account)),
        set: (account, text) => call(() => backend.setPassword(service, account, text), text.length),
        delete: (account) => call(() => backend.deletePassword(service, account)),
      });
    } finally {
      stopTimer?.();
    }
  }

  return (work) => {
    const result = last.then(() => admit(work));
    last = result.catch(() => undefined);
    return result;
  };
}
