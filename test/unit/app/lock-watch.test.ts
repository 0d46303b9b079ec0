// When the window locks by itself.
import { expect, it } from 'vitest';
import { createLockWatch } from '../../../main/app/lock-watch.ts';

function watching({ minutes = 10, isOpen = () => true }: { minutes?: number; isOpen?: () => boolean } = {}) {
  let now = 0;
  const said: string[] = [];
  const listeners = new Map<string, () => void>();
  const watch = createLockWatch({
    clock: { now: () => new Date(now) },
    machine: { on: (event, listener) => void listeners.set(event, listener) },
    lockAfter: () => minutes,
    isOpen,
    lock: () => void said.push('locked'),
    warn: (seconds) => void said.push(seconds === null ? 'used again' : `${seconds} s left`),
  });
  return {
    said,
    used: watch.used,
    tell: (event: string) => listeners.get(event)?.(),
    after(seconds: number) {
      now += seconds * 1000;
      watch.look();
    },
  };
}

it('says so a minute before, and locks at the end of the time', () => {
  const { said, after } = watching();
  [539, 1, 30].forEach(after);
  expect(said).toEqual(['60 s left']);
  after(30);
  expect(said).toEqual(['60 s left', 'locked']);
});

it('takes the warning back when the window is used, and begins anew', () => {
  const { said, used, after } = watching();
  after(550);
  used();
  [530, 20].forEach(after);
  expect(said).toEqual(['50 s left', 'used again', '50 s left']);
});

it('locks when the machine sleeps or its screen is locked, whatever was chosen', () => {
  const { said, tell, after } = watching({ minutes: 0 });
  after(1_000_000);
  expect(said).toEqual([]);
  tell('suspend');
  tell('lock-screen');
  expect(said).toEqual(['locked', 'locked']);
});

it('has nothing to lock while it is locked or without a passphrase', () => {
  const { said, tell, after } = watching({ isOpen: () => false });
  after(1_000_000);
  tell('suspend');
  expect(said).toEqual([]);
});

it('counts anew where the clock was set back, and at once where the machine slept unseen', () => {
  const { said, after } = watching();
  after(-5000);
  after(500);
  expect(said).toEqual([]);
  after(100_000);
  expect(said).toEqual(['locked']);
});
