// What opens a backup lies in the main process between the look and the restore, and no longer than until a lock.
import { expect, it } from 'vitest';
import type { RestorePreview } from '../../../shared/domain/backup/restore.ts';
import { createLookedInto } from '../../../main/ipc/looked-into.ts';

const preview: RestorePreview = {
  hash: 'ab'.repeat(32),
  empty: true,
  backup: {
    id: 'an id',
    madeAt: '2026-11-29T08:00:00.000Z',
    device: 'cd'.repeat(32),
    audit: { entries: 1, head: 'ef'.repeat(32) },
  },
  tenants: [],
};
const looked = () => ({
  backup: { name: 'keys.age', bytes: 1, source: async function* none() {} },
  opener: { kind: 'passphrase' as const, bytes: Buffer.from('correct horse') },
  preview,
});

it('is overwritten by a lock', () => {
  const [kept, given] = [createLookedInto(), looked()];
  kept.keep(given);
  kept.forget();
  expect([kept.take(preview.hash), given.opener.bytes.some(Boolean)]).toEqual([null, false]);
});

it('is not kept once more when the question was closed by a lock', () => {
  const [kept, given] = [createLookedInto(), looked()];
  kept.keep(given);
  const taken = kept.take(preview.hash) ?? expect.fail('it was not kept');
  kept.forget();
  kept.keep(taken);
  expect([kept.take(preview.hash), given.opener.bytes.some(Boolean)]).toEqual([null, false]);
});

it('is kept once more after a no', () => {
  const [kept, given] = [createLookedInto(), looked()];
  kept.keep(given);
  kept.keep(kept.take(preview.hash) ?? expect.fail('it was not kept'));
  expect(kept.take(preview.hash)).toBe(given);
});
