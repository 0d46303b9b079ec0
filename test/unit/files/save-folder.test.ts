// A folder comes whole or not at all, whatever happens on the way.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saveFile } from '../../../main/files/save-file.ts';
import { saveFolder } from '../../../main/files/save-folder.ts';
import { folderForEach } from '../../support/folder.ts';
import { leaveOut, needs } from '../../support/needs.ts';
import { isWindows, LINKS } from '../../support/this-system.ts';

const at = folderForEach();
const file = (fileName: string, size = 5): { fileName: string; bytes: Uint8Array } => ({
  fileName,
  bytes: new Uint8Array(size).fill(0x41),
});
const refused = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object });

describe('saving a folder', () => {
  it('writes every file and leaves nothing else behind', async () => {
    const counts: number[] = [];
    await saveFolder(at('out'), [file('a.pem'), file('b.pem')], { written: (count) => counts.push(count) });
    expect(readdirSync(at())).toEqual(['out']);
    expect(readdirSync(at('out')).sort()).toEqual(['a.pem', 'b.pem']);
    expect(readFileSync(at('out/a.pem'), 'utf8')).toBe('AAAAA');
    expect(counts).toEqual([1, 2]);
  });

  it('leaves a file, a folder or a dangling link of that name as it is', needs(!isWindows, LINKS), async () => {
    writeFileSync(at('file'), 'old');
    mkdirSync(at('folder'));
    symlinkSync(at('nowhere'), at('link'));
    for (const name of ['file', 'folder', 'link']) {
      await expect(saveFolder(at(name), [file('a.pem')])).rejects.toEqual(refused('FILE_EXISTS', { file: name }));
    }
    expect(readdirSync(at()).sort()).toEqual(['file', 'folder', 'link']);
    expect(readdirSync(at('folder'))).toEqual([]);
  });

  it('leaves nothing when it is cancelled half-way', async () => {
    const stop = new AbortController();
    const written = (count: number): void => {
      if (count === 2) {
        stop.abort();
      }
    };
    const cancelled = saveFolder(
      at('out'),
      ['a', 'b', 'c'].map((name) => file(name)),
      { signal: stop.signal, written },
    );
    await expect(cancelled).rejects.toEqual(refused('CANCELLED', { action: { code: 'writing', file: 'out' } }));
    expect(readdirSync(at())).toEqual([]);
  });

  it('leaves nothing when a file cannot be made, and lets its error through', async () => {
    const failing = function* () {
      yield file('a.pem');
      throw new TypeError('no such key');
    };
    await expect(saveFolder(at('out'), failing())).rejects.toEqual(refused('FILE_NOT_WRITTEN'));
    expect(readdirSync(at())).toEqual([]);
  });

  it.each(['../escape.pem', '/etc/passwd', '.hidden', 'a/b', String.raw`a\b`, '', 'nul\0'])(
    'refuses the name %j',
    async (name) => {
      await expect(saveFolder(at('out'), [file(name)])).rejects.toEqual(refused('INTERNAL'));
      expect(readdirSync(at())).toEqual([]);
    },
  );

  it('names the file twice given, and writes none', async () => {
    await expect(saveFolder(at('out'), [file('a.pem'), file('a.pem')])).rejects.toEqual(
      refused('FILE_NOT_WRITTEN', { file: 'a.pem' }),
    );
    expect(readdirSync(at())).toEqual([]);
  });

  it(
    'says that the place may not be written to',
    needs(![undefined, 0].includes(process.getuid?.()), 'an ordinary user of Unix'),
    async () => {
      chmodSync(at(), 0o500);
      await expect(saveFolder(at('out'), [file('a.pem')])).rejects.toEqual(
        refused('FILE_NOT_WRITTEN', { problem: { code: 'permission-denied' } }),
      );
      chmodSync(at(), 0o700);
    },
  );

  it('says that the folder around it is missing', async () => {
    await expect(saveFolder(at('none/out'), [file('a.pem')])).rejects.toEqual(
      refused('FILE_NOT_WRITTEN', { file: 'out', problem: { code: 'no-folder' } }),
    );
  });
});

const mounted = (place: string): boolean =>
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' }).status === 0;

describe('a full disk', () => {
  it('leaves neither a folder nor a file nor a part of one', async (context) => {
    mkdirSync(at('disk'));
    if (!mounted(at('disk'))) {
      leaveOut(context, 'a small disk can be mounted by root only');
    }
    try {
      const full = { file: 'big.pem', problem: { code: 'full' } };
      await expect(saveFolder(at('disk/out'), [file('a.pem'), file('big.pem', 200_000)])).rejects.toEqual(
        refused('FILE_NOT_WRITTEN', full),
      );
      await expect(saveFile(at('disk/big.pem'), file('', 200_000).bytes, { overwrite: false })).rejects.toEqual(
        refused('FILE_NOT_WRITTEN', full),
      );
      expect(readdirSync(at('disk'))).toEqual([]);
    } finally {
      spawnSync('umount', [at('disk')]);
    }
  });
});
