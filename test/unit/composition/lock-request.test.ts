// `custodian lock` beside an open window: asked through the data folder, answered by the window alone.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerLockRequest, askWindowToLock } from '../../../main/composition/lock-request.ts';
import { writeHolder } from '../../../main/registry/holder.ts';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();

/** A window that looks as often as the test does. */
async function answered(has: boolean): Promise<{ said: string; locks: number }> {
  writeHolder(folder(), 'the window');
  let locks = 0;
  let said: string | null = null;
  const ask = async (): Promise<void> => {
    said = await askWindowToLock(folder(), 60_000);
  };
  const asking = ask();
  await expect
    .poll(async () => {
      await answerLockRequest(folder(), async () => {
        locks += 1;
        return has;
      });
      return said;
    })
    .not.toBeNull();
  await asking;
  return { said: said ?? '', locks };
}

it('locks the window once, and leaves nothing behind', async () => {
  expect(await answered(true)).toEqual({ said: 'locked', locks: 1 });
  expect(readdirSync(folder())).toEqual(['registry.holder']);
});

it('is told when there is nothing to lock', async () => {
  expect(await answered(false)).toEqual({ said: 'nothing', locks: 1 });
});

it('asks nobody where no window has the folder, or the one that had it is gone', async () => {
  expect(await askWindowToLock(folder(), 60_000)).toBe('no-window');
  writeHolder(folder(), 'the command line');
  expect(await askWindowToLock(folder(), 60_000)).toBe('no-window');
  // Above what Linux, macOS and Windows give to processes.
  writeFileSync(folder('registry.holder'), 'the window, process 2000000000\n');
  expect(await askWindowToLock(folder(), 60_000)).toBe('no-window');
});

it('says so when the window does not answer, and takes the question back', async () => {
  writeHolder(folder(), 'the window');
  expect(await askWindowToLock(folder(), 100)).toBe('silent');
  expect(readdirSync(folder())).toEqual(['registry.holder']);
});

it.each<[string, (file: string) => void]>([
  ['an answer that was left', (file) => writeFileSync(file, 'locked')],
  ['a large file', (file) => writeFileSync(file, 'asked'.repeat(1000))],
  ['a link', (file) => symlinkSync(folder('elsewhere'), file)],
  ['a folder', (file) => mkdirSync(file)],
])('takes %s for no question', async (_, put) => {
  writeFileSync(folder('elsewhere'), 'asked');
  put(folder('lock-now'));
  await answerLockRequest(folder(), () => expect.fail('it locked'));
  expect(readFileSync(folder('elsewhere'), 'utf8')).toBe('asked');
});
