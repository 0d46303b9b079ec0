// Changing a published set from the command line, each step in a process of its own: push, pull, history, clear,
// rollback. The rules behind them are in test/unit/acts/publishing/published-set.test.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStateFile } from '../../main/sandbox/state-file.ts';
import type { PushOutcome } from '../../shared/acts/publishing.ts';
import type { DriftReport } from '../../shared/domain/published-set/drift-report.ts';
import type { EvidenceSummary } from '../../shared/domain/evidence/evidence.ts';
import type { Publication, PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import type { PublishedKey } from '../../shared/domain/published-set/finding.ts';
import { folderForAll } from '../support/folder.ts';
import { foreignKey } from '../support/remote-set.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

const folder = folderForAll();
let sandbox: ChildProcess;
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(folder(), args);
const publish = <T>(...args: string[]): Promise<T> => custodian<T>('publish', ...args);

beforeAll(async () => {
  sandbox = spawn(process.execPath, [PROGRAM, '--data-dir', folder(), 'sandbox', 'start', '--json']);
  await once(sandbox.stdout ?? sandbox, 'data');
  await custodian(...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example'.split(' '));
});

afterAll(async () => {
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
});

describe('the published set, from the command line', () => {
  it('is pushed, shown with its owners, and cleared after a clear yes', async () => {
    const { publication } = await publish<PushOutcome>('push', 'Acme', '--yes');
    expect((await publish<PublishedKey[]>('pull', 'Acme')).map(({ name, ours }) => [name, ours?.kid])).toEqual(
      publication.kids.map((kid) => [kid, kid]),
    );
    const asked = await runCustodian(folder(), ['publish', 'clear', 'Acme', '--json']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('CONFIRMATION_REQUIRED')]);
    const cleared = await runCustodian(folder(), ['publish', 'clear', 'Acme', '--yes']);
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
    const file = folder('proof.json');
    const saved = await publish<EvidenceSummary>('evidence', 'Acme', '--out', file);
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(saved.sha256);
    expect((await publish<EvidenceSummary[]>('evidence', 'Acme')).map(({ id }) => id)).toEqual([saved.id]);
    expect((await runCustodian(folder(), ['publish', 'evidence', 'Acme', '--out', file])).stderr).toContain(
      'FILE_EXISTS',
    );
    expect((await publish<DriftReport>('drift', 'Acme')).state).toBe('in-step');
    const fleet = await runCustodian(folder(), ['fleet', 'drift']);
    expect([fleet.code, fleet.stdout]).toEqual([0, expect.stringContaining('In step: Acme publishes exactly')]);
    const remote = openStateFile(folder('sandbox'), () => {
      throw new Error('there is no sandbox');
    });
    await remote.change(({ tenants: [there] }) => there?.custom.keys.push(...there.custom.keys.splice(0, 1)));
    const moved = await runCustodian(folder(), ['publish', 'drift', 'Acme']);
    expect([moved.code, moved.stdout]).toEqual([4, expect.stringContaining('stands at another position')]);
    await publish('push', 'Acme', '--yes');
  });

  it('goes with no key of others that nobody decided about, and keeps the decision in sight', async () => {
    const remote = openStateFile(folder('sandbox'), () => {
      throw new Error('there is no sandbox');
    });
    const theirs = { ...foreignKey('theirs'), kty: 'EC' as const, kid: 'theirs', alg: 'ES256' as const };
    await remote.change(({ tenants: [there] }) => there?.custom.keys.push({ ...theirs, use: 'sig' }));
    const drift = await runCustodian(folder(), ['publish', 'drift', 'Acme']);
    expect([drift.code, drift.stdout]).toEqual([4, expect.stringContaining('ALARM: theirs')]);
    const undecided = await runCustodian(folder(), ['publish', 'push', 'Acme', '--yes', '--json']);
    expect(undecided.code).toBe(1);
    expect(JSON.parse(undecided.stderr.slice(undecided.stderr.indexOf('{"error"')))).toMatchObject({
      error: { code: 'PUBLISH_FOREIGN_UNDECIDED', facts: { tenant: 'Acme', keys: ['theirs'] } },
    });
    const keep = ['publish', 'push', 'Acme', '--yes', '--keep-foreign', 'theirs'];
    expect((await runCustodian(folder(), keep)).code).toBe(2);
    await custodian(...keep, '--reason', 'of the old portal');
    for (const look of [
      ['tenant', 'show'],
      ['publish', 'drift'],
      ['publish', 'preview'],
      ['publish', 'pull'],
    ]) {
      const { code, stdout } = await runCustodian(folder(), [...look, 'Acme']);
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/theirs.*by a decision of .* at 20.*: of the old portal/),
      ]);
    }
    await publish('push', 'Acme', '--yes', '--remove-foreign', 'theirs');
    expect((await publish<PublishedKey[]>('pull', 'Acme')).map(({ name }) => name)).not.toContain('theirs');
    expect((await runCustodian(folder(), ['tenant', 'show', 'Acme'])).stdout).not.toContain('old portal');
  });

  it('has no place for an eleventh key, says so when a ring is added, and lets a ring be retired', async () => {
    for (const name of ['two', 'three', 'four', 'five', 'six']) {
      const added = await runCustodian(folder(), ['ring', 'add', 'Acme', '--alg', 'ES256', '--name', name]);
      const short = added.stdout.includes('Not enough key slots: the tenant takes 10 keys.');
      expect([added.code, short]).toEqual([0, ['four', 'five', 'six'].includes(name)]);
    }
    const { stdout } = await runCustodian(folder(), ['publish', 'preview', 'Acme']);
    expect(stdout.match(/^Waits for a key slot: \S+ \(next\) cannot be announced/gm)).toHaveLength(2);
    expect((await publish<PushOutcome>('push', 'Acme', '--yes')).publication.kids).toHaveLength(10);
    const retired = await runCustodian(folder(), [
      'ring',
      'retire',
      'Acme',
      '--ring',
      'six',
      '--reason',
      'one too many',
    ]);
    expect([retired.code, retired.stdout]).toEqual([0, expect.stringContaining('one too many')]);
    const again = await runCustodian(folder(), ['key', 'generate', 'Acme', '--ring', 'six']);
    expect(again.code).toBe(1);
    expect((await publish<PublicationPreview>('preview', 'Acme')).waits).toHaveLength(1);
  });

  it('refuses what does not fit, as usage', async () => {
    const named = await runCustodian(folder(), ['publish', 'preview', 'Acme', '--remove-foreign', 'nobody']);
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('no foreign key is nobody')]);
    const lost = await runCustodian(folder(), ['publish', 'rollback', 'Acme', '--yes', '--to', 'yesterday']);
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('must be the id of a publication')]);
  });
});
