// Import and inspection as a script uses them: real processes, the OS keychain, files of openssl, and passphrases that go
// through standard input alone.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InspectedFile } from '../../shared/domain/reading/inspected-file.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const PASSPHRASE = 'pässwörd 密码';

const at = folderForAll();
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
const ran: Ran[] = [];

async function run(args: readonly string[], stdin?: string): Promise<Ran & { code: number | null }> {
  const done = await runCustodian(at('data'), args, stdin);
  ran.push(done);
  return done;
}

const errorCode = ({ stderr }: Ran): string => (JSON.parse(stderr) as { error: { code: string } }).error.code;

beforeAll(async () => {
  writeFileSync(at('passphrase'), PASSPHRASE);
  openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', at('key.pem'));
  openssl('req', '-x509', '-key', at('key.pem'), '-subj', '/CN=pinned.example', '-days', '900', '-out', at('key.crt'));
  const pass = ['-passout', `file:${at('passphrase')}`];
  openssl('pkcs12', '-export', '-inkey', at('key.pem'), '-in', at('key.crt'), '-out', at('key.p12'), ...pass);
  openssl('pkcs8', '-topk8', '-scrypt', '-in', at('key.pem'), '-out', at('scrypt.pem'), ...pass);
  openssl('genrsa', '-3', '-out', at('small.pem'), '2048');
  const two = ['key.pem', 'small.pem'].map((name) => readFileSync(at(name), 'utf8')).join('');
  writeFileSync(at('two.pem'), two);
  const tenant = ['--name', 'Acme', '--domain', 'acme.eu.auth0.com', '--endpoint', 'sandbox'];
  await custodianJson<TenantView>(at('data'), ['tenant', 'add', ...tenant]);
});

describe('key import', () => {
  const importing = (...args: string[]): string[] => ['key', 'import', 'Acme', '--as', 'previous', '--json', ...args];

  test('a protected file asks for its passphrase, and tells a wrong one', async () => {
    expect(errorCode(await run(importing('--file', at('key.p12'))))).toBe('KEY_ENCRYPTED');
    const wrong = await run(importing('--file', at('key.p12'), '--passphrase-stdin'), 'wrong\n');
    expect([wrong.code, errorCode(wrong)]).toEqual([1, 'KEY_PASSPHRASE_WRONG']);
  });

  test('PKCS#12 comes in with its passphrase and keeps the certificate that others have pinned', async () => {
    const done = await run(importing('--file', at('key.p12'), '--passphrase-stdin'), `${PASSPHRASE}\n`);
    expect(done.stderr).toBe('');
    const key = (JSON.parse(done.stdout) as RingView).keys.find(({ state }) => state === 'previous');
    const pinned = openssl('x509', '-in', at('key.crt'), '-outform', 'DER').toString('base64');
    expect(key).toMatchObject({ certificate: pinned, provenance: { kind: 'imported', source: 'PKCS#12' } });
    const again = await run(importing('--file', at('scrypt.pem'), '--passphrase-stdin'), PASSPHRASE);
    expect(errorCode(again)).toBe('KEY_EXISTS');
  });

  test('several keys are listed, one is chosen, a small exponent needs its yes', async () => {
    const asked = await run(importing('--file', at('two.pem')));
    expect(errorCode(asked)).toBe('KEY_CHOICE_NEEDED');
    expect(asked.stderr).toMatch(/1: unnamed \(RSA 2048, [0-9a-f]{8}\)\\n2: unnamed/);
    expect(errorCode(await run(importing('--file', at('two.pem'), '--entry', '2')))).toBe('KEY_WEAK');
    const chosen = await run(importing('--file', at('two.pem'), '--entry', '2', '--allow-small-exponent'));
    expect([chosen.code, chosen.stderr]).toEqual([0, '']);
  });

  test('a key may come through standard input, but not together with its passphrase', async () => {
    const both = await run(importing('--file', '-', '--passphrase-stdin'), PASSPHRASE);
    expect([both.code, errorCode(both)]).toEqual([2, 'USAGE']);
    const pem = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048').toString();
    expect((await run(importing('--file', '-'), pem)).code).toBe(0);
    const long = await run(importing('--file', at('key.p12'), '--passphrase-stdin'), 'x'.repeat(5000));
    expect([long.code, errorCode(long)]).toEqual([2, 'INPUT_INVALID']);
  });
});

describe('inspect', () => {
  test('says what a file is, without registry and keychain', async () => {
    const elsewhere = at('never-made');
    const { code, stdout } = await runCustodian(elsewhere, ['inspect', at('key.p12'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'PKCS#12',
      importable: 'with its passphrase',
    } satisfies Partial<InspectedFile>);
    expect(readdirSync(at())).not.toContain('never-made');
  });

  test('opens it with its passphrase, and speaks to people', async () => {
    const { code, stdout } = await run(['inspect', at('key.p12'), '--passphrase-stdin'], PASSPHRASE);
    expect(code).toBe(0);
    expect(stdout).toContain('CN=pinned.example');
    expect(stdout).toMatch(/Key kind +RSA 2048/);
  });

  test('never fails for what a file holds', async () => {
    const text = await run(['inspect', '-', '--json'], '<html><title>Sign in</title>');
    expect([text.code, JSON.parse(text.stdout)]).toEqual([
      0,
      expect.objectContaining({ kind: 'document', format: 'HTML' }),
    ]);
    const missing = await run(['inspect', at('nothing'), '--json']);
    expect([missing.code, errorCode(missing)]).toEqual([1, 'FILE_NOT_FOUND']);
  });
});

test('nothing of this stood in a process list, in an answer or in an error', () => {
  const pem = readFileSync(at('key.pem'), 'utf8').split('\n')[3] ?? '';
  for (const { processList, stdout, stderr } of ran) {
    for (const secret of [PASSPHRASE, pem]) {
      expect([processList, stdout, stderr].some((text) => text.includes(secret))).toBe(false);
    }
  }
  expect(ran.length).toBeGreaterThan(10);
});
