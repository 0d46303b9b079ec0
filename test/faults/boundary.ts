// The places where a process can die: around every call that may leave a trace in one of the two stores. Counting starts
// when it is armed; at the chosen place the process kills itself.
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';

/** A place, and what lay on the disk there. */
export interface Place {
  name: string;
  state: string;
}

let armed = false;
let fatal = 0;
let stateAt = (_place: number): string => '';
const passed: Place[] = [];

/** From now on places are counted, from 1; the process dies at number `at`, never for 0. */
export function arm(at: number, state: (place: number) => string): void {
  fatal = at;
  stateAt = state;
  armed = true;
}

/** The places passed since `arm`. */
export const passedPlaces = (): readonly Place[] => passed;

export function boundary(name: string): void {
  if (!armed) {
    return;
  }
  passed.push({ name, state: stateAt(passed.length + 1) });
  if (passed.length === fatal) {
    process.kill(process.pid, 'SIGKILL');
    // The signal ends the process before this wait does.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
  }
}

/** Every call of the keychain, before and after. */
export function watchKeychain(keychain: KeychainBackend): KeychainBackend {
  const watched = async <T>(call: string, account: string, run: () => Promise<T>): Promise<T> => {
    // The id of the registry, in front of the name, says nothing here.
    const name = `${call} ${account.replace(/^[^/]*\//, '')}`;
    boundary(`before ${name}`);
    const answer = await run();
    boundary(`after ${name}`);
    return answer;
  };
  return {
    getPassword: (service, account) => watched('get', account, () => keychain.getPassword(service, account)),
    setPassword: (service, account, text) =>
      watched('set', account, () => keychain.setPassword(service, account, text)),
    deletePassword: (service, account) => watched('delete', account, () => keychain.deletePassword(service, account)),
  };
}
