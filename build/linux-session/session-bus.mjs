// A private D-Bus session and a gnome-keyring of its own, and questions to a session bus.
// The bus knows no service files: nothing is started by asking for it, so what runs is exactly what was started here.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBackground } from './background.mjs';
import { capture, SetUpError } from '../run.mjs';

const secrets = 'org.freedesktop.secrets';
const bus = 'org.freedesktop.DBus';
const keyringDeadline = 15_000;
/** A bus that does not answer by then is treated as none. */
const askDeadline = 2_000;

/** @typedef {import('./background.mjs').Account} Account */

/**
 * @param {string} folder private to the account; holds the socket
 * @param {NodeJS.ProcessEnv} env
 * @param {Account} [user]
 * @returns {Promise<{ process: import('./background.mjs').Background, address: string }>}
 */
export async function startBus(folder, env, user) {
  const config = join(folder, 'bus.conf');
  writeFileSync(config, busConfig(join(folder, 'bus')), { mode: 0o644 });
  const process = startBackground('dbus-daemon', ['--nofork', '--print-address=3', `--config-file=${config}`], {
    env,
    user,
  });
  return { process, address: await process.line(3) };
}

/** @param {string} socket */
function busConfig(socket) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * Starts the secret service on the bus of `env` and waits until it answers there.
 * @param {NodeJS.ProcessEnv} env with the bus address and the XDG folders
 * @param {string | undefined} password unlocks the keyring, and makes it on first use; undefined: stays locked
 * @param {Account} [user]
 */
export async function startKeyring(env, password, user) {
  const args = ['--foreground', '--components=secrets', ...(password === undefined ? [] : ['--unlock'])];
  const process = startBackground('gnome-keyring-daemon', args, { env, user, input: password ?? '' });
  for (const started = Date.now(); Date.now() - started < keyringDeadline; await pause(25)) {
    if (await ownsSecrets(env, user)) return process;
    if (await Promise.race([process.ended.then(() => true), pause(0, false)])) break;
  }
  process.kill();
  throw new SetUpError(`gnome-keyring-daemon did not become ready. ${process.complaints()}`);
}

/** Is a secret service running on the bus of `env`? @param {NodeJS.ProcessEnv} env @param {Account} [user] */
export async function ownsSecrets(env, user) {
  const answer = await ask(env, user, 'NameHasOwner', secrets);
  return answer !== undefined && /\btrue\b/.test(answer);
}

/** Would the bus of `env` start a secret service when asked? @param {NodeJS.ProcessEnv} env */
export async function canActivateSecrets(env) {
  const answer = await ask(env, undefined, 'ListActivatableNames');
  return answer?.includes(secrets) === true;
}

/**
 * One question to the bus itself, through whichever of the usual tools is there.
 * @param {NodeJS.ProcessEnv} env @param {Account | undefined} user @param {string} method @param {string} [name]
 * @returns {Promise<string | undefined>} the printed answer; undefined: no bus, or no tool to ask with
 */
async function ask(env, user, method, name) {
  const address = env['DBUS_SESSION_BUS_ADDRESS'];
  const named = name === undefined ? [] : [name];
  /** @type {readonly (readonly [string, readonly string[]])[]} */
  const ways = [
    [
      'dbus-send',
      ['--session', '--print-reply', `--dest=${bus}`, '/', `${bus}.${method}`, ...named.map((n) => `string:${n}`)],
    ],
    [
      'busctl',
      [
        ...(address === undefined ? ['--user'] : [`--address=${address}`]),
        'call',
        bus,
        '/',
        bus,
        method,
        ...named.flatMap((n) => ['s', n]),
      ],
    ],
    ['gdbus', ['call', '--session', `--dest=${bus}`, '--object-path=/', `--method=${bus}.${method}`, ...named]],
  ];
  for (const [tool, args] of ways) {
    const { code, stdout } = await capture(tool, args, { env, timeout: askDeadline, ...user });
    if (code === 0) return stdout;
    if (code > 0) return undefined;
  }
  return undefined;
}
