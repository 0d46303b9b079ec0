import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDroppedFiles } from '../../../main/app/dropped-files.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const clock = { now: () => new Date() };

/** The code of the refusal, once the time to wait is over; or the file. */
async function outcome(taken: Promise<string>): Promise<unknown> {
  const settled = taken.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(3000);
  return settled;
}

const NONE = { code: 'INPUT_INVALID' };

it('hands out what was dropped just now, once', async () => {
  const files = createDroppedFiles(clock);
  files.note('/home/o/first.pem');
  files.note('/home/o/a.pem');
  expect(await files.take()).toBe('/home/o/a.pem');
  expect(await outcome(files.take())).toMatchObject(NONE);
});

it('waits for the browser process, whose word may come after the page has called', async () => {
  const files = createDroppedFiles(clock);
  const [first, second] = [files.take(), files.take()];
  files.note('/home/o/a.pem');
  expect(await first).toBe('/home/o/a.pem');
  expect(await outcome(second)).toMatchObject(NONE);
});

it('forgets it after ten seconds', async () => {
  const files = createDroppedFiles(clock);
  files.note('/home/o/a.pem');
  await vi.advanceTimersByTimeAsync(10_001);
  expect(await outcome(files.take())).toMatchObject(NONE);
});
