// Run by the build, on the engine that is to run the program: `compile.cjs DIST INTO`. Lets the command line do what needs no
// keychain, and keeps what the engine made of each chunk meanwhile; the other chunks are compiled without being run.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Script } from 'node:vm';
import { compiledFolder, createLoader, scriptOf } from './load.ts';

const [dist = '', into = ''] = process.argv.slice(2);
const data = mkdtempSync(path.join(tmpdir(), 'key-custodian-compile-'));
const scripts = new Map<string, Script>();

const RUNS = [
  ['--help'],
  ['key', 'list', 'Nobody'],
  ['tenant', 'list'],
  ['audit', 'list'],
  ['publish', 'history', 'Nobody'],
];

/** Each command ends with nothing left to do. */
function runNext(): void {
  const args = RUNS.shift();
  if (args === undefined) {
    keep();
    return;
  }
  process.argv = [process.execPath, path.join(dist, 'cli.cjs'), '--data-dir', data, ...args];
  const load = createLoader(dist, (file, script) => scripts.set(file, script));
  setImmediate(() => load(path.join(dist, 'command-line.cjs')));
}

function keep(): void {
  process.off('beforeExit', runNext);
  process.exitCode = 0;
  rmSync(data, { recursive: true, force: true });
  const folder = path.join(into, path.basename(compiledFolder(dist)));
  mkdirSync(folder, { recursive: true });
  for (const chunk of readdirSync(path.join(dist, 'chunks')).filter((name) => name.endsWith('.cjs'))) {
    const file = path.join(dist, 'chunks', chunk);
    writeFileSync(path.join(folder, chunk), (scripts.get(file) ?? scriptOf(file)).createCachedData());
  }
}

process.on('beforeExit', runNext);
