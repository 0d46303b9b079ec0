// The whole job with the real parts, as a script would do it: a key made by openssl, the OS keychain, separate
// processes, a tenant over HTTP, third-party verifiers, and the tools that officers open certificates with.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import jwt from 'jsonwebtoken';
import { JwksClient } from 'jwks-rsa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../shared/acts/publishing.ts';
import type { CertificateFacts } from '../../shared/domain/key-ring/certificates.ts';
import type { Proof } from '../../shared/domain/evidence/proof.ts';
import type { PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { SandboxStatus } from '../../shared/app-info.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const KID = 'device-fleet-2024';

const at = folderForAll();
let sandbox: ChildProcess;
let sandboxUrl = '';
const ran: Ran[] = [];
const data = (): string => at('data');
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(data(), args);

beforeAll(async () => {
  execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', at('own.pem')], {
    stdio: 'ignore',
  });
  sandbox = spawn(process.execPath, [PROGRAM, '--data-dir', data(), 'sandbox', 'start', '--json']);
  const [first] = (await once(sandbox.stdout ?? sandbox, 'data')) as [Buffer];
  sandboxUrl = (JSON.parse(first.toString()) as SandboxStatus).url ?? '';
});

afterAll(async () => {
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
});

describe('an own key, from openssl to a third-party verifier', () => {
  it('goes into custody as the current key of a tenant', async () => {
    const added = await custodian<TenantView>(
      ...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example'.split(' '),
      ...'--environment development --endpoint sandbox'.split(' '),
    );
    expect(added.rings[0]?.keys.map((key) => key.state)).toEqual(['next', 'current']);
    const words = ['key', 'import', 'Acme', '--file', at('own.pem'), '--as', 'current', '--kid', KID, '--json'];
    const imported = await runCustodian(data(), words);
    ran.push(imported);
    expect(imported.code).toBe(0);
    const current = (JSON.parse(imported.stdout) as RingView).keys.find((key) => key.state === 'current');
    expect(current).toMatchObject({ kid: KID, provenance: { kind: 'imported', source: 'PKCS#8 PEM' } });
  });

  it('is published and proven from outside', async () => {
    const preview = await custodian<PublicationPreview>('publish', 'preview', 'Acme');
    expect(preview.diff.filter(({ kind }) => kind === 'added')).toHaveLength(2);
    const asked = await runCustodian(data(), ['publish', 'push', 'Acme', '--json']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('CONFIRMATION_REQUIRED')]);
    const pushed = await custodian<PushOutcome>('publish', 'push', 'Acme', '--yes');
    expect(pushed.publication.kids[0]).toBe(KID);
    const { ok, proofs } = await custodian<{ ok: boolean; proofs: Proof[] }>('publish', 'verify', 'Acme');
    expect([ok, proofs[0]?.kid]).toEqual([true, KID]);
  });

  it('signs a token that jsonwebtoken and jwks-rsa accept, knowing only the public URL', async () => {
    const signing = await runCustodian(
      data(),
      ['key', 'sign', 'Acme', '--claims-stdin'],
      JSON.stringify({ sub: 'device-17', aud: 'https://api.acme.example' }),
    );
    ran.push({ ...signing, stdout: '' });
    const token = signing.stdout.trim();
    const client = new JwksClient({ jwksUri: `${sandboxUrl}/id.acme.example/.well-known/jwks.json` });
    const key = await client.getSigningKey(KID);
    const options = { algorithms: ['RS256' as const], audience: 'https://api.acme.example' };
    expect(jwt.verify(token, key.getPublicKey(), options)).toMatchObject({ sub: 'device-17' });
    const forged = `${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    expect(() => jwt.verify(forged, key.getPublicKey(), options)).toThrow('invalid signature');
  });

  it('leaves as certificates that openssl and keytool read, with the fingerprint that we show', async () => {
    const shown = await custodian<{ certificate: CertificateFacts }>('key', 'show', 'Acme', KID);
    for (const format of ['cer', 'pem', 'raw-pem', 'p7b', 'pb7', 'fingerprint', 'jwk', 'jwks', 'base64', 'spki']) {
      await custodian('export', 'Acme', '--kid', KID, '--format', format, '--out', at(`certificate.${format}`));
    }
    const { sha256 } = shown.certificate;
    const x509 = (...args: string[]): string =>
      execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256', ...args], { encoding: 'utf8' });
    expect(x509('-in', at('certificate.pem'))).toContain(sha256);
    expect(x509('-in', at('certificate.cer'), '-inform', 'DER')).toContain(sha256);
    expect(x509('-in', at('certificate.raw-pem'))).toContain(sha256);
    for (const [file, form] of [
      ['certificate.p7b', 'DER'],
      ['certificate.pb7', 'PEM'],
    ] as const) {
      const certificate = execFileSync('openssl', ['pkcs7', '-print_certs', '-in', at(file), '-inform', form]);
      expect(
        execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], {
          input: certificate,
          encoding: 'utf8',
        }),
      ).toContain(sha256);
    }
    const printed = execFileSync('keytool', ['-printcert', '-file', at('certificate.cer')], { encoding: 'utf8' });
    expect(printed).toContain(sha256);
    expect(readFileSync(at('certificate.fingerprint'), 'utf8')).toContain(sha256);
  });

  it('is rotated, pushed again, and revoked, each step in a process of its own', async () => {
    const early = await runCustodian(data(), ['key', 'rotate', 'Acme', '--json']);
    expect([early.code, early.stderr]).toEqual([1, expect.stringMatching(/CLOCK_TOO_EARLY.*Wait until 20/)]);
    const why = ['--override', 'nobody verifies yet'];
    await custodian('key', 'rotate', 'Acme', '--reason', 'moving to a generated key', ...why);
    await custodian('publish', 'push', 'Acme', '--yes');
    await custodian('key', 'revoke', 'Acme', KID, '--reason', 'all devices have the new certificate', ...why);
    await custodian('publish', 'push', 'Acme', '--yes');
    const keys = await custodian<SigningKey[]>('key', 'list', 'Acme');
    expect(keys.find((key) => key.kid === KID)?.state).toBe('revoked');
    const again = await runCustodian(data(), ['key', 'import', 'Acme', '--file', at('own.pem')]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Revoked material never comes back')]);
    expect((await custodian<{ ok: boolean }>('audit', 'verify')).ok).toBe(true);
  });

  it('leaves no private material in any file of ours, in any output, or in the process list', () => {
    const body = readFileSync(at('own.pem'), 'utf8').replace(/-----[^-]+-----|\s/g, '');
    const der = Buffer.from(body, 'base64');
    // The private exponent and primes lie in the second half of the PKCS#8 document.
    const samples = [700, 850, 1000].flatMap((offset) => {
      const bytes = der.subarray(offset, offset + 48);
      return [bytes, Buffer.from(bytes.toString('base64')), Buffer.from(bytes.toString('hex'))].concat(
        Buffer.from(body.slice(Math.ceil(offset / 3) * 4, Math.ceil(offset / 3) * 4 + 48)),
      );
    });
    const files = readdirSync(data(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const places = [
      ...files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
      ...ran.map((one) => Buffer.from(one.stdout + one.stderr + one.processList)),
    ];
    expect(files.map((entry) => entry.name)).toContain('registry.db');
    expect(ran.some((one) => one.processList.includes('import'))).toBe(true);
    expect(der.includes(samples[0] ?? '')).toBe(true);
    expect(places.some((place) => samples.some((sample) => place.includes(sample)))).toBe(false);
  });
});
