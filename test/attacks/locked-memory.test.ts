// What is left of secrets in a program that was locked: nothing in its data folder, in what it wrote for a while or said, nothing in
// its heap, nothing in the rest of its memory, where Linux lets it be read, and nothing in the core that it leaves when it dies.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { makeKeyPool } from '../faults/fault-desk.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { needs } from '../support/needs.ts';
import { secretForms } from '../support/secret-forms.ts';

const PASSPHRASE = 'a passphrase that stands nowhere else 7391';

it(
  'a locked program holds neither key, passphrase nor private key',
  needs(process.platform === 'linux', 'Linux'),
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'locked-'));
    mkdirSync(path.join(folder, 'data'));
    const pool = path.join(folder, 'pool.json');
    writeFileSync(pool, await makeKeyPool(3));
    const program = await bundleFixture(path.join(import.meta.dirname, 'locked-memory.fixture.ts'));
    // The kernel leaves the core beside it.
    const start = ['-c', 'ulimit -c unlimited && exec "$@"', 'sh', process.execPath, program, folder, pool];
    const child = spawn('sh', start, {
      cwd: mkdirIn(folder, 'core'),
      env: { ...process.env, TMPDIR: mkdirIn(folder, 'tmp') },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    try {
      child.stdin.end(PASSPHRASE);
      const facts: Record<string, string> = {};
      for await (const line of createInterface(child.stdout)) {
        Object.assign(facts, JSON.parse(line));
        if ('snapshot' in facts) {
          break;
        }
      }
      const { privateKey = '', vaultKey = '', snapshot = '' } = facts;
      const secrets = {
        'the passphrase': Buffer.from(PASSPHRASE),
        'the private key': Buffer.from(privateKey, 'hex'),
        'the key of the vault': Buffer.from(vaultKey, 'hex'),
      };
      expect(Object.values(secrets).map(({ length }) => length)).toEqual([PASSPHRASE.length, 32, 32]);
      const found = (where: string, bytes: Buffer, forms = secretForms): string[] =>
        Object.entries(secrets)
          .filter(([name]) => name !== 'the private key' || !isOfTheLibrary(where))
          .flatMap(([name, secret]) =>
            forms(secret).some((form) => bytes.includes(form)) ? [`${name} is in ${where}`] : [],
          );
      const inMemory = (where: string, bytes: Buffer): string[] => found(where, bytes, formsButHex);
      expect(filesIn(path.join(folder, 'data')).length).toBeGreaterThan(3);
      const files = ['data', 'tmp'].flatMap((name) => filesIn(path.join(folder, name)));
      expect(files.flatMap((file) => found(file, readFileSync(file)))).toEqual([]);
      expect(found('what it said', Buffer.from(said))).toEqual([]);
      expect(inMemory('the heap', readFileSync(snapshot))).toEqual([]);
      expect([...memoryOf(child.pid ?? 0)].flatMap(([where, bytes]) => inMemory(where, bytes))).toEqual([]);
      if (coresAreFiles()) {
        child.kill('SIGABRT');
        await once(child, 'close');
        const [core = expect.fail('no core was left')] = filesIn(path.join(folder, 'core'));
        const bytes = readFileSync(core);
        expect(bytes.length).toBeGreaterThan(10_000_000);
        expect(inMemory('the core', bytes)).toEqual([]);
      }
    } finally {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'close');
      }
      rmSync(folder, { recursive: true });
      rmSync(path.dirname(program), { recursive: true });
    }
  },
);

function mkdirIn(folder: string, name: string): string {
  mkdirSync(path.join(folder, name));
  return path.join(folder, name);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** The program tells us in hex what is to be looked for. */
const formsButHex = (secret: Uint8Array): Buffer[] =>
  secretForms(secret).filter((form) => form.toString('latin1') !== Buffer.from(secret).toString('hex'));

/**
 * What C and C++ allocate. The library that signs clears the numbers of a key that it frees, but not each octet string from which
 * it read them; in one run of twenty one of them was still there (SECURITY.md).
 */
const isOfTheLibrary = (where: string): boolean => where.startsWith('[heap]') || where === 'the core';

/** On some systems a program of the system takes them instead. */
const coresAreFiles = (): boolean => !readFileSync('/proc/sys/kernel/core_pattern', 'utf8').startsWith('|');

/** What the process can write to, piece by piece: nothing of it was written by its files. */
function* memoryOf(pid: number): Generator<[where: string, bytes: Buffer]> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = '', rights = '', name = ''] =
        /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
      if (rights.startsWith('rw')) {
        const start = Number.parseInt(from, 16);
        const bytes = Buffer.alloc(Number.parseInt(to, 16) - start);
        let read = 0;
        try {
          read = readSync(memory, bytes, 0, bytes.length, start);
        } catch {
          // Some of it is nobody's to read.
        }
        yield [`${name === '' ? 'memory' : name} at ${from}`, bytes.subarray(0, read)];
      }
    }
  } finally {
    closeSync(memory);
  }
}
