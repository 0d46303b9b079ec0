// What a yes stands for has a name of its own, and what was previewed is remembered for so long as a fleet needs.
import { expect, it } from 'vitest';
import { createPreviews } from '../../../main/ipc/confirmation/previews.ts';
import { proposalHash } from '../../../main/ipc/confirmation/proposal-hash.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';

it('tells acts, arguments and facts apart', () => {
  const hashes = [
    proposalHash('token.sign', { a: 1 }, { b: 1 }),
    proposalHash('key.rotate', { a: 1 }, { b: 1 }),
    proposalHash('token.sign', { a: 2 }, { b: 1 }),
    proposalHash('token.sign', { a: 1 }, { b: 2 }),
    proposalHash('token.sign', { a: 1, b: 1 }, {}),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(proposalHash('token.sign', { a: 1, c: undefined }, { b: 1 })).toBe(hashes[0]);
});

it('remembers 20,000 previews, and forgets the oldest first', async () => {
  const empty = { kids: [], diff: [], waits: [], foreign: [], findings: [], jwksUrl: '', act: 'push', body: null };
  let made = 0;
  // A fleet of this size is not previewed over a network in a test.
  const custodian = {
    showTenant: () => ({ tenant: { id: 'a', name: 'Acme' } }) as unknown as TenantView,
    previewBundle: () => Promise.reject(new Error('not expected')),
    previewPublication: async () => {
      made += 1;
      return { ...empty, hash: String(made) } as unknown as PublicationPreview;
    },
  };
  const { preview, seen } = createPreviews(custodian);
  const last = 20_002;
  for (let count = 0; count < last; count += 1) {
    await preview({ tenant: 'Acme' });
  }
  expect([1, 2, 3, last].map((hash) => seen('Acme', String(hash)) !== null)).toEqual([false, false, true, true]);
});
