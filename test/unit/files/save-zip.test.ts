// An archive comes whole or not at all, and holds what was put into it as another program reads it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { saveZip } from '../../../main/files/save-zip.ts';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';
import { isWindows } from '../../support/this-system.ts';

const at = folderForEach();
const files = ['a.pem', 'b.der', 'empty'].map((fileName, index) => ({
  fileName,
  bytes: new Uint8Array(index === 2 ? 0 : 5000).fill(0x41 + index),
}));
const AT = new Date('2026-11-22T08:00:00.000Z');
const options = { overwrite: false, at: AT };
const refused = (code: string): unknown => expect.objectContaining({ code });

const PYTHON = '/usr/bin/python3';

/** Python's reader is another program, and tests every checksum. */
const listed = (file: string): string =>
  execFileSync(PYTHON, [
    '-c',
    'import sys,zipfile,hashlib\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nfor n in z.namelist(): print(n, hashlib.sha256(z.read(n)).hexdigest()[:8], len(z.read(n)))',
    file,
  ]).toString();

it('is read by another program, file by file', needs(!isWindows && existsSync(PYTHON), 'python3'), async () => {
  const counts: number[] = [];
  await saveZip(at('keys.zip'), files, { ...options, written: (count) => counts.push(count) });
  expect(readdirSync(at())).toEqual(['keys.zip']);
  expect(counts).toEqual([1, 2, 3]);
  expect(listed(at('keys.zip'))).toMatch(/^a\.pem \w{8} 5000\nb\.der \w{8} 5000\nempty e3b0c442 0\n$/);
});

it('overwrites only what a person agreed to lose', async () => {
  writeFileSync(at('keys.zip'), 'old');
  await expect(saveZip(at('keys.zip'), files, options)).rejects.toEqual(refused('FILE_EXISTS'));
  expect(readFileSync(at('keys.zip'), 'utf8')).toBe('old');
  await saveZip(at('keys.zip'), files, { ...options, overwrite: true });
  expect(readFileSync(at('keys.zip')).subarray(0, 2).toString()).toBe('PK');
});

it('leaves nothing when it is cancelled half-way', async () => {
  const stop = new AbortController();
  const written = (count: number): void => {
    if (count === 2) {
      stop.abort();
    }
  };
  await expect(saveZip(at('keys.zip'), files, { ...options, signal: stop.signal, written })).rejects.toEqual(
    refused('CANCELLED'),
  );
  expect(readdirSync(at())).toEqual([]);
});

it('leaves nothing when a file cannot be made, has a name that leads elsewhere, or the folder is missing', async () => {
  const failing = function* () {
    yield { fileName: 'a.pem', bytes: new Uint8Array(1) };
    throw new TypeError('no such key');
  };
  await expect(saveZip(at('keys.zip'), failing(), options)).rejects.toEqual(refused('FILE_NOT_WRITTEN'));
  const escape = [{ fileName: '../escape.pem', bytes: new Uint8Array(1) }];
  await expect(saveZip(at('keys.zip'), escape, options)).rejects.toEqual(refused('INTERNAL'));
  await expect(saveZip(at('none/keys.zip'), files, options)).rejects.toEqual(refused('FILE_NOT_WRITTEN'));
  expect(readdirSync(at())).toEqual([]);
});
