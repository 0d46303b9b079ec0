// A kid that begins with a hyphen is a kid and no option, wherever it stands among the options.
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/run.ts';
import { folderForAll } from '../../support/folder.ts';

const folder = folderForAll();

const KID = '-abcDEF0123456789_abcdefghij';

it.each([
  ['key', 'show', 'Acme', KID],
  ['key', 'revoke', 'Acme', KID, '--reason', 'retired'],
  ['key', 'destroy', 'Acme', KID, '--confirm', KID],
])('%s %s', async (...args) => {
  const stderr = new PassThrough();
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, runtime: 'a test', program: 'a test' };
  await runCommandLine(['--data-dir', folder(), ...args, '--json'], streams);
  expect(String(stderr.read())).toContain('TENANT_NOT_FOUND');
});
