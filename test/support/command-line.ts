// Runs the built command line in processes of its own, as a script would.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  /** What the process list showed of it while it ran: arguments and environment. */
  processList: string;
}

/** Runs `custodian --data-dir {folder} …args`, with `env` added to the environment. */
export function runCustodian(
  folder: string,
  args: readonly string[],
  stdin = '',
  env: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, '--data-dir', folder, ...args], {
      env: { ...process.env, ...env },
    });
    const ran: Ran = { code: null, stdout: '', stderr: '', processList: '' };
    const look = setInterval(() => {
      ran.processList += processEntry(child.pid);
    }, 20);
    child.stdout.on('data', (part) => (ran.stdout += String(part)));
    child.stderr.on('data', (part) => (ran.stderr += String(part)));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      resolve({ ...ran, code });
    });
    child.stdin.end(stdin);
  });
}

/** Runs a command that must succeed, with --json, and gives its document. */
export async function custodianJson<T>(folder: string, args: readonly string[], stdin?: string): Promise<T> {
  const ran = await runCustodian(folder, [...args, '--json'], stdin);
  if (ran.code !== 0) {
    throw new Error(`custodian ${args.join(' ')} exited ${ran.code}: ${ran.stderr}`);
  }
  return JSON.parse(ran.stdout) as T;
}

/** How a command with --json ended: its exit code, and the code of the error; empty where there was none. */
export const codeOf = ({ code, stderr }: Ran): [number | null, string] => [
  code,
  /"code":"(\w+)"/.exec(stderr)?.[1] ?? '',
];

function processEntry(pid: number | undefined): string {
  try {
    return ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid ?? 0}/${file}`, 'utf8')).join('\0');
  } catch {
    return '';
  }
}
