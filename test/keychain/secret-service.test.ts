// The look ahead on a real bus with a real gnome-keyring: whatever answers is an answer, and only silence is silence.
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busAddresses } from '../../main/key-store/keychain/bus-address.ts';
import { silenceOfSecretService } from '../../main/key-store/keychain/secret-service.ts';
import { type KeyringSession, startKeyringSession } from './keyring-session.ts';
import { folderForEach } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const PATIENCE = 1500;

describe('the keyring service', needs(process.platform === 'linux', 'Linux'), () => {
  let keyring: KeyringSession;
  beforeEach(async () => {
    keyring = await startKeyringSession();
  });
  afterEach(async () => {
    keyring.thaw();
    await keyring.stop();
  });
  const silence = () => silenceOfSecretService(keyring.env, PATIENCE)();

  it('answers when it is open, and when it is locked', async () => {
    await keyring.open('unlocked');
    expect(await silence()).toBeNull();
    await keyring.lock();
    expect(await silence()).toBeNull();
  });

  it('is silent when it is stopped, and answers when it goes on', async () => {
    await keyring.open('unlocked');
    keyring.freeze();
    expect(await silence()).toBe(PATIENCE);
    keyring.thaw();
    expect(await silence()).toBeNull();
  });

  it('need not run: the bus says so, and starts none for the question', async () => {
    expect(await silence()).toBeNull();
  });

  it('is found where the runtime folder has the bus and the environment names none', async () => {
    await keyring.open('unlocked');
    keyring.freeze();
    const { DBUS_SESSION_BUS_ADDRESS: _, ...env } = keyring.env;
    expect(await silenceOfSecretService(env, PATIENCE)()).toBe(PATIENCE);
  });

  it('has answered in time when this program was too busy to read it', async () => {
    await keyring.open('unlocked');
    const asked = silenceOfSecretService(keyring.env, 150)();
    await new Promise(setImmediate);
    const until = performance.now() + 200;
    while (performance.now() < until);
    expect(await asked).toBeNull();
  });
});

describe('what listens in place of a bus', needs(process.platform === 'linux', 'Linux'), () => {
  const folder = folderForEach();
  let server: Server | undefined;
  afterEach(async () => {
    await new Promise((closed) => (server === undefined ? closed(null) : server.close(closed)));
  });

  /** A server of that answer on a socket of its own. */
  async function silenceAfter(answer: string | Buffer | null, socket = folder('bus')): Promise<number | null> {
    const listening = createServer((connection) => {
      connection.on('error', () => undefined);
      connection.once('data', () => (answer === null ? undefined : connection.write(answer)));
    });
    server = listening;
    await new Promise<void>((ready) => listening.listen(socket, ready));
    const address = socket.startsWith('\0') ? `unix:abstract=${socket.slice(1)}` : `unix:path=${socket}`;
    return silenceOfSecretService({ DBUS_SESSION_BUS_ADDRESS: `${address},guid=00` }, 300)();
  }

  it('says nothing: silence', async () => {
    expect(await silenceAfter(null)).toBe(300);
    expect(server?.listening).toBe(true);
  });

  it('says nothing on a socket without a file: silence', async () => {
    expect(await silenceAfter(null, `\0key-custodian-test-${process.pid}`)).toBe(300);
  });

  it('lets us in and says nothing more: silence', async () => {
    expect(await silenceAfter('OK 0123456789abcdef\r\n')).toBe(300);
  });

  it.each([
    ['refuses this account', 'REJECTED EXTERNAL\r\n'],
    ['speaks another language', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['never ends its line', 'O'.repeat(70_000)],
    ['announces a message without end', Buffer.from('OK 0\r\nl\x02\x01\x01\xff\xff\xff\xff\0\0\0\0\0\0\0\0', 'latin1')],
  ])('%s: not ours to judge', async (_what, answer) => {
    expect(await silenceAfter(answer)).toBeNull();
  });

  it('is nothing at all: not ours to judge', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder()}/none` };
    expect(await silenceOfSecretService(env, 300)()).toBeNull();
  });
});

it.each([
  [{}, []],
  [{ XDG_RUNTIME_DIR: '/run/user/7' }, ['/run/user/7/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/7' }, ['/run/user/7/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a%20b,guid=1;unix:abstract=/tmp/c' }, ['/a b', '\0/tmp/c']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes', XDG_RUNTIME_DIR: '/run/user/7' }, ['/run/user/7/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a,port=1;autolaunch:;unix:tmpdir=/tmp;rubbish' }, []],
])('finds the bus of %j at %j', (env, addresses) => {
  expect(busAddresses(env)).toEqual(addresses);
});
