// Changing a published set from the command line, each step in a process of its own: push, pull, history, clear,
// rollback. The rules behind them are in test/unit/core/published-set.test.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStateFile } from '../../main/sandbox/state-file.ts';
import type { PushOutcome } from '../../shared/contract/publish.ts';
import type { DriftReport } from '../../shared/drift.ts';
import type { EvidenceSummary } from '../../shared/evidence.ts';
import type { Publication, PublicationPreview } from '../../shared/model/publication.ts';
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

  it('is proven, with evidence in a file, and watched', async () => {
    const { ok } = await publish<{ ok: boolean }>('verify', 'Acme', '--wait', '5');
    expect(ok).toBe(true);
    const file = path.join(folder, 'proof.json');
    const saved = await publish<EvidenceSummary>('evidence', 'Acme', '--out', file);
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(saved.sha256);
    expect((await publish<EvidenceSummary[]>('evidence', 'Acme')).map(({ id }) => id)).toEqual([saved.id]);
    expect((await runCustodian(folder, ['publish', 'evidence', 'Acme', '--out', file])).stderr).toContain(
      'FILE_EXISTS',
    );
    expect((await publish<DriftReport>('drift', 'Acme')).state).toBe('in-step');
    const fleet = await runCustodian(folder, ['fleet', 'drift']);
    expect([fleet.code, fleet.stdout]).toEqual([0, expect.stringContaining('In step: Acme publishes exactly')]);
    const remote = openStateFile(path.join(folder, 'sandbox'), () => {
      throw new Error('there is no sandbox');
    });
    await remote.change(({ tenants: [there] }) => there?.custom.keys.push(...there.custom.keys.splice(0, 1)));
    const moved = await runCustodian(folder, ['publish', 'drift', 'Acme']);
    expect([moved.code, moved.stdout]).toEqual([4, expect.stringContaining('stands in another place')]);
    await publish('push', 'Acme', '--yes');
  });

  it('refuses what does not fit, as usage', async () => {
    const named = await runCustodian(folder, ['publish', 'preview', 'Acme', '--remove-foreign', 'nobody']);
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('no foreign key is nobody')]);
    const lost = await runCustodian(folder, ['publish', 'rollback', 'Acme', '--yes', '--to', 'yesterday']);
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('must be the id of a publication')]);
  });
});
