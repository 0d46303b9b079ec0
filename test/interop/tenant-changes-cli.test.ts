// What may change about a tenant, and the small print of the other acts, as a script would run them.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantSummary } from '../../shared/acts/tenants.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { Tenant, TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const folder = folderForAll();
const data = (): string => folder('data');
const run = (...args: string[]): Promise<Ran> => runCustodian(data(), args);
const json = <T>(...args: string[]): Promise<T> => custodianJson<T>(data(), args);
const keys = (tenant: string): Promise<SigningKey[]> => json<SigningKey[]>('key', 'list', tenant);
const kidIn = async (tenant: string, state: string): Promise<string> =>
  (await keys(tenant)).find((key) => key.state === state)?.kid ?? '';

async function refused(...args: string[]): Promise<{ code: number | null; error: string; facts: unknown }> {
  const { code, stderr } = await runCustodian(data(), [...args, '--json']);
  const line = stderr.split('\n').find((one) => one.startsWith('{"error"')) ?? '{"error":{}}';
  const { error } = JSON.parse(line) as { error: { code: string; facts: unknown } };
  return { code, error: error.code, facts: error.facts };
}

beforeAll(async () => {
  const domains = ['--custom-domain', 'id.acme.example', '--custom-domain', 'sso.acme.example'];
  await json('tenant', 'add', '--name', 'Acme', '--domain', 'acme.eu.auth0.com', '--alg', 'ES256', ...domains);
});

describe('a tenant', () => {
  it('of others is not added without a word on what it is for', async () => {
    const real = ['tenant', 'add', '--name', 'Real', '--domain', 'real.eu.auth0.com', '--endpoint', 'auth0'];
    expect(await refused(...real)).toMatchObject({
      code: 2,
      error: 'INPUT_INVALID',
      facts: { field: '--environment', problem: { code: 'environment-unsaid' } },
    });
    expect((await run(...real, '--environment', 'staging')).code).toBe(0);
  });

  it('has several custom domains, and an issuer', async () => {
    const issuer = 'https://id.acme.example/realms/acme';
    const { tenant } = await json<{ tenant: Tenant }>('tenant', 'edit', 'Acme', '--issuer', issuer);
    expect(tenant).toMatchObject({ customDomain: 'id.acme.example', furtherDomains: ['sso.acme.example'], issuer });
    expect((await json<{ tenant: Tenant }>('tenant', 'edit', 'Acme', '--issuer', 'none')).tenant.issuer).toBeNull();
  });

  it('is changed with a clear yes where the change brings something', async () => {
    const change = ['tenant', 'edit', 'Acme', '--environment', 'production'];
    const { code, stderr } = await run(...change);
    expect(code).toBe(1);
    expect(stderr).toContain('Acts are confirmed one by one');
    expect(stderr).toContain('CONFIRMATION_REQUIRED');
    expect((await json<TenantView>('tenant', 'show', 'Acme')).tenant.environment).toBe('development');
    await json(...change, '--yes');
    await json('tenant', 'edit', 'Acme', '--environment', 'development', '--yes');
  });

  it('is renamed, archived, and taken back into use', async () => {
    await json('tenant', 'rename', 'Acme', 'Acme Payments');
    await json('tenant', 'archive', 'Acme Payments', '--reason', 'the team was closed');
    expect(await refused('publish', 'preview', 'Acme Payments')).toMatchObject({ code: 1, error: 'TENANT_ARCHIVED' });
    const names = async (...more: string[]) =>
      (await json<TenantSummary[]>('tenant', 'list', ...more)).map(({ tenant }) => tenant.name);
    expect(await names()).toEqual(['Real']);
    expect(await names('--archived')).toEqual(['Acme Payments', 'Real']);
    await json('tenant', 'revive', 'Acme Payments');
    await json('tenant', 'rename', 'Acme Payments', 'Acme');
    expect(await names()).toEqual(['Acme', 'Real']);
  });
});

describe('the small print', () => {
  it('knows no compromise that is still to come', async () => {
    const kid = await kidIn('Acme', 'next');
    const since = ['--compromised', '--compromised-since', '2099-01-01T00:00:00Z'];
    expect(await refused('key', 'withdraw', 'Acme', kid, '--reason', 'a slip', ...since)).toMatchObject({
      code: 2,
      facts: { problem: { code: 'in-future' } },
    });
  });

  it('says the day of an erasure, and how it is taken back', async () => {
    const kid = await kidIn('Acme', 'next');
    await json('key', 'withdraw', 'Acme', kid, '--reason', 'never wanted');
    const { stdout } = await run('key', 'destroy', 'Acme', kid, '--confirm', kid);
    const { destroyAt } = (await keys('Acme')).find((key) => key.kid === kid) ?? {};
    expect(destroyAt).toMatch(/^\d{4}-/);
    expect(stdout).toContain(`The private key of ${kid} will be erased ${destroyAt ?? ''}.`);
    expect(stdout).toContain(`custodian key destroy Acme ${kid} --cancel`);
  });

  it('lets a script fail over what is overdue', async () => {
    const due = (...more: string[]) => run('fleet', 'due', '--days', '3650', ...more);
    expect((await due('--fail-if-due')).code).toBe(0);
    // Under this policy the next key should have been announced long ago.
    await json('policy', 'set', 'hasty', '--rotate-days', '1', '--announce-days', '300');
    await json('tenant', 'edit', 'Acme', '--policy', 'hasty');
    expect((await due()).code).toBe(0);
    expect((await due('--fail-if-due')).code).toBe(1);
    await json('tenant', 'edit', 'Acme', '--policy', 'none');
  });

  it('states that the clock is right', async () => {
    const { stated } = await json<{ stated: { reason: string } }>('doctor', '--clock', 'compared with the wall');
    expect(stated.reason).toBe('compared with the wall');
  });

  it('calls an Ed25519 ring what was chosen', async () => {
    const place = ['--endpoint', 'jwks', '--api-base', 'http://127.0.0.1:9/w', '--jwks-url', 'http://127.0.0.1:9/r'];
    await json('tenant', 'add', '--name', 'Jwks', '--domain', 'jwks.example', ...place);
    const added = (name: string, ...more: string[]) =>
      json<RingView>('ring', 'add', 'Jwks', '--alg', 'Ed25519', '--name', name, ...more);
    expect((await added('usual')).keys[0]?.jwk.alg).toBe('EdDSA');
    expect((await added('newer', '--alg-name', 'Ed25519')).keys[0]?.jwk.alg).toBe('Ed25519');
  });

  it('tells of a certificate that verifiers refuse, at the import and in the list', async () => {
    const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
    openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', folder('key.pem'));
    openssl('req', '-new', '-key', folder('key.pem'), '-subj', '/CN=old', '-out', folder('csr.pem'));
    const sign = ['x509', '-req', '-in', folder('csr.pem'), '-signkey', folder('key.pem'), '-sha1', '-days', '3'];
    openssl(...sign, '-out', folder('cert.pem'));
    writeFileSync(
      folder('both.pem'),
      readFileSync(folder('key.pem'), 'utf8') + readFileSync(folder('cert.pem'), 'utf8'),
    );
    await json('ring', 'add', 'Jwks', '--alg', 'RS256', '--name', 'rsa', '--empty');
    const { code, stderr } = await run('key', 'import', 'Jwks', '--ring', 'rsa', '--file', folder('both.pem'));
    expect(code).toBe(0);
    expect(stderr).toContain('it is signed with SHA-1');
    expect((await run('key', 'list', 'Jwks', '--ring', 'rsa')).stdout).toContain('it is signed with SHA-1');
  });
});
