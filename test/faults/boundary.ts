// The places where a process can die: around every call that may leave a trace in one of the two stores. Counting starts
// when it is armed; at the chosen place the process kills itself.
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';

let armed = false;
let fatal = 0;
const passed: string[] = [];

/** From now on places are counted; the process dies at number `at` (from 1), never for 0. */
export function arm(at: number): void {
  fatal = at;
  armed = true;
}

/** The names of the places passed since `arm`. */
export const passedPlaces = (): readonly string[] => passed;

export function boundary(name: string): void {
  if (!armed) {
    return;
  }
  passed.push(name);
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
    getPassword: (service, account) => watched(READ, account, () => keychain.getPassword(service, account)),
    setPassword: (service, account, text) =>
      watched('set', account, () => keychain.setPassword(service, account, text)),
    deletePassword: (service, account) => watched('delete', account, () => keychain.deletePassword(service, account)),
  };
}

const READ = 'get';

/** Around a read both stores are as the place before left them. */
export const isAroundRead = (place: string): boolean => place.split(' ')[1] === READ;
