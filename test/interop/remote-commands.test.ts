// The tenant's own keys as a script handles them: separate processes, the OS keychain, the sandbox over HTTP, and openssl
// as the reader of what is exported.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnKeysChange, OwnKeysView } from '../../shared/domain/tenant/own-keys.ts';
import { codeOf, custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const at = folderForAll();
const run = (args: string): Promise<Ran> => runCustodian(at('data'), [...args.split(' '), '--json']);
const json = <T>(args: string): Promise<T> => custodianJson<T>(at('data'), args.split(' '));
const kidIn = ({ keys }: OwnKeysView, state: string): string => keys.find((key) => key.state === state)?.kid ?? '';

beforeAll(async () => {
  await json('tenant add --name Acme --domain acme.eu.auth0.com --endpoint sandbox');
});

describe('custodian remote', () => {
  it('rotates and revokes with a clear yes only', async () => {
    const before = await json<OwnKeysView>('remote keys Acme');
    expect(before.keys.map(({ state }) => state)).toEqual(['next', 'current']);
    expect(codeOf(await run('remote rotate Acme'))).toEqual([1, 'CONFIRMATION_REQUIRED']);
    const rotated = await json<OwnKeysChange>('remote rotate Acme --yes');
    expect(kidIn(rotated, 'current')).toBe(kidIn(before, 'next'));
    expect(rotated).toMatchObject({ answered: true, budget: { limit: 5, used: 1, remaining: 4 } });
    const previous = kidIn(rotated, 'previous');
    expect(codeOf(await run(`remote revoke Acme ${previous}`))).toEqual([1, 'CONFIRMATION_REQUIRED']);
    expect(codeOf(await run(`remote revoke Acme ${kidIn(rotated, 'next')} --yes`))).toEqual([1, 'KEY_STATE']);
    const revoked = await json<OwnKeysChange>(`remote revoke Acme ${previous} --yes`);
    expect(revoked.keys.map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
  });

  it('exports certificates that openssl reads, and overwrites nothing', async () => {
    const view = await json<OwnKeysView>('remote keys Acme');
    const saved = await json<{ kids: string[] }>(`remote export Acme --format p7b --out ${at('current.p7b')}`);
    expect(saved.kids).toEqual([kidIn(view, 'current')]);
    const pem = execFileSync('openssl', ['pkcs7', '-inform', 'DER', '-print_certs', '-in', at('current.p7b')]);
    const print = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], {
      input: pem,
      encoding: 'utf8',
    });
    expect(print).toContain(view.keys.find(({ state }) => state === 'current')?.certificate.sha256);
    const again = await run(`remote export Acme --format pem --out ${at('current.p7b')}`);
    expect(codeOf(again)).toEqual([1, 'FILE_EXISTS']);
    expect(codeOf(await run(`remote export Acme --format odd --out ${at('odd')}`))).toEqual([2, 'INPUT_INVALID']);
  });

  it('says until when there are no more rotations, in words too', async () => {
    for (let used = 2; used <= 5; used += 1) {
      expect((await json<OwnKeysChange>('remote rotate Acme --yes')).budget.used).toBe(used);
    }
    const refused = await run('remote rotate Acme --yes');
    expect([...codeOf(refused), refused.stderr]).toEqual([
      4,
      'REMOTE_RATE_LIMITED',
      expect.stringMatching(/until 20\d\d-/),
    ]);
    const { stdout } = await runCustodian(at('data'), ['remote', 'keys', 'Acme']);
    expect(stdout).toMatch(/Rotations in the last 24 hours: 5 of 5, 0 left; the next becomes free 20\d\d-/);
    expect(await json<{ ok: boolean }>('audit verify')).toMatchObject({ ok: true });
  });
});
