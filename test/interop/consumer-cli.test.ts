// The register of consumers from the command line, each step in a process of its own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsumerView } from '../../shared/domain/consumers/consumer.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const folder = folderForAll();
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(folder(), args);
const consumer = <T>(...args: string[]): Promise<T> => custodian<T>('consumer', ...args);
const fails = (...args: string[]) => runCustodian(folder(), args);
const kidOf = async (state: string): Promise<string> => {
  const { rings } = await custodian<TenantView>('tenant', 'show', 'Acme');
  return rings[0]?.keys.find((key) => key.state === state)?.kid ?? '';
};

beforeAll(async () => {
  await custodian(...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example'.split(' '));
});

describe('consumers, from the command line', () => {
  it('are registered, listed and changed', async () => {
    const facts = '--verifier pinned --contact ops@portal.example --format cer --ring default'.split(' ');
    const added = await consumer<ConsumerView>('add', 'Acme', '--name', 'Portal', ...facts);
    expect(added.consumer).toMatchObject({ name: 'Portal', verifier: 'pinned', format: 'cer', rings: ['default'] });
    await consumer('add', 'Acme', '--name', 'Gateway', '--verifier', 'tyk', '--cache', '600');
    const edited = await consumer<ConsumerView>('edit', 'Acme', '--consumer', 'portal', '--ring', 'none');
    expect(edited.consumer).toMatchObject({ rings: null, contact: 'ops@portal.example' });
    const listed = await consumer<ConsumerView[]>('list', 'Acme');
    expect(listed.map((view) => [view.consumer.name, view.keepsSeconds])).toEqual([
      ['Portal', null],
      ['Gateway', 600],
    ]);
    const words = await fails('consumer', 'list', 'Acme');
    expect(words.stdout).toContain('until a person replaces them');
    expect(words.stdout).toContain(`has not confirmed that it has ${await kidOf('next')} (default, next)`);
  });

  it('keep a rotation shut until they confirm, and get the right file on the way', async () => {
    const next = await kidOf('next');
    const early = await fails('key', 'rotate', 'Acme');
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('Still to confirm: Portal.')]);
    const out = folder('portal.cer');
    const asks = ['export', 'Acme', '--consumer', 'Portal', '--kid', next, '--out', out];
    expect(await consumer('export', ...asks.slice(1))).toMatchObject({ consumer: 'Portal', kids: [next] });
    expect(
      execFileSync('openssl', ['x509', '-inform', 'DER', '-noout', '-subject'], {
        input: readFileSync(out),
      }).toString(),
    ).toContain('acme.eu.auth0.com');
    expect((await fails('consumer', ...asks)).stderr).toContain('FILE_EXISTS');
    const plan = await fails('plan', 'show', 'Acme', '--order', 'apps-first');
    expect(plan.stdout).toContain('Confirm that the consumers have it: Portal');
    await consumer('confirm', 'Acme', next, '--consumer', 'Portal');
    const { keys } = await custodian<RingView>('key', 'rotate', 'Acme');
    expect(keys.find(({ kid }) => kid === next)?.state).toBe('current');
    const former = await kidOf('previous');
    expect((await fails('key', 'revoke', 'Acme', former, '--reason', 'replaced')).stderr).toContain('CLOCK_TOO_EARLY');
    await consumer('confirm', 'Acme', former, '--all', '--let-go');
    await custodian('key', 'revoke', 'Acme', former, '--reason', 'replaced');
  });

  it('refuse what does not fit, and go after a clear yes', async () => {
    const usage = await fails('consumer', 'confirm', 'Acme', await kidOf('next'));
    expect([usage.code, usage.stderr]).toEqual([2, expect.stringContaining('--consumer, or --all')]);
    const cache = await fails('consumer', 'edit', 'Acme', '--consumer', 'Gateway', '--cache', 'long');
    expect([cache.code, cache.stderr]).toEqual([2, expect.stringContaining('--cache-seconds')]);
    const fileless = await fails('consumer', 'export', 'Acme', '--consumer', 'Gateway', '--out', folder('g'));
    expect([fileless.code, fileless.stderr]).toEqual([1, expect.stringContaining('fetches the published set')]);
    expect((await fails('consumer', 'remove', 'Acme', '--consumer', 'Gateway')).stderr).toContain('--yes');
    await consumer('remove', 'Acme', '--consumer', 'Gateway', '--yes');
    expect(await consumer<ConsumerView[]>('list', 'Acme')).toHaveLength(1);
  });
});
