// Ctrl-C on the command line while a tenant does not answer: a look ends at once, a push that was sent is seen to its end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import { REMOTE_DEADLINE_MS } from '../../shared/domain/limits.ts';
import type { PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import { custodianJson } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { createGate } from '../support/gate.ts';
import { type JwksServer, startJwksServer } from '../support/jwks-server.ts';
import { closePort, openPort } from '../support/ports.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const TOKEN = 'bearer-token.0123456789';

const gate = createGate();
const folder = folderForAll();
let server: JwksServer;

beforeAll(async () => {
  server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, gate });
  const addresses = ['--api-base', server.writeUrl, '--jwks-url', server.publicUrl];
  await custodianJson(folder(), [
    'tenant',
    'add',
    '--name',
    'N',
    '--domain',
    'n.example',
    '--endpoint',
    'jwks',
    ...addresses,
  ]);
  await custodianJson(folder(), ['tenant', 'credentials', 'N', '--token-stdin'], TOKEN);
});
afterAll(async () => {
  await server.close();
});

/** Interrupts the command once the server stands still at that place. */
async function interrupted(args: readonly string[], place: string): Promise<{ code: number | null; said: string }> {
  const { reached, open } = gate.hold(place);
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', folder(), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const heard = new Promise<void>((resolve) => {
    child.stderr.on('data', (part) => {
      said += String(part);
      if (said.includes('It was sent')) {
        resolve();
      }
    });
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  await Promise.race([reached, closed]);
  child.kill('SIGINT');
  // A look ends by itself while the server still stands there; what was sent must be answered.
  await Promise.race([heard, closed]);
  open();
  const [code] = await closed;
  return { code, said };
}

const actions = async (): Promise<string[]> =>
  (await custodianJson<AuditEntry[]>(folder(), ['audit', 'list'])).map(({ action }) => action);

it.each(['preview', 'pull', 'verify', 'drift'])('publish %s ends at once', async (act) => {
  const place = act === 'verify' ? 'before GET /.well-known/jwks.json' : 'before GET /admin/jwks';
  if (act === 'drift') {
    await custodianJson<PublicationPreview>(folder(), ['publish', 'push', 'N', '--yes']);
  }
  expect(await interrupted(['publish', act, 'N', '--json'], place)).toEqual({
    code: 1,
    said: expect.stringContaining('CANCELLED') as string,
  });
});

it('a look ends at once also while an access token is waited for', async () => {
  let asked = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const silent = createServer(() => asked());
  const apiBase = `http://127.0.0.1:${await openPort(silent)}/api/v2`;
  const where = [
    '--domain',
    'm.eu.auth0.com',
    '--custom-domain',
    'id.m.example',
    '--endpoint',
    'auth0',
    '--api-base',
    apiBase,
  ];
  await custodianJson(folder(), ['tenant', 'add', '--name', 'M', '--environment', 'staging', ...where]);
  await custodianJson(folder(), ['tenant', 'credentials', 'M', '--client-id', 'app', '--secret-stdin'], TOKEN);
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', folder(), 'publish', 'preview', 'M']);
  const closed = once(child, 'close');
  await Promise.race([reached, closed]);
  const left = Date.now();
  child.kill('SIGINT');
  expect(await closed).toEqual([1, null]);
  expect(Date.now() - left).toBeLessThan(REMOTE_DEADLINE_MS / 2);
  await closePort(silent);
});

it('a push that was not sent leaves nothing, one that was sent is confirmed', async () => {
  await custodianJson(folder(), ['publish', 'clear', 'N', '--yes']);
  const before = await actions();
  const push = ['publish', 'push', 'N', '--yes'];
  expect((await interrupted(push, 'before GET /admin/jwks')).code).toBe(1);
  expect(await actions()).toEqual(before);
  const sent = await interrupted(push, 'before PUT /admin/jwks');
  expect(sent).toEqual({ code: 0, said: expect.stringContaining('It was sent and cannot be undone') as string });
  expect((await actions()).slice(before.length)).toEqual(expect.arrayContaining(['publish.sent', 'publish.confirmed']));
  expect(server.document()).not.toBeNull();
});
