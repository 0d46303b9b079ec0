// Run by the build, on the engine that is to run the program: `compile.cjs DIST INTO`. Lets the program do what needs no
// keychain and no window, and keeps what the engine made of each chunk meanwhile; the others are compiled without being run.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Script } from 'node:vm';
import { compiledFolder, createLoader, inElectron, scriptOf } from './load.ts';

const [dist = '', into = ''] = process.argv.slice(-2);
const scripts = new Map<string, Script>();

const RUNS = [
  ['--help'],
  ['key', 'list', 'Nobody'],
  ['tenant', 'list'],
  ['audit', 'list'],
  ['publish', 'history', 'Nobody'],
];

async function runAll(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'key-custodian-compile-'));
  try {
    for (const args of RUNS) {
      process.argv = [process.execPath, path.join(dist, 'cli.cjs'), '--data-dir', data, ...args];
      // oxlint-disable-next-line no-await-in-loop -- one command after the other, as a person gives them
      await anew('command-line.cjs').ended;
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  if (inElectron()) {
    const custody = chunks().find((chunk) => chunk.startsWith('open-desk-'));
    anew(path.join('chunks', custody ?? ''));
  }
}

/** Each run has modules of its own. */
function anew(file: string): { ended?: Promise<void> } {
  const load = createLoader(dist, (chunk, script) => scripts.set(chunk, script));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main/cli/main.ts
  return load(path.join(dist, file)) as { ended?: Promise<void> };
}

const chunks = (): string[] => readdirSync(path.join(dist, 'chunks')).filter((name) => name.endsWith('.cjs'));

function keep(): void {
  const folder = path.join(into, path.basename(compiledFolder(dist)));
  mkdirSync(folder, { recursive: true });
  for (const name of ['main.cjs', ...chunks().map((chunk) => path.join('chunks', chunk))]) {
    const file = path.join(dist, name);
    writeFileSync(
      path.join(folder, path.basename(name)),
      (scripts.get(file) ?? scriptOf(dist, file)).createCachedData(),
    );
  }
}

void runAll().then(() => {
  keep();
  process.exit(0);
});
