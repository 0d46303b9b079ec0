// A key ceremony on the command line, with the real program: led through on one terminal, killed in the middle, a wrong
// read-back, and minutes that bare Node checks.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { SavedMinutes } from '../../shared/domain/ceremony/papers.ts';
import type { Standing } from '../../shared/words/en/command-line/ceremony.ts';
import { newHolder } from '../support/backups.ts';
import { codeOf, custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PEOPLE = '--place Vienna --administrator Ada --custodians Cato --witness Will'.split(' ');
const at = folderForAll();
const json = <T>(...args: string[]): Promise<T> => custodianJson<T>(at('data'), args);
const show = (): Promise<Standing> => json('ceremony', 'show', 'Acme');
const refused = (...args: string[]): Promise<[number | null, string]> =>
  runCustodian(at('data'), [...args, '--json']).then(codeOf);

beforeAll(async () => {
  const holder = await newHolder();
  writeFileSync(at('to.txt'), `${holder.recipient}\n`);
  writeFileSync(at('identity.txt'), `${holder.identity}\n`);
  const add = 'tenant add --name Acme --domain acme.eu.auth0.com --custom-domain id.acme.example --alg ES256';
  await json(...add.split(' '), '--endpoint', 'sandbox');
});

it('says what a newcomer does in the wrong order, and records nothing of it', async () => {
  expect(await refused('ceremony', 'show', 'Nobody')).toEqual([1, 'TENANT_NOT_FOUND']);
  expect(await refused('ceremony', 'show', 'Acme')).toEqual([1, 'CEREMONY_NONE']);
  expect(await refused('ceremony', 'step', 'Acme')).toEqual([1, 'CEREMONY_NONE']);
  expect(await refused('ceremony', 'close', 'Acme', '--out', at('never'))).toEqual([1, 'CEREMONY_NONE']);
  expect(await refused('ceremony', 'minutes', 'Acme', '--out', at('never'))).toEqual([1, 'CEREMONY_NONE']);
  expect(await refused('ceremony', 'begin', 'Acme', ...PEOPLE, '--ring', 'none')).toEqual([1, 'RING_NOT_FOUND']);
  expect(await refused('ceremony', 'begin', 'Acme', ...PEOPLE.slice(0, -1), 'ada')).toEqual([2, 'INPUT_INVALID']);
  const ask = ['approve', 'request', '--out', at('request.json'), '--', 'ceremony', 'begin', 'Acme', ...PEOPLE];
  expect(codeOf(await runCustodian(at('data'), ['--json', ...ask]))).toEqual([1, 'APPROVAL_NOT_FOR']);
  expect(await json('audit', 'list', '--action', 'ceremony')).toEqual([]);
}, 60_000);

/** Leads through with these lines on its terminal; killed once it asks for what stands in `killAt`. */
function run(lines: readonly string[], killAt: string): Promise<NodeJS.Signals | null> {
  const args = [path.join(ROOT, 'dist/cli.cjs'), '--data-dir', at('data'), 'ceremony', 'run', 'Acme'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (part) => {
    told += String(part);
    if (told.includes(killAt)) {
      child.kill('SIGKILL');
    }
  });
  // Open to the end, as a terminal is.
  child.stdin.write(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve(signal));
  });
}

it('is led through on one terminal, and a kill in the middle loses nothing', async () => {
  await json('ceremony', 'begin', 'Acme', ...PEOPLE);
  expect(await run(['', '', 'note The bell rang', '', ''], 'Step 5 of')).toBe('SIGKILL');
  const stopped = await show();
  expect(stopped.next?.step).toBe('read-device');
  expect(stopped.notes.map(({ text }) => text)).toEqual(['The bell rang']);
  const heard = stopped.next?.value?.slice(-16) ?? '';
  const lines = ['', 'wrong', heard, 'deviate there was nothing to lose yet', '', 'stop']
    .map((line) => `${line}\n`)
    .join('');
  const ran = await runCustodian(at('data'), ['ceremony', 'run', 'Acme', '--json'], lines);
  const standing: Standing = JSON.parse(ran.stdout) as Standing;
  expect(standing.steps.slice(4, 7).map(({ state }) => state)).toEqual(['done', 'deviated', 'done']);
  expect(standing.steps[4]?.failures).toEqual(['read-back']);
  expect(standing.next?.step).toBe('read-kid');
}, 60_000);

it('takes acts by their own commands, and is closed with minutes that hold on bare Node', async () => {
  const step = (...more: string[]): Promise<Standing> => json('ceremony', 'step', 'Acme', ...more);
  expect(await refused('ceremony', 'step', 'Acme', '--', 'key', 'list', 'Acme')).toEqual([2, 'USAGE']);
  for (let { next } = await show(); next?.step !== 'backup'; { next } = await show()) {
    await step('--read-back', next?.value ?? '');
  }
  expect(await refused('ceremony', 'step', 'Acme', '--', 'backup', 'create', '--out', at('b.age'))).toEqual([
    2,
    'USAGE',
  ]);
  await step('--', 'backup', 'create', '--out', at('b.age'), '--recipient', at('to.txt'));
  await step('--read-back', (await show()).next?.value ?? '');
  expect(await refused('ceremony', 'close', 'Acme', '--out', at('minutes'))).toEqual([1, 'CEREMONY_STEPS_LEFT']);
  await json('backup', 'drill', at('b.age'), '--identity', at('identity.txt'));
  await step();
  await step();
  expect(await refused('ceremony', 'step', 'Acme')).toEqual([1, 'CEREMONY_STEPS_DONE']);
  const saved = await json<SavedMinutes>('ceremony', 'close', 'Acme', '--out', at('minutes'), '--language', 'de');
  expect(saved).toMatchObject({ ended: 'closed', deviated: 1, failures: 1, files: ['minutes.json', 'minutes.html'] });
  expect(readFileSync(at('minutes/minutes.html'), 'utf8')).toContain('ÜBERGANGEN');
  await json('audit', 'export', '--out', at('audit.jsonl'));
  const script = path.join(ROOT, 'docs/guide/verify-audit.mjs');
  const checks = ['--device', saved.device, '--anchor', saved.before, '--anchor', saved.anchor];
  const args = [script, at('minutes/minutes.json'), ...checks, '--chain', at('audit.jsonl')];
  const checked = spawnSync(process.execPath, args, { cwd: at(), env: {}, encoding: 'utf8' });
  expect([checked.status, checked.stderr]).toEqual([0, '']);
  expect(checked.stdout).toContain('there was nothing to lose yet');
  expect(await refused('ceremony', 'close', 'Acme', '--out', at('more'))).toEqual([1, 'CEREMONY_NONE']);
}, 60_000);
