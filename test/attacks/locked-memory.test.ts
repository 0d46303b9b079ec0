// What is left of secrets in a program that was locked: nothing in its data folder, nothing in its heap, and nothing in the rest of
// its memory, where Linux lets it be read.
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
    const child = spawn(process.execPath, [program, folder, pool], { stdio: ['pipe', 'pipe', 'inherit'] });
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
      const found = (where: string, bytes: Buffer): string[] =>
        Object.entries(secrets).flatMap(([name, secret]) =>
          [secret, Buffer.from(secret.toString('base64').slice(4, -4))].some((form) => bytes.includes(form))
            ? [`${name} is in ${where}`]
            : [],
        );
      const files = readdirSync(path.join(folder, 'data'), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(files.length).toBeGreaterThan(3);
      expect(files.flatMap((file) => found(file.name, readFileSync(path.join(file.parentPath, file.name))))).toEqual(
        [],
      );
      expect(found('the heap', readFileSync(snapshot))).toEqual([]);
      expect([...memoryOf(child.pid ?? 0)].flatMap(([where, bytes]) => found(where, bytes))).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
      rmSync(folder, { recursive: true });
      rmSync(path.dirname(program), { recursive: true });
    }
  },
);

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
