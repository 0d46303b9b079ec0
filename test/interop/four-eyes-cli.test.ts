// Four eyes, the audit file and the evidence report on the command line: two officers with a data folder each, files between
// them, and an auditor who has Node alone.
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { FourEyes } from '../../shared/domain/four-eyes/four-eyes.ts';
import type { SavedReport } from '../../shared/domain/evidence/report.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { codeOf, custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../docs/guide/verify-audit.mjs');
const at = folderForAll();
let kid = '';

beforeAll(async () => {
  const add =
    'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example --endpoint sandbox --alg ES256';
  await custodianJson(at('one'), add.split(' '));
  await custodianJson(at('two'), add.split(' '));
  const keys = await custodianJson<SigningKey[]>(at('one'), ['key', 'list', 'Acme']);
  kid = keys.find(({ state }) => state === 'next')?.kid ?? '';
  const { own } = await custodianJson<FourEyes>(at('two'), ['approve', 'officers', 'Acme']);
  const officer = ['approve', 'add-officer', 'Acme', '--name', 'Second', '--device', own ?? ''];
  await custodianJson(at('one'), officer);
  await custodianJson(at('one'), ['approve', 'require', 'Acme', '--acts', 'revoke']);
}, 60_000);

it('asks, answers and acts by files', async () => {
  const withdraw = ['key', 'withdraw', 'Acme', kid, '--reason', 'never wanted'];
  expect(codeOf(await runCustodian(at('one'), [...withdraw, '--json']))).toEqual([1, 'APPROVAL_NEEDED']);
  const request = ['approve', 'request', '--out', at('request.json'), '--qr', at('request.png')];
  await custodianJson(at('one'), [...request, '--', ...withdraw]);
  const shown = await runCustodian(at('two'), ['approve', 'show', at('request.png')]);
  expect(shown.stdout).toMatch(/key\.withdraw[\s\S]*never wanted/);
  const grant = ['approve', 'grant', at('request.json'), '--out', at('yes.json')];
  expect(codeOf(await runCustodian(at('two'), [...grant, '--json']))).toEqual([1, 'CONFIRMATION_REQUIRED']);
  expect(existsSync(at('yes.json'))).toBe(false);
  await custodianJson(at('two'), [...grant, '--qr', at('yes.png'), '--yes']);
  expect(codeOf(await runCustodian(at('one'), [...grant.slice(0, -1), at('own.json'), '--yes', '--json']))).toEqual([
    1,
    'APPROVAL_UNFIT',
  ]);
  await custodianJson(at('one'), [...withdraw, '--approval', at('yes.png')]);
  expect(codeOf(await runCustodian(at('one'), [...withdraw, '--approval', at('yes.json'), '--json']))[0]).toBe(1);
}, 60_000);

it('only asks for what a second officer can be wanted for, and does nothing of it', async () => {
  const ask = ['approve', 'request', '--out', at('other.json'), '--json', '--'];
  const rename = await runCustodian(at('one'), [...ask, 'tenant', 'rename', 'Acme', 'Other']);
  expect(codeOf(rename)).toEqual([1, 'APPROVAL_NOT_FOR']);
  expect(existsSync(at('other.json'))).toBe(false);
  await custodianJson(at('one'), ['tenant', 'show', 'Acme']);
  // What is public, and what needs no keys at all, is not done on the way either.
  for (const words of [
    ['export', 'Acme', '--format', 'jwks', '--out', at('public.json')],
    ['export', 'Acme', '--all', '--out', at('public')],
    ['audit', 'export', '--out', at('chain.jsonl')],
    ['approve', 'request', '--out', at('inner.json'), '--', 'key', 'withdraw', 'Acme', kid, '--reason', 'never wanted'],
  ]) {
    expect(codeOf(await runCustodian(at('one'), [...ask, ...words]))).toEqual([1, 'APPROVAL_NOT_FOR']);
  }
  expect(['public.json', 'public', 'chain.jsonl', 'inner.json'].filter((name) => existsSync(at(name)))).toEqual([]);
}, 60_000);

it('asks for imports as they would be made', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(at('key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
  for (const [said, ...words] of [
    ['Thumbprint', 'key', 'import', 'Acme', '--file', at('key.pem'), '--as', 'current'],
    ['"thumbprint"', 'key', 'import-many', 'Acme', at('key.pem'), '--as', 'next', '--yes'],
  ]) {
    const out = at(`${words[1]}.json`);
    await custodianJson(at('one'), ['approve', 'request', '--out', out, '--', ...words]);
    const { stdout } = await runCustodian(at('two'), ['approve', 'show', out]);
    expect(stdout).toContain(said);
  }
}, 60_000);

it('hands an auditor a report and a chain that hold on bare Node', async () => {
  const report = ['evidence', '--tenant', 'Acme', '--from', '2026-01-01', '--to', '2099-01-01', '--out', at('report')];
  const saved = await custodianJson<SavedReport>(at('one'), report);
  expect(saved.files).toEqual(['evidence.json', 'evidence.html']);
  await custodianJson(at('one'), ['audit', 'export', '--out', at('audit.jsonl')]);
  const file = at('report/evidence.json');
  const args = [SCRIPT, file, '--device', saved.device, '--anchor', saved.anchor, '--chain', at('audit.jsonl')];
  const checked = spawnSync(process.execPath, args, { cwd: at(), env: {}, encoding: 'utf8' });
  expect([checked.status, checked.stderr]).toEqual([0, '']);
  expect(readFileSync(at('report/evidence.html'), 'utf8')).toContain('Act approved by a second officer');
  const verified = ['audit', 'verify', at('audit.jsonl'), '--device', saved.device, '--anchor', saved.anchor];
  expect((await runCustodian(at('one'), verified)).code).toBe(0);
  const other = saved.anchor.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  expect((await runCustodian(at('one'), ['audit', 'verify', '--anchor', saved.anchor])).code).toBe(0);
  expect((await runCustodian(at('one'), ['audit', 'verify', '--anchor', other])).code).toBe(1);
  expect(codeOf(await runCustodian(at('one'), [...report, '--json']))).toEqual([1, 'FILE_EXISTS']);
}, 60_000);
