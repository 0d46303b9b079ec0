// Backups on the command line, in processes of their own and on a real keyring; and what somebody can do with one who has
// Debian's age, tar and openssl and not this program. What is refused leaves no file.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DrillReport } from '../../shared/domain/backup/backup.ts';
import type { Restored, RestorePreview } from '../../shared/domain/backup/restore.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { codeOf, custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';
import { hasTool } from './formats-tools.ts';

const PASSPHRASE = 'correct horse battery staple';
const EXTRACTOR = path.resolve(import.meta.dirname, '../../docs/guide/unpack-backup.mjs');
const hasAge = hasTool('age');
const at = folderForAll();
const one = (): string => at('one');
const opening = ['--passphrase-stdin'];

beforeAll(async () => {
  const add = 'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example --endpoint sandbox';
  await custodianJson(one(), add.split(' '));
  await custodianJson(one(), ['ring', 'add', 'Acme', '--alg', 'ES256']);
  await custodianJson(one(), ['backup', 'create', '--out', at('keys.age'), ...opening], PASSPHRASE);
});

describe('a backup under a passphrase', () => {
  it('is for its owner alone, shows no key, and is not overwritten', async () => {
    expect(statSync(at('keys.age')).mode & 0o077).toBe(0);
    const bytes = readFileSync(at('keys.age'));
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    expect(bytes.includes('PRIVATE KEY')).toBe(false);
    const again = await runCustodian(
      one(),
      ['backup', 'create', '--out', at('keys.age'), ...opening, '--json'],
      PASSPHRASE,
    );
    expect(codeOf(again)).toEqual([1, 'FILE_EXISTS']);
    expect(readFileSync(at('keys.age')).equals(bytes)).toBe(true);
    expect(again.processList).not.toContain(PASSPHRASE);
  });

  it('is refused under another passphrase, when it is cut off, and when it is something else', async () => {
    const verify = (file: string, passphrase = PASSPHRASE) =>
      runCustodian(at('nobody'), ['backup', 'verify', file, ...opening, '--json'], passphrase);
    expect((await verify(at('keys.age'))).code).toBe(0);
    expect(codeOf(await verify(at('keys.age'), 'wrong'))).toEqual([1, 'BACKUP_UNREADABLE']);
    writeFileSync(at('cut.age'), readFileSync(at('keys.age')).subarray(0, -100));
    expect(codeOf(await verify(at('cut.age')))).toEqual([1, 'BACKUP_UNREADABLE']);
    writeFileSync(at('letter.txt'), 'dear colleague');
    expect(codeOf(await verify(at('letter.txt')))).toEqual([1, 'BACKUP_UNREADABLE']);
    expect(codeOf(await verify(at('none.age')))).toEqual([1, 'FILE_NOT_FOUND']);
    expect(existsSync(at('nobody'))).toBe(false);
  });

  it('passes its drill, and restores on a machine that has nothing, after a clear yes', async () => {
    const drilled = await custodianJson<DrillReport>(
      one(),
      ['backup', 'drill', at('keys.age'), ...opening],
      PASSPHRASE,
    );
    expect(drilled).toMatchObject({ outcome: 'passed', privateHalves: 4 });
    const two = at('two');
    const restore = ['backup', 'restore', at('keys.age'), ...opening];
    expect(codeOf(await runCustodian(two, [...restore, '--json'], PASSPHRASE))).toEqual([1, 'CONFIRMATION_REQUIRED']);
    const preview = await custodianJson<RestorePreview>(two, [...restore, '--preview'], PASSPHRASE);
    expect(preview).toMatchObject({ empty: true, tenants: [{ tenant: 'Acme', verdict: { is: 'new' }, keys: 4 }] });
    const restored = await custodianJson<Restored>(two, [...restore, '--yes'], PASSPHRASE);
    expect(restored).toMatchObject({ tenants: ['Acme'], privateHalves: 4 });
    const kids = async (data: string) =>
      (await custodianJson<SigningKey[]>(data, ['key', 'list', 'Acme'])).map(({ kid, state }) => [kid, state]);
    expect(await kids(two)).toEqual(await kids(one()));
    expect((await runCustodian(two, ['doctor'])).code).toBe(0);
    await custodianJson(at('three'), ['tenant', 'add', '--name', 'acme', '--domain', 'other.example']);
    const partly = await runCustodian(at('three'), [...restore, '--yes', '--json'], PASSPHRASE);
    expect([partly.code, JSON.parse(partly.stdout)]).toMatchObject([1, { skipped: [{ tenant: 'Acme' }] }]);
    const signed = await runCustodian(two, ['key', 'sign', 'Acme', '--claims-stdin'], '{}');
    expect((await runCustodian(one(), ['key', 'verify', 'Acme', '--token-stdin'], signed.stdout)).code).toBe(0);
  });
});

describe('a backup that two of three people open', () => {
  const verify = (...sheets: string[]) =>
    runCustodian(at('nobody'), [
      'backup',
      'verify',
      at('together.age'),
      '--json',
      ...sheets.flatMap((sheet) => ['--share', sheet]),
    ]);

  it('leaves a sheet for each, which open it together and not alone', async () => {
    const create = ['backup', 'create', '--out', at('together.age'), '--sheets', at('sheets')];
    const shares = ['--threshold', '2', '--holders', 'Alice', 'Bob', 'Carol'];
    expect(codeOf(await runCustodian(one(), [...create, '--json']))).toEqual([2, 'USAGE']);
    const tooMany = [...create, '--threshold', '4', ...shares.slice(2), '--json'];
    expect(codeOf(await runCustodian(one(), tooMany))).toEqual([2, 'INPUT_INVALID']);
    expect(existsSync(at('together.age'))).toBe(false);
    const made = await custodianJson<{ shares: { threshold: number } }>(one(), [...create, ...shares]);
    expect(made.shares.threshold).toBe(2);
    const sheets = readdirSync(at('sheets')).map((name) => path.join(at('sheets'), name));
    expect(sheets).toHaveLength(3);
    expect(sheets.map((sheet) => statSync(sheet).mode & 0o077)).toEqual([0, 0, 0]);
    const [alice = '', bob = '', carol = ''] = sheets;
    expect((await verify(alice, carol)).code).toBe(0);
    expect(codeOf(await verify(bob))).toEqual([1, 'SHARES_UNFIT']);
    expect(codeOf(await verify(bob, bob))).toEqual([1, 'SHARES_UNFIT']);
  });
});

describe('without this program', needs(hasAge, 'age'), () => {
  beforeAll(async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('ssh')]);
    execFileSync('age-keygen', ['-o', at('identity')], { stdio: 'ignore' });
    writeFileSync(at('recipient'), execFileSync('age-keygen', ['-y', at('identity')]));
    const recipients = ['--recipient', at('recipient'), at('ssh.pub')];
    await custodianJson(one(), ['backup', 'create', '--out', at('shared.age'), ...recipients]);
  });

  it.each(['identity', 'ssh'])('age opens it by the %s, tar unpacks it, and openssl takes every key', (identity) => {
    const tar = execFileSync('age', ['-d', '-i', at(identity), at('shared.age')], { maxBuffer: 1e8 });
    const out = at(`plain-${identity}`);
    mkdirSync(out);
    execFileSync('tar', ['-x', '-C', out], { input: tar });
    const ids = readdirSync(path.join(out, 'keys'));
    expect(ids).toHaveLength(4);
    for (const id of ids) {
      const key = path.join(out, 'keys', id);
      const [half, certificate] = [
        ['pkey', '-in', path.join(key, 'private-key.pem'), '-pubout'],
        ['x509', '-in', path.join(key, 'certificate.pem'), '-noout', '-pubkey'],
      ].map((args) => execFileSync('openssl', args, { encoding: 'utf8' }));
      expect(half).toBe(certificate);
      expect(statSync(path.join(key, 'private-key.pem')).mode & 0o077).toBe(0);
    }
  });

  const extract = (tar: Buffer, name: string) =>
    spawnSync(process.execPath, [EXTRACTOR, at(name)], { input: tar, encoding: 'utf8', maxBuffer: 1e8 });

  const refusalOf = (tar: Buffer, name: string): string => {
    const { status, stderr } = extract(tar, name);
    return status === 1 ? stderr : '';
  };

  it('the extractor unpacks it, lists its keys, and notices what was altered', () => {
    const tar = execFileSync('age', ['-d', '-i', at('identity'), at('shared.age')], { maxBuffer: 1e8 });
    const { status, stdout, stderr } = extract(tar, 'extracted');
    expect([status, stderr]).toEqual([0, expect.stringContaining('Whole: made at ')]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { tenant: string; privateKey: string });
    expect(lines).toHaveLength(4);
    expect(
      lines.every(({ tenant, privateKey }) => tenant === 'Acme' && existsSync(at(`extracted/${privateKey}`))),
    ).toBe(true);
    const altered = Buffer.from(tar.toString('latin1').replace('acme.eu.auth0.com', 'evil.eu.auth0.com'), 'latin1');
    expect(refusalOf(altered, 'altered')).toContain('not what the list says');
    const outside = Buffer.from(tar.toString('latin1').replace('README.txt', '../E.txt\0\0'), 'latin1');
    expect(refusalOf(outside, 'outside')).toContain('no file of a backup');
    expect(existsSync(at('E.txt'))).toBe(false);
    expect(refusalOf(tar.subarray(0, tar.length / 2), 'cut')).toContain('cut off');
  });

  it('is at most 200 lines', () => {
    expect(readFileSync(EXTRACTOR, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('this program opens it by the identity too, and not by another', async () => {
    const verify = (identity: string) =>
      runCustodian(at('nobody'), ['backup', 'verify', at('shared.age'), '--identity', identity, '--json']);
    expect((await verify(at('identity'))).code).toBe(0);
    execFileSync('age-keygen', ['-o', at('stranger')], { stdio: 'ignore' });
    expect(codeOf(await verify(at('stranger')))).toEqual([1, 'BACKUP_UNREADABLE']);
  });
});
