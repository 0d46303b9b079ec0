import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askHolder, endHolder, startHolder } from '../../../../main/key-store/holder/ask.ts';
import { Secret } from '../../../../main/ports/secret.ts';
import { folderForEach } from '../../../support/folder.ts';
import { needs } from '../../../support/needs.ts';

const program = path.resolve(import.meta.dirname, '../../../../dist/key-holder.cjs');
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

const folder = folderForEach();
let socket = '';
beforeEach(() => {
  socket = folder('socket');
});
afterEach(async () => {
  await endHolder(socket);
});

const start = async (until = new Date(Date.now() + 60_000)): Promise<boolean> => {
  using key = new Secret(Uint8Array.from(KEY));
  return await startHolder({ socket, program }, key, until);
};
const held = async (): Promise<number[] | null> => {
  using key = await askHolder(socket);
  return key === null ? null : key.use((bytes) => [...bytes]);
};

describe('who holds a key for a time', needs(existsSync(program), 'built bundles'), () => {
  it('gives it until it is told to end', async () => {
    expect(await start()).toBe(true);
    expect(await held()).toEqual([...KEY]);
    expect(await endHolder(socket)).toBe(true);
    expect(await held()).toBeNull();
    expect(await endHolder(socket)).toBe(false);
  });

  it('takes the place of one that was killed', async () => {
    writeFileSync(socket, '');
    expect(await start()).toBe(true);
    expect(await held()).toEqual([...KEY]);
  });

  it('gives nothing when its time is over', async () => {
    await start(new Date(Date.now() - 1));
    expect(await held()).toBeNull();
  });
});
