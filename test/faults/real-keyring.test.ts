// The same over a real gnome-keyring and through the command line as it is shipped: `key rotate` is killed at instants
// spread over its whole run, and after each the doctor looks at what is left. Then what he says when something is wrong.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../shared/domain/doctor/report.ts';
import type { AuditEntry, AuditVerdict } from '../../shared/domain/audit/entry.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { type KeyringSession, startKeyringSession } from '../keychain/keyring-session.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const onLinux = process.platform === 'linux';
/** More in the long run. */
const KILLS = import.meta.env.MODE === 'long' ? 30 : 5;
const ROTATE = ['key', 'rotate', 'Acme', '--ring', 'es256', '--json'];

let session: KeyringSession;
const home = folderForAll();

beforeAll(async () => {
  if (!onLinux) {
    return;
  }
  session = await startKeyringSession();
  await session.open('unlocked');
});

afterAll(async () => {
  if (!onLinux) {
    return;
  }
  await session.stop();
});

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

/** Runs the command line; with `killAfter` (milliseconds) it is killed then, unless it has ended. */
function run(args: readonly string[], killAfter?: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [PROGRAM, '--data-dir', home('data'), ...args], {
      env: session.env,
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => (output.stdout += String(part)));
    child.stderr.on('data', (part) => (output.stderr += String(part)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...output, milliseconds: performance.now() - started });
    });
    child.stdin.end();
  });
}

async function answerOf<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await run([...args, '--json']);
  if (code !== 0) {
    throw new Error(`${args.join(' ')} exited ${code}: ${stderr}${stdout}`);
  }
  return JSON.parse(stdout) as T;
}

const ring = async (): Promise<RingView> => {
  const { rings } = await answerOf<TenantView>('tenant', 'show', 'Acme');
  const found = rings.find((view) => view.ring.name === 'es256');
  if (found === undefined) {
    throw new Error('no ring');
  }
  return found;
};

describe('the command line over a real keyring', needs(onLinux, 'Linux'), () => {
  it(`loses nothing when rotate is killed at ${KILLS} instants of its run`, async () => {
    await answerOf('tenant', 'add', '--name', 'Acme', '--domain', 'acme.eu.auth0.com', '--endpoint', 'jwks');
    await answerOf('ring', 'add', 'Acme', '--alg', 'ES256');
    const { code, milliseconds } = await run(ROTATE);
    expect(code).toBe(0);
    const survived: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = (await ring()).keys.length;
      // The first half of the run is the start of the program, where nothing can happen yet.
      const { signal, stdout } = await run(ROTATE, milliseconds * (0.5 + (0.5 * kill) / KILLS));
      const report = await answerOf<DoctorReport>('doctor');
      expect(report.findings.filter(({ severity }) => severity !== 'repaired')).toEqual([]);
      expect(report.checked.secrets).toBe(report.checked.keys);
      expect(report.audit).toMatchObject({ ok: true, keychainAsked: true, signedThrough: report.audit.entries });
      const { keys } = await ring();
      const states = keys.map(({ state }) => state);
      expect([states.filter((state) => state === 'next'), states.filter((state) => state === 'current')]).toEqual([
        ['next'],
        ['current'],
      ]);
      expect([before, before + 1]).toContain(keys.length);
      if (stdout !== '') {
        expect(keys).toHaveLength(before + 1);
      }
      survived.push(signal === null ? 'ended' : keys.length > before ? 'done' : 'not done');
    }
    const entries = await answerOf<AuditEntry[]>('audit', 'list', '--limit', '1000');
    const settled = entries.filter(({ action }) => action === 'custody.settled').length;
    process.stdout.write(
      `rotate (${Math.round(milliseconds)} ms) killed at ${KILLS} instants: ${survived.join(', ')}; ${settled} orphans removed\n`,
    );
    expect(await answerOf<RingView>(...ROTATE.slice(0, -1))).toBeTruthy();
  });

  it('hands out an audit chain that proves itself without registry and keychain', async () => {
    const file = home('audit.jsonl');
    await answerOf('audit', 'export', '--out', file);
    const verdict = await answerOf<AuditVerdict>('audit', 'verify', file);
    expect(verdict).toMatchObject({ ok: true, signedThrough: verdict.entries, keychainAsked: false });
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, -3).join('\n'));
    const cut = await run(['audit', 'verify', file]);
    expect(cut).toMatchObject({ code: 1, stderr: '' });
    expect(cut.stdout).toContain('entries that were signed are missing');
  });

  it('says what is wrong, exits 1 for an alarm and 3 for a locked keychain', async () => {
    const whole = await run(['doctor']);
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/audit chain +whole, \d+ entries, \d+ of them signed/);
    await session.lock();
    const locked = await run(['doctor']);
    expect(locked.code).toBe(3);
    expect(locked.stdout).toContain('alarm: The keychain is locked');
    const { code, stdout } = await run(['audit', 'verify']);
    expect(code).toBe(0);
    expect(stdout).toContain('The keychain was not asked');
  });
});
