// `custodian update`, and an older program before a newer registry: it says so, changes nothing, and can still verify what updates it.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeEach, expect, it } from 'vitest';
import { namedPackage, publicLine, releaseDocument, signedBySignify } from '../../../build/release/document.mjs';
import { runCommandLine } from '../../../main/cli/run.ts';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { nativeWords } from '../../../shared/words/words.ts';
import { folderForEach } from '../../support/folder.ts';

const key = generateKeyPairSync('ed25519').privateKey;
const pinned = { keys: [publicLine(key)], channel: 'stable', address: 'https://127.0.0.1:9/none', installed: '0.1.0' };
const PACKAGE = 'key-custodian_0.2.0_amd64.deb';

const folder = folderForEach();
beforeEach(() => {
  mkdirSync(folder('stick'));
  writeFileSync(at(PACKAGE), 'a package');
  const packages = [namedPackage(at(PACKAGE))];
  const release = {
    channel: 'stable',
    version: '0.2.0',
    issued: new Date(),
    news: ['Signs\u001b[2J faster.'],
    packages,
  };
  writeFileSync(at('key-custodian.release'), signedBySignify(releaseDocument(release), key));
});
const at = (name: string): string => folder('stick', name);

async function run(args: readonly string[], built: typeof pinned | null = pinned) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const console = { stdin: new PassThrough(), stdout, stderr, runtime: 'a test', program: 'a test' };
  const code = await runCommandLine(
    ['--data-dir', folder('data'), ...args],
    built === null ? console : { ...console, pinned: built },
  );
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

it('says what is new by a signed document, as plain text', async () => {
  const { code, stdout } = await run(['update', 'check', '--from', at('key-custodian.release')]);
  expect(code).toBe(0);
  expect(stdout).toContain('Version 0.2.0 is there; this one is 0.1.0.');
  expect(stdout).toMatch(/^Signs.* faster\.$/m);
  expect(stdout).not.toContain('\u001b');
});

it('verifies a package beside its document, and names the one command that installs it', async () => {
  const { code, stdout } = await run(['update', 'verify', at(PACKAGE)]);
  expect(code).toBe(0);
  expect(stdout).toContain(`Then, in its folder: sudo apt install ./${PACKAGE}`);
  const json = await run(['update', 'verify', at(PACKAGE), '--release', at('key-custodian.release'), '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ release: { standing: 'newer' }, package: { file: PACKAGE } });
});

it('ends with 1 where the package is another one', async () => {
  writeFileSync(at(PACKAGE), 'a pAckage');
  const { code, stderr } = await run(['update', 'verify', at(PACKAGE)]);
  expect(code).toBe(1);
  expect(stderr).toContain('(UPDATE_REFUSED)');
  expect(stderr).toContain('Do not install this one.');
});

it('as it is built in a checkout it has no key, says so, and asks nobody', async () => {
  const { code, stderr } = await run(['update', 'check', '--from', at('key-custodian.release')], null);
  expect(code).toBe(1);
  expect(stderr).toContain('(UPDATE_NO_KEY)');
});

it('an older program says that the registry is newer, touches nothing, and still verifies a package', async () => {
  const data = folder('data');
  openRegistry({
    folder: data,
    holder: 'a test',
    waitMs: 0,
    clock: { now: () => new Date() },
    actor: 'a test',
  }).close();
  const database = new DatabaseSync(path.join(data, 'registry.db'));
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  database.close();
  const before = readFileSync(path.join(data, 'registry.db'));

  const refused = await run(['tenant', 'list', '--json']);
  expect(refused.code).toBe(3);
  const { error } = JSON.parse(refused.stderr) as { error: { message: string; advice: string; facts: object } };
  expect(error.facts).toEqual({ found: MIGRATIONS.length + 1, known: MIGRATIONS.length });
  expect(error.message).toContain('written by a newer Key Custodian');
  expect(error.advice).toContain('“copies”');
  // The window says the same in a box, and ends.
  const wire = { code: 'REGISTRY_TOO_NEW', facts: { found: 18, known: 17 } } as const;
  expect(nativeWords('en').shared.error(wire).advice).toContain('“copies”');
  expect(nativeWords('de').shared.error(wire).message).toContain('neueren Key Custodian');

  expect(await run(['update', 'verify', at(PACKAGE)])).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(data, 'registry.db')).equals(before)).toBe(true);
});
