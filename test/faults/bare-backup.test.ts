// A backup on a machine without this program: a root folder with age, Node.js, what these two load, the backup, its identity and the
// extractor, and nothing else, not even a shell. Few tenants here, a thousand in the long run (`npm run test:long`).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { saveStream } from '../../main/files/save-stream.ts';
import { newHolder, sealedFor } from '../support/backups.ts';
import { ACME, openDesk } from '../support/desk.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const TENANTS = import.meta.env.MODE === 'long' ? 1000 : 3;
/** A new tenant has a current and a next key. */
const KEYS = 2 * TENANTS;
const EXTRACTOR = path.resolve(import.meta.dirname, '../../docs/guide/unpack-backup.mjs');

const root = folderForAll();

/** Only root changes its root, and root in a namespace of its own is enough. */
const inside = (program: string, args: readonly string[], stdin?: number) =>
  spawnSync('unshare', ['--map-root-user', '--net', 'chroot', root(), `/bin/${program}`, ...args], {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    stdio: [stdin ?? 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });

/** The program, and every library that its loader names. */
function bring(program: string, file: string): void {
  mkdirSync(root('bin'), { recursive: true });
  cpSync(file, root('bin', program), { dereference: true });
  for (const [library] of spawnSync('ldd', [file], { encoding: 'utf8' }).stdout.matchAll(/\/\S+/g)) {
    mkdirSync(root(path.dirname(library)), { recursive: true });
    cpSync(library, root(library), { dereference: true });
  }
}

const whereIs = (program: string): string =>
  spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

const isPossible =
  process.platform === 'linux' &&
  whereIs('age') !== '' &&
  spawnSync('unshare', ['--map-root-user', '--net', 'chroot', '/', 'true']).status === 0;
const needed = needs(isPossible, 'Linux, age, and leave to change the root');

beforeAll(async () => {
  if (isPossible) {
    bring('age', whereIs('age'));
    bring('node', process.execPath);
    cpSync(EXTRACTOR, root('unpack-backup.mjs'));
    await makeBackup();
  }
}, 3_600_000);

async function makeBackup(): Promise<void> {
  const desk = openDesk();
  for (let number = 0; number < TENANTS; number += 1) {
    const place = { name: `Tenant ${number}`, domain: `t${number}.eu.auth0.com`, customDomain: null };
    await desk.custodian.addTenant({ ...ACME, ...place, alg: 'ES256' });
  }
  const holder = await newHolder();
  await desk.custodian.createBackup({ protection: sealedFor(holder), credentials: false }, async (chunks, prove) => ({
    file: 'backup.age',
    ...(await saveStream(root('backup.age'), chunks, prove)),
  }));
  writeFileSync(root('identity'), `${holder.identity}\n`);
  await desk.close();
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

it(`of ${TENANTS} tenants opens with age and the extractor alone, and every key signs`, needed, () => {
  expect(readdirSync(root()).toSorted()).toEqual(
    expect.arrayContaining(['backup.age', 'bin', 'identity', 'unpack-backup.mjs']),
  );
  expect(readdirSync(root('bin')).toSorted()).toEqual(['age', 'node']);
  const opening = performance.now();
  const opened = inside('age', ['-d', '-i', '/identity', '-o', '/plain.tar', '/backup.age']);
  expect([opened.status, opened.stderr]).toEqual([0, '']);
  const took = seconds(opening);
  const unpacking = performance.now();
  const { status, stdout, stderr } = inside('node', ['/unpack-backup.mjs', '/out'], openSync(root('plain.tar'), 'r'));
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^Whole: .* 0 private keys are not in it/)]);
  const keys = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { tenant: string; privateKey: string | null });
  expect([keys.length, new Set(keys.map(({ tenant }) => tenant)).size]).toEqual([KEYS, TENANTS]);
  expect(keys.filter(({ privateKey }) => privateKey === null)).toEqual([]);
  const mib = (statSync(root('backup.age')).size / 1024 / 1024).toFixed(1);
  process.stdout.write(
    `a backup of ${TENANTS} tenants, ${KEYS} keys, ${mib} MiB, on a bare machine: age ${took} s, extractor ${seconds(unpacking)} s\n`,
  );
});
