import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../main/files/read-lines.ts';
import { readLimited } from '../../../main/files/read-file.ts';
import { saveFile } from '../../../main/files/save-file.ts';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';
import { isWindows, LINKS, READABLE } from '../../support/this-system.ts';

const at = folderForEach();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('saving', () => {
  it('writes the bytes and leaves nothing else behind', async () => {
    await saveFile(at('a.pem'), bytes('hello'), { overwrite: false });
    expect(readFileSync(at('a.pem'), 'utf8')).toBe('hello');
    expect(readdirSync(at())).toEqual(['a.pem']);
    expect(statSync(at('a.pem')).mode & 0o777).toBe(READABLE);
  });

  it('never overwrites silently', async () => {
    writeFileSync(at('a.pem'), 'old');
    await expect(saveFile(at('a.pem'), bytes('new'), { overwrite: false })).rejects.toMatchObject({
      code: 'FILE_EXISTS',
      facts: { file: 'a.pem' },
    });
    expect(readFileSync(at('a.pem'), 'utf8')).toBe('old');
    expect(readdirSync(at())).toEqual(['a.pem']);
  });

  it('replaces the whole file when a person agreed', async () => {
    writeFileSync(at('a.pem'), 'a much longer old content');
    await saveFile(at('a.pem'), bytes('new'), { overwrite: true });
    expect(readFileSync(at('a.pem'), 'utf8')).toBe('new');
  });

  it('does not follow a link that waits at the target', needs(!isWindows, LINKS), async () => {
    writeFileSync(at('victim'), 'precious');
    symlinkSync(at('victim'), at('a.pem'));
    await expect(saveFile(at('a.pem'), bytes('new'), { overwrite: false })).rejects.toMatchObject({
      code: 'FILE_EXISTS',
    });
    await saveFile(at('a.pem'), bytes('new'), { overwrite: true });
    expect(readFileSync(at('victim'), 'utf8')).toBe('precious');
  });

  it('says what is wrong with the place, without naming its path', async () => {
    await expect(saveFile(at('none/a.pem'), bytes('x'), { overwrite: false })).rejects.toMatchObject({
      code: 'FILE_NOT_WRITTEN',
      facts: { file: 'a.pem', problem: { code: 'no-folder' } },
    });
  });
});

describe('reading', () => {
  it('reads up to the limit and not beyond', async () => {
    writeFileSync(at('key'), 'x'.repeat(10));
    expect(await readLimited(at('key'), 10)).toEqual(bytes('x'.repeat(10)));
    await expect(readLimited(at('key'), 9)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('takes no source without an end', async () => {
    await expect(readLimited('/dev/zero', 100)).rejects.toMatchObject({
      code: 'FILE_NOT_REGULAR',
      facts: { file: 'zero', kind: 'device' },
    });
  });

  it('tells a missing file from one that cannot be read', async () => {
    mkdirSync(at('folder'));
    await expect(readLimited(at('none'), 10)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
      facts: { file: 'none' },
    });
    await expect(readLimited(at('folder'), 1_000_000)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      facts: { problem: { code: 'folder' } },
    });
  });
});

describe('reading lines', () => {
  async function linesOf(file: string): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of readLines(file)) {
      lines.push(line);
    }
    return lines;
  }

  it('gives every line, with or without an end, over any number of parts', async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `line ${index} ä€𝄞`);
    writeFileSync(at('a.txt'), `${text.join('\n')}\n`);
    expect(await linesOf(at('a.txt'))).toEqual(text);
    writeFileSync(at('b.txt'), 'one\n\nthree');
    expect(await linesOf(at('b.txt'))).toEqual(['one', '', 'three']);
    writeFileSync(at('c.txt'), '');
    expect(await linesOf(at('c.txt'))).toEqual([]);
  });

  it('refuses what has no lines, and says what cannot be read, without its path', async () => {
    writeFileSync(at('zeros'), Buffer.alloc(2 * 1024 * 1024));
    await expect(linesOf(at('zeros'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE', facts: { file: 'zeros' } });
    await expect(linesOf(at('none'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', facts: { file: 'none' } });
    await expect(linesOf(at())).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
