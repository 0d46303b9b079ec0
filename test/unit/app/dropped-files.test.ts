import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDroppedFiles } from '../../../main/app/dropped-files.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const clock = { now: () => new Date() };
const none = { code: 'INPUT_INVALID' };

it('hands out what was dropped just now, once', async () => {
  const files = createDroppedFiles(clock);
  files.note('/home/o/first.pem');
  files.note('/home/o/a.pem');
  expect(await files.take()).toBe('/home/o/a.pem');
  const again = expect(files.take()).rejects.toMatchObject(none);
  await vi.advanceTimersByTimeAsync(3000);
  await again;
});

it('waits for the browser process, whose word may come after the page has called', async () => {
  const files = createDroppedFiles(clock);
  const [first, second] = [files.take(), files.take()];
  const left = expect(second).rejects.toMatchObject(none);
  files.note('/home/o/a.pem');
  expect(await first).toBe('/home/o/a.pem');
  await vi.advanceTimersByTimeAsync(3000);
  await left;
});

it('forgets it after ten seconds, and does not keep it for a call that was given up', async () => {
  const files = createDroppedFiles(clock);
  files.note('/home/o/a.pem');
  await vi.advanceTimersByTimeAsync(10_001);
  const late = expect(files.take()).rejects.toMatchObject(none);
  await vi.advanceTimersByTimeAsync(3000);
  await late;
});
