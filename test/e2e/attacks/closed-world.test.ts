// Runs inside the network that page-network.test.ts makes, and is skipped elsewhere. First a window without our measures
// shows that the ways out exist and are heard; then the product.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as observe } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { launchApp } from '../../../build/launch-app.mjs';
import { Officer } from '../../../build/officer.mjs';
import { root } from '../../../build/paths.mjs';
import { ownSession } from '../desk.ts';
import { EXITS, type Exit, FIRST_PORT, takeEveryExit, whereAt } from './exits.ts';
import { everyWindow } from './small-windows.ts';

const file = process.env['CLOSED_WORLD'];
const WORLD = '10.9.0.1';
const where = whereAt(WORLD, 'leak.test');
/** A window without our measures is heard by all of these; by the others Chromium takes no way out of such a page. */
const OPEN: readonly Exit[] = [
  ...(['fetch', 'img', 'beacon', 'websocket', 'event-source', 'xhr', 'style', 'css-import', 'font', 'script'] as const),
  // A preconnect is only told to the program that embeds Chromium; neither this one nor the product takes it up.
  ...(['dns-prefetch', 'stun-udp', 'stun-name', 'turn-udp', 'turn-tcp', 'turns-tcp'] as const),
  ...(['ice-udp', 'ice-tcp', 'ping', 'open', 'form', 'location', 'webtransport', 'frame'] as const),
  ...(['css-image', 'audio', 'srcset', 'import'] as const),
];

test.skip(file === undefined, 'part of page-network.test.ts');

/** Which ways out were heard, and what else. */
function heard(): Set<string> {
  const lines = readFileSync(file ?? '', 'utf8')
    .split('\n')
    .filter(Boolean);
  return new Set(
    lines.map((line) => {
      const [kind, what = ''] = line.split(' ');
      return kind === 'dns' ? (what.endsWith('.leak.test') ? what.slice(0, -'.leak.test'.length) : line) : nameOf(what);
    }),
  );
}

const nameOf = (port: string): string => EXITS[Number(port) - FIRST_PORT] ?? port;

/** Packets of any kind that left, by the kernel's count. */
function sent(): number {
  const line = /^\s*inside:(.*)$/m.exec(readFileSync('/proc/net/dev', 'utf8'))?.[1] ?? '';
  return Number(line.trim().split(/\s+/)[9]);
}

/** The kernel closes what the program before left open, some moments after it has ended. */
async function quietWorld(): Promise<void> {
  let [last, still] = [sent(), 0];
  while (still < 5) {
    await observe(1000);
    still = sent() === last ? still + 1 : 0;
    last = sent();
  }
}

async function launch(app?: string, env?: NodeJS.ProcessEnv) {
  const session = ownSession();
  const dataDir = session.folder('data');
  const given = { ...(app === undefined ? {} : { app }), ...(env === undefined ? {} : { env }) };
  return { app: await launchApp({ session, dataDir, ...given }), folder: session.folder('files') };
}

test('without the measures the ways out are there, and heard', async () => {
  const { app } = await launch(path.join(root, 'test/support/loud-app'));
  const page = await app.firstWindow();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(takeEveryExit, where).catch(() => undefined);
  await expect.poll(() => OPEN.filter((exit) => !heard().has(exit))).toEqual([]);
  expect(sent()).toBeGreaterThan(100);
  await app.close();
});

for (const [told, env] of [
  ['at its start, idle, and with every window taking every way out', {}],
  ['with a proxy in the environment', { https_proxy: `http://${WORLD}:9100`, http_proxy: `http://${WORLD}:9100` }],
] as const) {
  test(`the product sends not one packet: ${told}`, async () => {
    writeFileSync(file ?? '', '');
    await quietWorld();
    const before = sent();
    const { app, folder } = await launch(undefined, env);
    const officer = await Officer.at(app);
    await observe(5000);
    expect([...heard()], 'idle').toEqual([]);
    const windows = await everyWindow(officer, folder);
    await Promise.all(windows.map((page) => page.evaluate(takeEveryExit, where)));
    await observe(5000);
    expect([...heard()], 'every way out').toEqual([]);
    expect(sent() - before).toBe(0);
    expect(windows.map((page) => new URL(page.url()).pathname)).toEqual(['/', '/confirm.html', '/passphrase.html']);
    await app.close();
  });
}
