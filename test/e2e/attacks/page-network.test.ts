// A page that was taken over tries every way out. Inside a network of its own, which root makes, every packet of any kind is
// counted (closed-world.test.ts). Elsewhere listeners on this machine have to do, which WebRTC does not even try to reach.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as observe } from 'node:timers/promises';
import { expect, test as plain } from '@playwright/test';
import { launchApp } from '../../../build/launch-app.mjs';
import { Officer } from '../../../build/officer.mjs';
import { packageScript, root } from '../../../build/paths.mjs';
import { capture } from '../../../build/run.mjs';
import { hasCommand } from '../../../build/system-packages.mjs';
import { ownSession, test } from '../desk.ts';
import { EXITS, FIRST_PORT, takeEveryExit, whereAt } from './exits.ts';
import { everyWindow } from './small-windows.ts';

const LAST_PORT = FIRST_PORT + EXITS.length - 1;
/** Long enough for what asks at a start; the dictionary came within the first. */
const IDLE_MS = 10_000;
const canClose = process.getuid?.() === 0 && ['ip', 'unshare', 'mount'].every(hasCommand);

plain('by every way out that Chromium has, not one packet leaves', async () => {
  plain.skip(!canClose, 'a network of its own needs root and iproute2');
  const folder = mkdtempSync(path.join(tmpdir(), 'key-custodian-world-'));
  const runner = packageScript('@playwright/test/cli.js');
  const inner = [runner, 'test', 'closed-world', '--reporter=line', `--output=${path.join(folder, 'results')}`];
  const script = path.join(root, 'test/support/closed-world.sh');
  const { code, stdout, stderr } = await capture(
    'unshare',
    ['--net', '--mount', 'sh', script, folder, String(FIRST_PORT), String(LAST_PORT), process.execPath, ...inner],
    { cwd: root, env: { ...process.env, CLOSED_WORLD: path.join(folder, 'heard') } },
  );
  expect(code, stdout + stderr).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

test('nothing reaches a listener on this machine', async ({ desk }) => {
  const heard: string[] = [];
  const closing = EXITS.map((exit, place) => {
    const [tcp, udp] = [createServer((socket) => void (heard.push(exit), socket.destroy())), createSocket('udp4')];
    tcp.listen(FIRST_PORT + place, '127.0.0.1');
    udp.on('message', () => heard.push(exit)).bind(FIRST_PORT + place, '127.0.0.1');
    return () => void (tcp.close(), udp.close());
  });
  // They do hear.
  const probe = connect(FIRST_PORT, '127.0.0.1');
  await once(probe, 'close');
  expect(heard.splice(0)).toEqual(['fetch']);
  const windows = await everyWindow(desk.officer, desk.folder);
  await Promise.all(windows.map((page) => page.evaluate(takeEveryExit, whereAt('127.0.0.1', 'localhost'))));
  await observe(1000);
  expect(heard).toEqual([]);
  expect(desk.app.windows()).toHaveLength(windows.length);
  expect(windows.map((page) => new URL(page.url()).pathname)).toEqual(['/', '/confirm.html', '/passphrase.html']);
  closing.forEach((close) => close());
});

plain('Chromium asks for nothing by itself, from its start on', async () => {
  const session = ownSession();
  const log = path.join(session.folder('log'), 'net.json');
  const app = await launchApp({ session, dataDir: session.folder('data'), args: [`--log-net-log=${log}`] });
  await Officer.at(app);
  await observe(IDLE_MS);
  await app.close();
  const written = readFileSync(log, 'utf8');
  const named = [...written.matchAll(/"(?:url|host|hostname|address|origin|group_id)":"([^"]*)"/g)].map(([, to]) => to);
  expect(written).toContain('"events": [');
  expect([...new Set(named)]).toEqual([]);
});
