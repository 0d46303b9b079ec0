// The main job by the built command line in processes of Windows: paths, keychain, SQLite, loopback network and the end of a
// process are those of that system. What other programs make of the files is shown where those run (test/interop).
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, createPublicKey, type JsonWebKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxStatus } from '../../shared/app-info.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const KID = 'device-fleet-2024';
const WHY = ['--override', 'nobody verifies yet'];

let folder = '';
let sandbox: ChildProcess;
let sandboxUrl = '';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const at = (name: string): string => path.join(folder, name);
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(at('data'), args);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'a folder with blanks and ü '));
  writeFileSync(at('own key.pem'), own.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  sandbox = spawn(process.execPath, [PROGRAM, '--data-dir', at('data'), 'sandbox', 'start', '--json']);
  const [first] = (await once(sandbox.stdout ?? sandbox, 'data')) as [Buffer];
  sandboxUrl = (JSON.parse(first.toString()) as SandboxStatus).url ?? '';
});

afterAll(async () => {
  sandbox.kill();
  await once(sandbox, 'exit');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

it('takes an own key into custody', async () => {
  await custodian(
    ...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example'.split(' '),
    ...'--environment development --endpoint sandbox'.split(' '),
  );
  const words = ['key', 'import', 'Acme', '--file', at('own key.pem'), '--as', 'current', '--kid', KID];
  const { keys } = await custodian<RingView>(...words);
  expect(keys.find(({ state }) => state === 'current')).toMatchObject({ kid: KID });
});

it('publishes it and proves it from outside', async () => {
  await custodian('publish', 'push', 'Acme', '--yes');
  expect(await custodian('publish', 'verify', 'Acme')).toMatchObject({ ok: true, proofs: [{ kid: KID }] });
  // By this module: the client behind `fetch` asks for connections in a way that Wine does not know.
  const [response] = (await once(get(`${sandboxUrl}/id.acme.example/.well-known/jwks.json`), 'response')) as [Readable];
  const { keys } = (await json(response)) as { keys: JsonWebKey[] };
  const jwk = keys.find((key) => key['kid'] === KID);
  const claims = JSON.stringify({ sub: 'device-17' });
  const { stdout } = await runCustodian(at('data'), ['key', 'sign', 'Acme', '--claims-stdin'], claims);
  const publicKey = createPublicKey({ key: jwk ?? {}, format: 'jwk' });
  expect(jwt.verify(stdout.trim(), publicKey, { algorithms: ['RS256'] })).toMatchObject({ sub: 'device-17' });
});

it('exports certificates byte for byte, and lists what a folder holds', async () => {
  for (const format of ['cer', 'pem', 'p7b', 'jwks']) {
    await custodian('export', 'Acme', '--kid', KID, '--format', format, '--out', at(`acme.${format}`));
  }
  const certificate = new X509Certificate(readFileSync(at('acme.cer')));
  expect(certificate.publicKey.equals(own.publicKey)).toBe(true);
  expect(new X509Certificate(readFileSync(at('acme.pem'))).raw.equals(certificate.raw)).toBe(true);
  const sha256 = createHash('sha256').update(certificate.raw).digest('hex').toUpperCase();
  expect(certificate.fingerprint256.replaceAll(':', '')).toBe(sha256);
  const again = await runCustodian(at('data'), [
    'export',
    'Acme',
    '--kid',
    KID,
    '--format',
    'cer',
    '--out',
    at('acme.cer'),
  ]);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('acme.cer')]);
});

it('rotates and revokes, and its chain of records is whole', async () => {
  await custodian('key', 'rotate', 'Acme', '--reason', 'moving to a generated key', ...WHY);
  await custodian('publish', 'push', 'Acme', '--yes');
  await custodian('key', 'revoke', 'Acme', KID, '--reason', 'all devices have the new certificate', ...WHY);
  await custodian('publish', 'push', 'Acme', '--yes');
  const keys = await custodian<SigningKey[]>('key', 'list', 'Acme');
  expect(keys.find(({ kid }) => kid === KID)?.state).toBe('revoked');
  expect(await custodian('audit', 'verify')).toMatchObject({ ok: true });
});

it('says in words that a file is not there, without the path around it', async () => {
  const { code, stderr } = await runCustodian(at('data'), ['key', 'import', 'Acme', '--file', at('nowhere.pem')]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('nowhere.pem')]);
  expect(stderr).not.toContain(folder);
});
