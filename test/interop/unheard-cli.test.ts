// What a command does whose output nobody takes: a reader that went away, a disk that is full.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, closeSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { custodianJson } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const FULL = '/dev/full';

const folder = folderForAll();

/** `stdout`: a reader that goes away at once, or a file. */
async function ran(args: readonly string[], stdout: 'pipe' | number): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', folder(), ...args], {
    stdio: ['ignore', stdout, 'pipe'],
  });
  child.stdout?.destroy();
  let said = '';
  child.stderr?.on('data', (part) => (said += String(part)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

it('sees an act to its end when the reader of its output goes away', async () => {
  expect(await ran(['tenant', 'add', '--name', 'Acme', '--domain', 'acme.example'], 'pipe')).toEqual({
    code: 0,
    said: '',
  });
  expect(await custodianJson(folder(), ['tenant', 'list'])).toMatchObject([{ tenant: { name: 'Acme' } }]);
});

it.runIf(existsSync(FULL)).each([[[]], [['--json']]])(
  'fails and says why when its output cannot be written: %j',
  async (json) => {
    const full = openSync(FULL, 'w');
    const { code, said } = await ran(['tenant', 'list', ...json], full);
    closeSync(full);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^[^\n]*standard output could not be written: the disk is full/),
    ]);
    expect(said).not.toContain('    at ');
  },
);
