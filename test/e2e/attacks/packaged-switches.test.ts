// The program as it is packed: its archive, its name and the fuses that ship. It takes no switch that opens it to others, and
// no environment makes it an interpreter.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { electronRuntime, sharedRuntime } from '../../../build/electron-runtime.mjs';
import { flipFuses, shippedFuses } from '../../../build/fuses.mjs';
import { stagedApp } from '../../../build/launch-app.mjs';
import { capture } from '../../../build/run.mjs';
import { ownSession } from '../desk.ts';

const REFUSED = [
  '--remote-debugging-port=9333',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '-no-sandbox',
  ' --no-sandbox',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--ignore-certificate-errors',
  '--proxy-server=127.0.0.1:9333',
  '--inspect=9333',
  '--js-flags=--expose-gc',
  '--enable-features=X',
  '--user-data-dir=/tmp',
];

let folder = '';
let executable = '';

test.beforeAll(async () => {
  test.skip(process.platform !== 'linux', 'the layout of the package is that of Linux');
  folder = mkdtempSync('/tmp/key-custodian-packaged-');
  chmodSync(folder, 0o755);
  const { executable: electron } = await sharedRuntime(await electronRuntime());
  for (const name of readdirSync(path.dirname(electron)).filter((entry) => !/^(electron|resources)$/.test(entry))) {
    symlinkSync(path.join(path.dirname(electron), name), path.join(folder, name));
  }
  executable = path.join(folder, 'key-custodian');
  copyFileSync(electron, executable);
  chmodSync(executable, 0o755);
  mkdirSync(path.join(folder, 'resources'), { mode: 0o755 });
  await createPackageWithOptions(stagedApp(), path.join(folder, 'resources', 'app.asar'), { unpack: '**/*.node' });
  await flipFuses(executable, shippedFuses);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { env: ours, user, folder: make } = ownSession();
  return capture(executable, [`--data-dir=${make('data')}`, '--disable-gpu', ...args], {
    env: { ...ours, ...env },
    timeout: 30_000,
    ...user,
  });
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });

test('refuses every switch that it does not know, in a sentence', async () => {
  for (const given of REFUSED) {
    const { code, stderr, stdout } = await run([given]);
    expect({ given, code, stdout }).toEqual({ given, code: 1, stdout: '' });
    expect(stderr).toContain(`does not take ${given.trim().split('=', 1).join('')}:`);
    expect(stderr).not.toContain('127.0.0.1');
  }
  const { stderr } = await run(['--no-sandbox'], { LANGUAGE: 'de', LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' });
  expect(stderr).toContain('Starten Sie es ohne');
});

test('no environment makes it run the code of others', async () => {
  const marks = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=9333' };
  const { code, stdout } = await run(['-e', "console.log('ran')"], marks);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});

test('starts with its own switches, and opens no debugger, asked by a signal or the environment', async () => {
  const { env, user, folder: make } = ownSession();
  const dataDir = make('data');
  const child: ChildProcess = spawn(executable, [`--data-dir=${dataDir}`, '--disable-gpu', '--lang=de', 'a.pem'], {
    env: { ...env, NODE_OPTIONS: '--inspect=9333' },
    stdio: 'ignore',
    ...user,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await expect.poll(() => existsSync(path.join(dataDir, 'registry.db'))).toBe(true);
  expect([await listens(9333), await listens(9229)]).toEqual([false, false]);
  child.kill('SIGUSR1');
  await expect.poll(async () => [child.exitCode, await listens(9229)]).toEqual([child.exitCode, false]);
  child.kill('SIGKILL');
  await ended;
});
