// One operation at a time, and each within the deadline. keytar has no time-out: while an unlock prompt waits for a
// person its call never settles and holds a thread of the process's small pool. So at most one native call is in
// flight; while one is overdue everything else fails at once, and its late answer is dropped. And none is made before
// something that can be called off has shown that there is anybody to answer it.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { KeychainBackend } from './backend.ts';
import { NO_ANSWER, vaultError } from './errors.ts';
import type { Silence } from './secret-service.ts';

/** Time as a port, so that tests need not wait. */
export interface Timer {
  /** Milliseconds since some moment. */
  now(): number;
  /** Calls `ring` once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, ring: () => void): () => void;
}

export const systemTimer: Timer = {
  now: () => performance.now(),
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
export type KeychainQueue = <T>(work: (entries: Entries) => Promise<T>) => Promise<T>;

/**
 * How long silence is believed. What a person asks for is often several acts in a row, and those that wait their turn are
 * more; each would wait for the deadline anew, or for that of libsecret, which gives up by itself after 25 seconds.
 */
const BELIEVED_MS = 5000;

const isSilence = (error: unknown): error is CustodianError =>
  isCustodianError(error, 'VAULT_TIMEOUT') ||
  (isCustodianError(error, 'VAULT_UNAVAILABLE') && error.facts.detail.code === NO_ANSWER.code);

export function createKeychainQueue(
  backend: KeychainBackend,
  service: string,
  deadlineMs: number,
  timer: Timer,
  silent: Silence,
): KeychainQueue {
  let last: Promise<unknown> = Promise.resolve();
  let inFlight = false;
  /** The keychain did not answer when it was asked last. */
  let silence: { error: CustodianError; until: number } | null = null;
  const timeout = (afterMs = deadlineMs) => new CustodianError('VAULT_TIMEOUT', { seconds: afterMs / 1000 });
  const believe = (error: CustodianError): CustodianError => {
    silence = { error, until: timer.now() + BELIEVED_MS };
    return error;
  };

  async function admit<T>(work: (entries: Entries) => Promise<T>): Promise<T> {
    if (silence !== null && timer.now() < silence.until) {
      throw silence.error;
    }
    silence = null;
    const waited = inFlight ? null : await silent();
    if (waited !== null) {
      throw believe(timeout(waited));
    }
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
        // Late or not, it has answered. When its answer is that there was none, that is noted below.
        silence = null;
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
    } catch (error) {
      throw isSilence(error) ? believe(error) : error;
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
