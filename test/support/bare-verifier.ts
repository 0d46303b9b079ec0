// The guide's script by which others check what was signed: run by a bare Node in a folder where nothing else lies.
import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

export const SCRIPT = path.resolve(import.meta.dirname, '../../docs/guide/verify-audit.mjs');

interface Verdict {
  code: number | null;
  said: string;
}

/** Asks about the file of that name in the folder, with this in it. */
export const bareVerifier =
  (at: (...names: string[]) => string, file: string) =>
  (content: string | Buffer, ...options: string[]): Verdict => {
    copyFileSync(SCRIPT, at('verify-audit.mjs'));
    writeFileSync(at(file), content);
    const args = ['verify-audit.mjs', file, ...options];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: at(), env: {}, encoding: 'utf8' });
    return { code: status, said: stdout + stderr };
  };

export const caught = (how: string): Verdict => ({ code: 1, said: expect.stringMatching(how) as string });
