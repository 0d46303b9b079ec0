import { existsSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAlive, withLock } from '../../../build/lock.mjs';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();
let file: string;

beforeEach(() => {
  file = folder('lock');
});

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('withLock', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const visit = () =>
      withLock(file, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  it('is let go when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withLock(file, () => Promise.resolve('free'))).resolves.toBe('free');
  });

  it('is taken over from a holder that died', async () => {
    writeFileSync(file, String(deadPid()));
    await expect(withLock(file, () => Promise.resolve('mine'))).resolves.toBe('mine');
  });
});

describe('isAlive', () => {
  it('tells the living from the dead', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(deadPid())).toBe(false);
  });
});
