// A throw-away home with its own D-Bus session and gnome-keyring, which can be locked, frozen and started anew on the
// same keyring file. No display, so nothing can prompt; the real user's session is not reachable from it.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Background, stopAll } from '../../build/linux-session/background.mjs';
import { startBus, startKeyring } from '../../build/linux-session/session-bus.mjs';
import { freeze } from '../support/frozen.ts';

export interface KeyringSession {
  env: NodeJS.ProcessEnv;
  /** Starts the keyring service on the session's bus; ends one that runs. Unlocking makes the keyring at first. */
  open(how: 'unlocked' | 'locked'): Promise<void>;
  /** Locks the running keyring. */
  lock(): Promise<void>;
  /** The keyring service stops answering, as behind an unlock prompt that nobody sees. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const PASSWORD = 'throw-away';
const LOCK = ['--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];

const ASK_BUS = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];

async function isOnBus(env: NodeJS.ProcessEnv): Promise<boolean> {
  const ask = [...ASK_BUS, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const { stdout } = await run('dbus-send', ask, { env });
  return stdout.includes('boolean true');
}

/** An environment that finds no bus at all. */
export function homeWithoutBus(home: string): NodeJS.ProcessEnv {
  const data = path.join(home, 'data');
  const runtime = path.join(home, 'run');
  mkdirSync(data, { mode: 0o700 });
  mkdirSync(runtime, { mode: 0o700 });
  return { PATH: process.env['PATH'], HOME: home, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime };
}

export const makeHome = (): string => mkdtempSync(path.join(os.tmpdir(), 'kc-keyring-'));

export async function startKeyringSession(): Promise<KeyringSession> {
  const home = makeHome();
  const env = homeWithoutBus(home);
  const bus = await startBus(path.join(home, 'run'), env);
  env['DBUS_SESSION_BUS_ADDRESS'] = bus.address;
  let keyring: Background | undefined;

  return {
    env,
    async open(how) {
      await stopAll(keyring === undefined ? [] : [keyring]);
      keyring = await startKeyring(env, how === 'unlocked' ? PASSWORD : undefined);
      // It may print that it is ready before the bus knows its name.
      for (let tries = 0; tries < 50 && !(await isOnBus(env)); tries += 1) {
        await setTimeout(20);
      }
    },
    async lock() {
      const login = 'array:objpath:/org/freedesktop/secrets/collection/login';
      await run('dbus-send', ['--session', ...LOCK, 'org.freedesktop.Secret.Service.Lock', login], { env });
    },
    freeze: () => freeze(keyring?.pid ?? Number.NaN),
    thaw: () => keyring?.kill('SIGCONT'),
    async stop() {
      await stopAll(keyring === undefined ? [bus.process] : [bus.process, keyring]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
