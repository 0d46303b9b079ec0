// What a script reads of an error: its code, and facts that it need not take out of a sentence.
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/run.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { folderForAll } from '../../support/folder.ts';

const folder = folderForAll();

async function errorOf(...args: string[]): Promise<unknown> {
  const stderr = new PassThrough();
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, runtime: 'a test', program: 'a test' };
  await runCommandLine(['--data-dir', folder(), ...args, '--json'], streams);
  return JSON.parse(String(stderr.read()));
}

const added = ['tenant', 'add', '--name', 'Acme', '--domain', 'acme.eu.auth0.com'];

it.each<[string[], string, object]>([
  [['tenant', 'show', 'Nobody'], 'TENANT_NOT_FOUND', { tenant: 'Nobody' }],
  [
    ['tenant', 'add', '--name', 'Acme', '--domain', 'https://acme.example'],
    'INPUT_INVALID',
    { field: '--domain', problem: { code: 'domain' } },
  ],
  [
    ['tenant', 'add', '--name', 'x'.repeat(65), '--domain', 'acme.eu.auth0.com'],
    'INPUT_INVALID',
    { field: '--name', problem: { code: 'too-long', most: 64 } },
  ],
  [
    [...added, '--environment', 'moon'],
    'INPUT_INVALID',
    {
      field: '--environment',
      problem: { code: 'one-of', values: ['development', 'staging', 'production'] },
    },
  ],
  [
    ['tenant', 'list', '--data-dir', ''],
    'USAGE',
    {
      problem: {
        code: 'parser',
        text: "Option '--data-dir <dir>' argument '' is invalid. It must not be empty.",
      },
    },
  ],
  [['export', 'Acme', '--out', 'x'], 'USAGE', { problem: { code: 'format-or-all' } }],
  [['inspect', 'there-is-none.pem'], 'FILE_NOT_FOUND', { file: 'there-is-none.pem' }],
])('%j', async (args, code, facts) => {
  expect(await errorOf(...args)).toEqual({
    error: { code, message: expect.any(String) as string, advice: expect.any(String) as string, facts },
  });
});

it('says so when nothing is left that could end what it waits for', async () => {
  const stderr = new PassThrough();
  const stalled = Promise.reject(new CustodianError('INTERNAL', { reference: 'a wait without end' }));
  stalled.catch(() => undefined);
  const code = await runCommandLine(['--data-dir', folder(), 'key', 'verify', 'Acme', '--token-stdin', '--json'], {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr,
    stalled,
    runtime: 'a test',
    program: 'a test',
  });
  expect([code, JSON.parse(String(stderr.read()))]).toMatchObject([1, { error: { code: 'INTERNAL' } }]);
});
