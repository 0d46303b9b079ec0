import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPublicClipboard, readPasted } from '../../../main/app/clipboard.ts';
import { MAX_IMPORT_BYTES } from '../../../shared/domain/limits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function board(held = '') {
  return {
    readText: async () => held,
    writeText: async (text: string) => void (held = text),
    clear: () => void (held = ''),
    held: () => held,
    others: (text: string) => void (held = text),
  };
}

it('clears what it copied after a minute, counted from the last copy', async () => {
  const clipboard = board();
  const { copy } = createPublicClipboard(clipboard);
  await copy('first');
  await vi.advanceTimersByTimeAsync(40_000);
  await copy('second');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(clipboard.held()).toBe('second');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(clipboard.held()).toBe('');
});

it('leaves alone what a person has copied since', async () => {
  const clipboard = board();
  await createPublicClipboard(clipboard).copy('kid');
  clipboard.others('a letter to my mother');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clipboard.held()).toBe('a letter to my mother');
});

it('works with the clipboard of older Electrons, which answers at once', async () => {
  const { readText: _, ...rest } = board();
  const clipboard = { ...rest, readText: (() => rest.held()) as unknown as () => Promise<string> };
  await createPublicClipboard(clipboard).copy('kid');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rest.held()).toBe('');
});

it('reads what is to be inspected, within the size of a file', async () => {
  const holding = (text: string) => ({ readText: async () => text });
  const { name, bytes } = await readPasted(holding('ä'), 'Clipboard');
  expect([name, [...bytes]]).toEqual(['Clipboard', [0xc3, 0xa4]]);
  await expect(readPasted(holding(''), 'Clipboard')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(readPasted(holding('x'.repeat(MAX_IMPORT_BYTES + 1)), 'Clipboard')).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
});
