// When the window asks by itself whether there is a newer version.
import { expect, it } from 'vitest';
import { createReleaseWatch } from '../../../main/app/release-watch.ts';

const HOUR_MS = 3_600_000;

function watching({ allowed = true, lookedAt = null }: { allowed?: boolean; lookedAt?: number | null } = {}) {
  let now = 1000 * HOUR_MS;
  let last = lookedAt;
  let open = true;
  let found: { version: string; standing: 'newer' | 'same' } | null = { version: '0.2.0', standing: 'newer' };
  const asked: number[] = [];
  const told: string[] = [];
  const watch = createReleaseWatch({
    clock: { now: () => new Date(now) },
    memory: {
      lookedAt: () => last,
      rememberLook: (at) => {
        last = at;
      },
    },
    allowed: () => allowed,
    isOpen: () => Promise.resolve(open),
    look() {
      asked.push(now / HOUR_MS);
      return found === null ? Promise.reject(new Error('no network')) : Promise.resolve(found);
    },
    tell: (version) => told.push(version),
  });
  return {
    asked,
    told,
    keychain(isOpen: boolean) {
      open = isOpen;
    },
    async after(hours: number, next = found) {
      now += hours * HOUR_MS;
      found = next;
      await watch.look();
    },
  };
}

it('never, unless an officer allowed it', async () => {
  const { asked, after } = watching({ allowed: false });
  await after(0);
  await after(48);
  expect(asked).toEqual([]);
});

it('once a day, also when the program was opened anew meanwhile', async () => {
  const { asked, after } = watching({ lookedAt: 990 * HOUR_MS });
  for (const hours of [0, 13, 1, 1, 22, 1]) {
    await after(hours);
  }
  expect(asked).toEqual([1014, 1038]);
});

it('not while the keychain is locked, and then as soon as it is open', async () => {
  const { asked, after, keychain } = watching();
  keychain(false);
  await after(0);
  await after(1);
  keychain(true);
  await after(1);
  expect(asked).toEqual([1002]);
});

it('tells of each version once, and of nothing that is not newer', async () => {
  const { told, after } = watching();
  await after(0);
  await after(24);
  await after(24, { version: '0.3.0', standing: 'newer' });
  await after(24, { version: '0.3.0', standing: 'same' });
  expect(told).toEqual(['0.2.0', '0.3.0']);
});

it('disturbs nobody when there is no answer, and waits for no clock that was set back', async () => {
  const { asked, told, after } = watching({ lookedAt: 2000 * HOUR_MS });
  await after(0, null);
  expect(asked).toEqual([1000]);
  expect(told).toEqual([]);
});
