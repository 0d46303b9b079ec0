// Runs the tools of others on files in a folder of its own. Arguments are lists, never shell text.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A temporary folder for one test file, removed at its end. */
export function workFolder(): { file: (name: string) => string; save: (name: string, bytes: Uint8Array) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'custodian-interop-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string): string => join(folder, name);
  const save = (name: string, bytes: Uint8Array): string => {
    writeFileSync(file(name), bytes);
    return file(name);
  };
  return { file, save };
}

/** Standard output; a failing tool fails the test with what it said on standard error. */
export function run(tool: string, args: readonly string[]): Buffer {
  return execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
}

export const runText = (tool: string, args: readonly string[]): string => run(tool, args).toString('utf8');

export const hasTool = (tool: string): boolean =>
  spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
