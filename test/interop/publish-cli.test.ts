// Changing a published set from the command line, each step in a process of its own: push, pull, history, clear,
// rollback. The rules behind them are in test/unit/core/published-set.test.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../shared/contract.ts';
import type { Publication, PublicationPreview } from '../../shared/model.ts';
import type { PublishedKey } from '../../shared/publishing.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

let folder = '';
let sandbox: ChildProcess;
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(folder, args);
const publish = <T>(...args: string[]): Promise<T> => custodian<T>('publish', ...args);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'publish-'));
  sandbox = spawn(process.execPath, [PROGRAM, '--data-dir', folder, 'sandbox', 'start', '--json']);
  await once(sandbox.stdout ?? sandbox, 'data');
  await custodian(...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example'.split(' '));
});

afterAll(async () => {
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

describe('the published set, from the command line', () => {
  it('is pushed, shown with its owners, and cleared after a clear yes', async () => {
    const { publication } = await publish<PushOutcome>('push', 'Acme', '--yes');
    expect((await publish<PublishedKey[]>('pull', 'Acme')).map(({ name, ours }) => [name, ours?.kid])).toEqual(
      publication.kids.map((kid) => [kid, kid]),
    );
    const asked = await runCustodian(folder, ['publish', 'clear', 'Acme', '--json']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('CONFIRMATION_REQUIRED')]);
    const cleared = await runCustodian(folder, ['publish', 'clear', 'Acme', '--yes']);
    expect([cleared.code, cleared.stderr]).toEqual([0, expect.stringContaining('THIS DELETES THE WHOLE SET')]);
  });

  it('is brought back, as it was replaced or as it was sent', async () => {
    const pushed = (await publish<Publication[]>('history', 'Acme')).find(({ act }) => act === 'push');
    const preview = await publish<PublicationPreview>('preview', 'Acme', '--rollback');
    expect(preview.kids).toEqual(pushed?.kids);
    await publish('rollback', 'Acme', '--yes');
    await publish('rollback', 'Acme', '--yes', '--to', pushed?.id ?? '');
    const history = await publish<Publication[]>('history', 'Acme');
    expect(history.map(({ act }) => act)).toEqual(['rollback', 'rollback', 'clear', 'push']);
  });

  it('refuses what does not fit, as usage', async () => {
    const named = await runCustodian(folder, ['publish', 'preview', 'Acme', '--remove-foreign', 'nobody']);
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('no foreign key is nobody')]);
    const lost = await runCustodian(folder, ['publish', 'rollback', 'Acme', '--yes', '--to', 'yesterday']);
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('must be the id of a publication')]);
  });
});
