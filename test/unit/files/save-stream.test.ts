// A file of any size is there whole or not at all, and counts only when it was read back.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { saveStream } from '../../../main/files/save-stream.ts';
import { isRoot, makeSmallDisk } from '../../support/disks.ts';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';
import { PRIVATE } from '../../support/this-system.ts';

const folder = folderForEach();
let target = '';
beforeEach(() => {
  target = folder('keys.age');
});

async function* chunks(count: number, then: () => void = () => undefined): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    yield await Promise.resolve(Buffer.alloc(64 * 1024, index % 256));
  }
  then();
}
const nothing = async (): Promise<void> => undefined;

it('is there for its owner alone, and what is on the disk can be read again', async () => {
  let read = 0;
  const saved = await saveStream(target, chunks(5), async (again) => {
    expect(readdirSync(folder())).not.toContain('keys.age');
    for await (const chunk of again()) {
      read += chunk.length;
    }
  });
  expect([read, saved.bytes, readFileSync(target).length]).toEqual([327_680, 327_680, 327_680]);
  expect(statSync(target).mode & 0o777).toBe(PRIVATE);
  expect(saved.openToOthers).toBe(false);
});

it('is not there when its proof fails, when it breaks off, and when something has its name', async () => {
  const failing = (): never => {
    throw new Error('broken off');
  };
  await expect(saveStream(target, chunks(3, failing), nothing)).rejects.toMatchObject({ code: 'FILE_NOT_WRITTEN' });
  await expect(saveStream(target, chunks(3), async () => failing())).rejects.toMatchObject({
    code: 'FILE_NOT_WRITTEN',
  });
  expect(readdirSync(folder())).toEqual([]);
  writeFileSync(target, 'mine');
  await expect(saveStream(target, chunks(3), nothing)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(target, 'utf8')).toBe('mine');
});

it('leaves nothing on a full disk', needs(isRoot, 'root, who alone can mount a disk'), async () => {
  const disk = makeSmallDisk(1024 * 1024);
  try {
    await expect(saveStream(path.join(disk.folder, 'keys.age'), chunks(40), nothing)).rejects.toMatchObject({
      code: 'FILE_NOT_WRITTEN',
      facts: { problem: { code: 'full' } },
    });
    expect(readdirSync(disk.folder)).toEqual([]);
  } finally {
    disk.remove();
  }
});
