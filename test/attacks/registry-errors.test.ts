// A registry on a disk that is full, read-only, gone or failing, and one that is damaged: each is told by its own code with
// what to do, at opening and in the middle of an act; nothing is half changed, and a program that runs goes on.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openPreferences } from '../../main/app/preferences.ts';
import { registryError } from '../../main/registry/errors.ts';
import { type OpenedRegistry, openRegistry } from '../../main/registry/registry.ts';
import { openStateFile } from '../../main/sandbox/state-file.ts';
import { isCustodianError, toWireError } from '../../shared/errors.ts';
import { sentenceFor } from '../../shared/words/en/errors.ts';
import { runCustodian } from '../support/command-line.ts';
import { isRoot, makeSmallDisk } from '../support/disks.ts';
import { folderForEach } from '../support/folder.ts';
import { aTenant, AT } from '../support/keys.ts';
import { needs } from '../support/needs.ts';

const folder = folderForEach();
afterEach(() => {
  chmodSync(folder(), 0o700);
});

const clock = { now: () => new Date(AT) };
const open = (where = folder()): OpenedRegistry =>
  openRegistry({ folder: where, holder: 'a test', waitMs: 0, clock, actor: 'officer' });
const act = { action: 'test', subject: 'x', details: { padding: 'x'.repeat(20_000) } };
const entries = (registry: OpenedRegistry): number => registry.read((reader) => reader.audit(0, 10_000).length);

/** A registry with some tenants. */
function makeRegistry(where = folder()): void {
  const registry = open(where);
  for (let count = 0; count < 20; count += 1) {
    registry.change({ ...act, details: {} }, (writer) =>
      writer.addTenant({ ...aTenant, id: `t${count}`, name: `Tenant ${count}` }),
    );
  }
  registry.close();
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'nothing';
  } catch (error) {
    const wire = toWireError(error);
    const { message, advice } = sentenceFor(wire);
    expect(message.length).toBeGreaterThan(20);
    expect(advice.length).toBeGreaterThan(20);
    return wire.code;
  }
}

describe('a disk that fills up', needs(isRoot, 'root'), () => {
  it('in the middle: the act did not happen, reading goes on, and with room so do acts', () => {
    const disk = makeSmallDisk(1024 * 1024);
    try {
      makeRegistry(disk.folder);
      const registry = open(disk.folder);
      let done = 0;
      let code = 'nothing';
      while (code === 'nothing' && done < 200) {
        code = codeOf(() =>
          registry.change(act, (writer) => writer.addIntent({ name: `i${done}`, purpose: 'write', at: AT })),
        );
        done += code === 'nothing' ? 1 : 0;
      }
      expect(code).toBe('REGISTRY_FULL');
      expect(codeOf(() => registry.noteSeal('x'.repeat(500_000)))).toBe('REGISTRY_FULL');
      expect(entries(registry)).toBe(20 + done);
      expect(registry.read((reader) => reader.intents())).toHaveLength(done);
      execFileSync('mount', ['-o', 'remount,size=8m', disk.folder]);
      registry.change(act, () => undefined);
      expect(entries(registry)).toBe(20 + done + 1);
      expect(registry.damage()).toEqual([]);
      registry.close();
    } finally {
      disk.remove();
    }
  });

  it('before it is opened: what is there can be read, and an act says that the disk is full', async () => {
    const disk = makeSmallDisk(2 * 1024 * 1024);
    try {
      makeRegistry(disk.folder);
      expect(await runCustodian(disk.folder, ['tenant', 'list'])).toMatchObject({ code: 0, stderr: '' });
      const stuffing = openSync(path.join(disk.folder, 'stuffing'), 'w');
      expect(() => {
        for (;;) {
          writeSync(stuffing, Buffer.alloc(4096));
        }
      }).toThrow('ENOSPC');
      closeSync(stuffing);
      const listed = await runCustodian(disk.folder, ['tenant', 'list']);
      expect([listed.code, listed.stderr]).toEqual([0, '']);
      expect(listed.stdout).toContain('Tenant 19');
      const args = ['tenant', 'add', '--name', 'New', '--domain', 'new.example', '--endpoint', 'sandbox'];
      const added = await runCustodian(disk.folder, args);
      expect([added.code, added.stderr]).toEqual([3, expect.stringContaining('REGISTRY_FULL')]);
      expect(added.stderr).toContain('Make room on that disk');
    } finally {
      disk.remove();
    }
  });

  it('and the sandbox beside it', async () => {
    const disk = makeSmallDisk(8192);
    try {
      writeFileSync(path.join(disk.folder, 'stuffing'), Buffer.alloc(4096));
      const file = openStateFile(path.join(disk.folder, 'sandbox'), () => ({
        version: 1,
        tokenSecret: 'x'.repeat(8192),
        tenants: [],
      }));
      await expect(file.change((state) => state)).rejects.toMatchObject({
        code: 'FILE_NOT_WRITTEN',
        facts: { file: 'sandbox.json', problem: { code: 'full' } },
      });
    } finally {
      disk.remove();
    }
  });

  it('and the looks of the window: they stay as they were', () => {
    const disk = makeSmallDisk(8192);
    try {
      const preferences = () => openPreferences(disk.folder, [], () => undefined);
      preferences().write({ theme: 'dark' });
      writeFileSync(path.join(disk.folder, 'stuffing'), Buffer.alloc(4096));
      const full = preferences();
      full.write({ theme: 'light' });
      expect(full.read().theme).toBe('light');
      expect(preferences().read().theme).toBe('dark');
    } finally {
      disk.remove();
    }
  });

  it('for a new registry', () => {
    const disk = makeSmallDisk(8192);
    try {
      expect(codeOf(() => open(path.join(disk.folder, 'data')))).toBe('REGISTRY_FULL');
    } finally {
      disk.remove();
    }
  });

  it('and one that is read-only', () => {
    const disk = makeSmallDisk(4 * 1024 * 1024);
    try {
      expect(
        codeOf(() => {
          disk.makeReadOnly();
          open(path.join(disk.folder, 'data'));
        }),
      ).toBe('REGISTRY_READ_ONLY');
      disk.makeWritable();
      makeRegistry(disk.folder);
      disk.makeReadOnly();
      expect(codeOf(() => open(disk.folder))).toBe('REGISTRY_READ_ONLY');
    } finally {
      disk.makeWritable();
      disk.remove();
    }
  });
});

describe('a limit on the size of files', () => {
  it('is as a full disk', () => {
    makeRegistry();
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
    const args = `--data-dir '${folder()}' tenant add --name New --domain new.example --endpoint sandbox`;
    const ran = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; exec '${process.execPath}' '${cli}' ${args}`], {
      encoding: 'utf8',
    });
    expect([ran.status, ran.stderr]).toEqual([3, expect.stringMatching(/REGISTRY_(FULL|UNREACHABLE)/)]);
  });
});

describe('what is in the place of the registry', () => {
  it.each<[string, string, (file: string) => void]>([
    ['a folder', 'REGISTRY_UNREACHABLE', (file) => mkdirSync(file)],
    [
      'a text',
      'REGISTRY_DAMAGED',
      (file) => writeFileSync(file, 'not a database, and long enough to be looked at'.repeat(50)),
    ],
    ['a link to nowhere', 'REGISTRY_UNREACHABLE', (file) => symlinkSync('/nowhere/at/all', file)],
  ])('%s', (_what, code, put) => {
    put(folder('registry.db'));
    expect(codeOf(() => open())).toBe(code);
  });

  it('a file in the place of the data folder', () => {
    writeFileSync(folder('data'), '');
    expect(codeOf(() => open(folder('data')))).toBe('REGISTRY_UNREACHABLE');
    expect(codeOf(() => open(folder('data', 'below')))).toBe('REGISTRY_UNREACHABLE');
  });

  it('a registry without a table of it', () => {
    makeRegistry();
    const registry = open();
    const file = folder('registry.db');
    registry.close();
    execFileSync(process.execPath, [
      '-e',
      `const { DatabaseSync } = require('@photostructure/sqlite');
       new DatabaseSync(${JSON.stringify(file)}).exec('PRAGMA foreign_keys = OFF; DROP TABLE policies')`,
    ]);
    const again = open();
    expect(codeOf(() => again.read((reader) => reader.policies()))).toBe('REGISTRY_DAMAGED');
    expect(again.read((reader) => reader.tenants())).toHaveLength(20);
    again.close();
  });
});

describe('what is in the place of the preferences', () => {
  it.each([
    ['a folder', ['mkdir']],
    ['a pipe', ['mkfifo']],
    ['a link to nowhere', ['ln', '-s', '/nowhere/at/all']],
  ])('%s does not keep the window from opening', (_what, [program = '', ...args]) => {
    execFileSync(program, [...args, folder('preferences.json')]);
    const preferences = openPreferences(folder(), [], () => undefined);
    expect(preferences.read().theme).toBe('auto');
    preferences.rememberBounds({ x: 0, y: 0, width: 1, height: 1 });
    expect(preferences.bounds()).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});

describe('flipped pages', () => {
  it('end in words at every place, never in INTERNAL', () => {
    makeRegistry();
    const file = folder('registry.db');
    const whole = folder('whole.db');
    copyFileSync(file, whole);
    const seen = new Set<string>();
    for (let page = 0; page * 4096 < statSync(whole).size; page += 1) {
      const bytes = readFileSync(whole);
      bytes.fill(0xa5, page * 4096, page * 4096 + 100);
      writeFileSync(file, bytes);
      rmSync(`${file}-wal`, { force: true });
      seen.add(
        codeOf(() => {
          const registry = open();
          try {
            registry.read((reader) => [reader.tenants(), reader.keyNames(), reader.allRings(), reader.audit(0, 100)]);
            registry.change(act, (writer) => writer.addTenant({ ...aTenant, id: 'new', name: 'New' }));
          } finally {
            registry.close();
          }
        }),
      );
    }
    expect([...seen].toSorted()).toEqual(['REGISTRY_DAMAGED', 'nothing']);
  });
});

describe('every result of SQLite that a disk can cause', () => {
  it.each([
    [3, 'REGISTRY_UNREACHABLE'],
    [5, 'REGISTRY_IN_USE'],
    [6, 'REGISTRY_IN_USE'],
    [7, 'REGISTRY_UNREACHABLE'],
    [8, 'REGISTRY_READ_ONLY'],
    [8 | (6 << 8), 'REGISTRY_READ_ONLY'],
    [10 | (3 << 8), 'REGISTRY_UNREACHABLE'],
    [11, 'REGISTRY_DAMAGED'],
    [13, 'REGISTRY_FULL'],
    [14, 'REGISTRY_UNREACHABLE'],
    [18, 'REGISTRY_UNREACHABLE'],
    [26, 'REGISTRY_DAMAGED'],
  ])('%i is %s', (errcode, code) => {
    const error = registryError(Object.assign(new Error('x'), { errcode }), null);
    expect(isCustodianError(error) && error.code).toBe(code);
  });

  it.each([
    [28, 'REGISTRY_FULL'],
    [30, 'REGISTRY_READ_ONLY'],
    [5, 'REGISTRY_UNREACHABLE'],
  ])('a failed write for the reason %i is %s', (systemErrno, code) => {
    const error = registryError(Object.assign(new Error('x'), { errcode: 10, systemErrno }), null);
    expect(isCustodianError(error) && error.code).toBe(code);
  });
});

describe('an ordinary user', needs(isRoot, 'root'), () => {
  const nobody = 65534;

  function asNobody(args: string): { status: number | null; stderr: string } {
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
    return spawnSync(process.execPath, [cli, '--data-dir', folder('data'), ...args.split(' ')], {
      encoding: 'utf8',
      uid: nobody,
      gid: nobody,
      env: { ...process.env, HOME: folder() },
    });
  }

  it('in a folder that is not his, with a file that he may only read, and with one that he may not', () => {
    chmodSync(folder(), 0o755);
    expect(asNobody('tenant list').stderr).toContain('(REGISTRY_UNREACHABLE)');
    makeRegistry(folder('data'));
    expect(asNobody('tenant list').stderr).toMatch(/permission denied[^]*\(REGISTRY_UNREACHABLE\)/);
    chmodSync(folder('data'), 0o755);
    expect(asNobody('tenant list').stderr).toContain('permission denied');
    chmodSync(folder('data', 'registry.db'), 0o644);
    const readOnly = asNobody('tenant list');
    expect([readOnly.status, readOnly.stderr]).toEqual([3, expect.stringContaining('(REGISTRY_READ_ONLY)')]);
  });
});
