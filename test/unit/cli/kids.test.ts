// A kid that begins with a hyphen is a kid and no option, wherever it stands among the options.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kids-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KID = '-abcDEF0123456789_abcdefghij';

it.each([
  ['key', 'show', 'Acme', KID],
  ['key', 'revoke', 'Acme', KID, '--reason', 'retired'],
  ['key', 'destroy', 'Acme', KID, '--confirm', KID],
])('%s %s', async (...args) => {
  const stderr = new PassThrough();
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, runtime: 'a test', program: 'a test' };
  await runCommandLine(['--data-dir', folder, ...args, '--json'], streams);
  expect(String(stderr.read())).toContain('TENANT_NOT_FOUND');
});
