// The command line in processes of its own: public formats, everything in a folder, private keys with their ledger,
// certificates. What it refuses leaves no file.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandOver } from '../../shared/domain/exports/hand-over.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { codeOf, custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const PASSPHRASE = 'correct horse battery staple';
const at = folderForAll();
let current = '';
const data = (): string => at('data');
const custodian = <T>(...args: string[]): Promise<T> => custodianJson<T>(data(), args);

beforeAll(async () => {
  const added = await custodian<TenantView>(
    ...'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example --endpoint sandbox'.split(
      ' ',
    ),
  );
  current = added.rings[0]?.keys.find(({ state }) => state === 'current')?.kid ?? '';
});

describe('public keys', () => {
  it('leave in every format and profile, for a key, a ring or the tenant', async () => {
    for (const format of ['ssh', 'saml', 'pin', 'spki-der', 'json', 'csv', 'pem-bundle', 'p7b-bundle', 'csr']) {
      await custodian('export', 'Acme', '--format', format, '--out', at(`acme.${format}`));
    }
    expect(readFileSync(at('acme.ssh'), 'utf8')).toContain(current);
    const verified = execFileSync('openssl', ['req', '-in', at('acme.csr'), '-noout', '-verify', '-subject'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(verified).toContain('CN = acme.eu.auth0.com');
    await custodian('export', 'Acme', '--format', 'fingerprint', '--profile', 'auth0', '--out', at('fingerprint'));
    expect(readFileSync(at('fingerprint'), 'utf8')).toMatch(/^([0-9A-F]{2}:){19}[0-9A-F]{2}$/);
    await custodian('export', 'Acme', '--format', 'pem-bundle', '--ring', 'default', '--out', at('ring.pem'));
    const unknown = await runCustodian(data(), [
      'export',
      'Acme',
      '--format',
      'jwk',
      '--profile',
      'auth0',
      '--out',
      at('no'),
      '--json',
    ]);
    expect(codeOf(unknown)).toEqual([2, 'INPUT_INVALID']);
    expect(existsSync(at('no'))).toBe(false);
  });

  it('leave all at once in a folder, and never over one that is there', async () => {
    const said = await custodian<{ files: number }>('export', 'Acme', '--all', '--out', at('all'));
    expect(readdirSync(at('all'))).toHaveLength(said.files);
    const again = await runCustodian(data(), ['export', 'Acme', '--all', '--out', at('all'), '--json']);
    expect(codeOf(again)).toEqual([1, 'FILE_EXISTS']);
    expect(readdirSync(at()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leave all at once in an archive, with the same manifest hash', async () => {
    const zip = ['export', 'Acme', '--all', '--zip', '--out', at('all.zip')];
    const said = await custodian<{ folder: string; files: number }>(...zip);
    expect(said).toMatchObject({ folder: 'all.zip', files: readdirSync(at('all')).length });
    expect(readFileSync(at('all.zip')).subarray(0, 2).toString()).toBe('PK');
    expect(codeOf(await runCustodian(data(), [...zip, '--json']))).toEqual([1, 'FILE_EXISTS']);
  });

  it('leave nothing when they are interrupted', async () => {
    const child = spawn(
      process.execPath,
      [PROGRAM, '--data-dir', data(), 'export', 'Acme', '--all', '--out', at('cut'), '--json'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    const looking = setInterval(() => {
      if (readdirSync(at()).some((name) => name.startsWith('.cut.'))) {
        clearInterval(looking);
        child.kill('SIGINT');
      }
    }, 1);
    const [code] = (await once(child, 'close')) as [number | null];
    clearInterval(looking);
    expect([code, said]).toEqual([1, expect.stringContaining('CANCELLED')]);
    expect(readdirSync(at()).filter((name) => name.includes('cut'))).toEqual([]);
  });
});

describe('a private key', () => {
  const words = (...more: string[]): string[] => [
    'export',
    'Acme',
    '--format',
    'p12',
    '--out',
    at('key.p12'),
    '--json',
    ...more,
  ];

  it('needs a recipient, a protection and a clear yes', async () => {
    for (const [more, outcome] of [
      [
        ['--passphrase-stdin', '--yes'],
        [2, 'USAGE'],
      ],
      [
        ['--to', 'Ops', '--yes'],
        [2, 'USAGE'],
      ],
      [
        ['--to', 'Ops', '--passphrase-stdin'],
        [1, 'CONFIRMATION_REQUIRED'],
      ],
    ] as const) {
      expect(codeOf(await runCustodian(data(), words(...more), PASSPHRASE))).toEqual(outcome);
    }
    expect(codeOf(await runCustodian(data(), words('--to', 'Ops', '--passphrase-stdin', '--yes'), '\n'))).toEqual([
      2,
      'INPUT_INVALID',
    ]);
    expect(existsSync(at('key.p12'))).toBe(false);
    expect(await custodian('handover', 'list', 'Acme')).toEqual([]);
  });

  it('leaves for openssl, readable for its owner alone, and is in the ledger', async () => {
    const ran = await runCustodian(data(), words('--to', 'Ops', '--passphrase-stdin', '--yes'), `${PASSPHRASE}\n`);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(statSync(at('key.p12')).mode & 0o777).toBe(0o600);
    expect(ran.processList + ran.stdout).not.toContain(PASSPHRASE);
    writeFileSync(at('passphrase'), PASSPHRASE);
    const opened = execFileSync('openssl', [
      'pkcs12',
      '-in',
      at('key.p12'),
      '-passin',
      `file:${at('passphrase')}`,
      '-nodes',
      '-nocerts',
    ]);
    expect(opened.toString()).toContain('BEGIN PRIVATE KEY');
    const [entry] = await custodian<HandOver[]>('handover', 'list', 'Acme');
    expect(entry).toMatchObject({ number: 1, to: 'Ops', kid: current, format: 'p12' });
    expect(codeOf(await runCustodian(data(), words('--to', 'Ops', '--passphrase-stdin', '--yes'), PASSPHRASE))).toEqual(
      [1, 'FILE_EXISTS'],
    );
    expect(await custodian<HandOver[]>('handover', 'list', 'Acme')).toHaveLength(1);
  });

  it('that must stay does not leave', async () => {
    // The next key went to a consumer above, so it makes room only when it is named.
    const before = await custodian<SigningKey[]>('key', 'list', 'Acme');
    const given = before.find(({ state }) => state === 'next')?.kid ?? '';
    const { keys } = await custodian<RingView>('key', 'generate', 'Acme', '--non-exportable', '--replace', given);
    const next = keys.find(({ state }) => state === 'next')?.kid ?? '';
    const refusal = await runCustodian(
      data(),
      [
        'export',
        'Acme',
        '--format',
        'pkcs8',
        '--kid',
        next,
        '--out',
        at('stay'),
        '--to',
        'Ops',
        '--passphrase-stdin',
        '--yes',
        '--json',
      ],
      PASSPHRASE,
    );
    expect(codeOf(refusal)).toEqual([1, 'KEY_NOT_EXPORTABLE']);
    expect(existsSync(at('stay'))).toBe(false);
  });

  it('that was compromised names everybody who holds a copy', async () => {
    const why = ['--reason', 'the laptop of Ops was stolen', '--compromised'];
    const outcome = await custodian<{ handOvers: HandOver[] }>('key', 'rotate-and-revoke', 'Acme', ...why);
    expect(outcome.handOvers.map(({ to, kid }) => [to, kid])).toEqual([['Ops', current]]);
  });
});

describe('a certificate', () => {
  it('is issued anew by reissue and replaced by certificate --file', async () => {
    const keys = await custodian<SigningKey[]>('key', 'list', 'Acme');
    const key = keys.find(({ state }) => state === 'current');
    const { certificate } = await custodian<{ certificate: { serial: string } }>('key', 'show', 'Acme', key?.kid ?? '');
    const serial = async (): Promise<string> =>
      (await custodian<{ certificate: { serial: string } }>('key', 'show', 'Acme', key?.kid ?? '')).certificate.serial;
    await custodian('export', 'Acme', '--kid', key?.kid ?? '', '--format', 'pb7', '--out', at('own.pb7'));
    await custodian('key', 'reissue', 'Acme', key?.kid ?? '', '--days', '30');
    expect(await serial()).not.toBe(certificate.serial);
    await custodian('key', 'certificate', 'Acme', key?.kid ?? '', '--file', at('own.pb7'));
    expect(await serial()).toBe(certificate.serial);
    const other = await runCustodian(data(), [
      'key',
      'certificate',
      'Acme',
      key?.kid ?? '',
      '--file',
      at('ring.pem'),
      '--json',
    ]);
    expect(codeOf(other)).toEqual([1, 'KEY_CERTIFICATE_MISMATCH']);
    const foreign = await runCustodian(data(), [
      'key',
      'certificate',
      'Acme',
      current,
      '--file',
      at('ring.pem'),
      '--json',
    ]);
    expect(codeOf(foreign)).toEqual([1, 'KEY_STATE']);
  });
});
