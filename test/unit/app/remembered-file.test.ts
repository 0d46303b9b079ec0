import { writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { createRememberedFile } from '../../../main/app/remembered-file.ts';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();
let now = 0;

beforeEach(() => {
  now = 0;
});

const written = (name: string, text: string): string => {
  const file = folder(name);
  writeFileSync(file, text);
  return file;
};

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

it('reads the same file again for five minutes, by itself and not from memory', async () => {
  const remembered = createRememberedFile(() => now);
  expect(await remembered.refresh()).toBeNull();
  const first = await remembered.read(written('own.pem', 'key'));
  first.bytes.fill(0);
  now = 5 * 60_000;
  const again = await remembered.refresh();
  expect([again?.name, text(again?.bytes)]).toEqual(['own.pem', 'key']);
  now += 1;
  expect(await remembered.refresh()).toBeNull();
});

it('refuses a file that is not what was inspected', async () => {
  const remembered = createRememberedFile(() => now);
  await remembered.read(written('own.pem', 'key'));
  written('own.pem', 'another key');
  await expect(remembered.refresh()).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    facts: { file: 'own.pem', problem: { code: 'changed' } },
  });
});

it('forgets the former file when the next cannot be read', async () => {
  const remembered = createRememberedFile(() => now);
  await remembered.read(written('own.pem', 'key'));
  await expect(remembered.read(folder('none.pem'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  expect(await remembered.refresh()).toBeNull();
});

it('asks the same place again for what was no file', async () => {
  const remembered = createRememberedFile(() => now);
  let held = 'pasted';
  const source = async () => ({ name: 'Clipboard', bytes: new TextEncoder().encode(held) });
  await remembered.readFrom(source);
  expect(text((await remembered.refresh())?.bytes)).toBe('pasted');
  held = 'something else';
  await expect(remembered.refresh()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
