// What the tray offers: the lock as it stands, and the way to what is due.
import { expect, it } from 'vitest';
import { trayItems } from '../../../main/app/tray-items.ts';
import type { LockState } from '../../../main/app/locking.ts';
import { nativeWords } from '../../../shared/words/words.ts';

const done: string[] = [];
const ACTS = {
  show: () => done.push('show'),
  open: (to: string) => done.push(to),
  lockOrUnlock: () => done.push('lock'),
  quit: () => done.push('quit'),
};
const items = (lock: LockState, alarms: string[] = []) =>
  trayItems({ due: [], compromised: [], alarms, backup: null, lock }, nativeWords('en'), ACTS);
const labels = (lock: LockState) => items(lock).map(({ label }) => label);

it.each<[LockState, string | undefined]>([
  ['none', undefined],
  ['open', 'Lock'],
  ['locked', 'Unlock…'],
])('has an entry for the lock that fits: %s', (state, wanted) => {
  expect(labels(state).find((label) => label === 'Lock' || label === 'Unlock…')).toBe(wanted);
});

it('locks and unlocks by it, and leads to an alarm', () => {
  const press = (label: string): void => {
    const found = items('open', ['Acme']).find((item) => item.label?.includes(label) === true);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no item of ours looks at what Electron passes
    (found?.click as (() => void) | undefined)?.();
  };
  press('Lock');
  press('Acme');
  expect(done).toEqual(['lock', 'home']);
});
