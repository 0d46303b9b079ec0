import { expect, it } from 'vitest';
import { nextEntry } from '../../../../shared/domain/audit/chain.ts';
import type { AuditAct, AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { type AuditSelection, selectedEntries } from '../../../../shared/domain/audit/selection.ts';

const act = (action: string, subject: string, details: AuditAct['details'] = {}): AuditAct => ({
  action,
  subject,
  details,
});

function chainOf(acts: readonly AuditAct[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const [at, one] of acts.entries()) {
    const day = `2026-11-${String(at + 1).padStart(2, '0')}T08:00:00.000Z`;
    entries.push(nextEntry(entries.at(-1) ?? null, day, 'officer via test', one));
  }
  return entries;
}

const chain = chainOf([
  act('tenant.added', 'Acme'),
  act('key.rotated', 'Acme', { kid: 'first' }),
  act('tenant.removed', 'Acme'),
  act('tenant.added', 'Roadrunner'),
  act('key.rotated', 'Roadrunner/default', { kids: ['second', 'third'] }),
  act('tenant.renamed', 'Roadrunner', { to: 'Acme' }),
  act('tenant.edited', 'acme'),
  act('tenant.added', 'Roadrunner'),
  act('key.revoked', 'Acme/default', { findings: [{ kid: 'second' }] }),
  act('tenant.added', 'Acme Europe'),
  act('keychain.seen', 'keychain', { before: null }),
]);
const numbers = (selection: AuditSelection): number[] => selectedEntries(chain, selection).map(({ seq }) => seq);

it('takes all when nothing is asked for', () => {
  expect(numbers({})).toHaveLength(chain.length);
});

it('follows a tenant through its names, and knows it from another that bore one of them', () => {
  expect(numbers({ tenant: 'Acme' })).toEqual([4, 5, 6, 7, 9]);
  expect(numbers({ tenant: 'ROADRUNNER' })).toEqual([8]);
  expect(numbers({ tenant: 'Nobody' })).toEqual([]);
});

it('takes one act, or all of a kind', () => {
  expect(numbers({ action: 'key.rotated' })).toEqual([2, 5]);
  expect(numbers({ action: 'key' })).toEqual([2, 5, 9]);
});

it('takes a time, its beginning in it and its end not', () => {
  expect(numbers({ from: '2026-11-03T08:00:00.000Z', to: '2026-11-05T08:00:00.000Z' })).toEqual([3, 4]);
});

it('takes what speaks of a key, wherever it does, and no longer kid that begins the same', () => {
  expect(numbers({ kid: 'second' })).toEqual([5, 9]);
  expect(numbers({ kid: 'sec' })).toEqual([]);
  // What an entry is about may be the key itself.
  expect(numbers({ kid: 'keychain' })).toEqual([11]);
  expect(numbers({ tenant: 'Acme', action: 'key', kid: 'second', from: '2026-11-06T00:00:00.000Z' })).toEqual([9]);
});
