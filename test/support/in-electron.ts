// Runs a bundled fixture in the Electron that the tests use, as plain Node: the same code on BoringSSL instead of OpenSSL,
// without a window, so that a test on Node can compare the two answer by answer.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { bundleFixture } from './bundle-fixture.ts';

export interface ElectronSide {
  /** Gives `input` to the fixture as JSON and returns what it answers. Throws when the process does not end with 0. */
  ask<T>(input: unknown): Promise<T>;
}

/** The fixture reads the file named by its first argument and writes the one named by its second. */
export async function inElectron(fixture: string): Promise<ElectronSide> {
  const { executable } = await electronRuntime();
  const program = await bundleFixture(fixture);
  return {
    async ask<T>(input: unknown): Promise<T> {
      const folder = mkdtempSync(path.join(tmpdir(), 'in-electron-'));
      chmodSync(folder, 0o700);
      const [question, answer] = [path.join(folder, 'question.json'), path.join(folder, 'answer.json')];
      try {
        writeFileSync(question, JSON.stringify(input));
        await run(executable, [program, question, answer]);
        return JSON.parse(readFileSync(answer, 'utf8')) as T;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function run(executable: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const child = spawn(executable, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`Electron ended with ${String(code ?? signal)}: ${said.slice(0, 2000)}`));
      }
    });
  });
}
