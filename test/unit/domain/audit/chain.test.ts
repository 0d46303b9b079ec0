import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEntry, verifyChain } from '../../../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { AT } from '../../../support/keys.ts';

function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    chain.push(
      nextEntry(chain.at(-1) ?? null, AT, 'officer', { action: 'a', subject: `s${index}`, details: { index, z: [1] } }),
    );
  }
  return chain;
}

describe('the audit chain', () => {
  it('is whole when nobody touched it', () => {
    const chain = chainOf(5);
    expect(verifyChain([chain.slice(0, 2), chain.slice(2)])).toEqual({
      ok: true,
      brokenAt: null,
      head: { seq: 5, hash: chain[4]?.hash },
    });
    expect(verifyChain([])).toMatchObject({ ok: true, head: { seq: 0 } });
  });

  it('shows any edit, deletion inside, or reorder, and where', () => {
    const change = fc.constantFrom<keyof AuditEntry>(
      'at',
      'actor',
      'action',
      'subject',
      'details',
      'previousHash',
      'hash',
    );
    fc.assert(
      fc.property(fc.nat(7), change, (index, member) => {
        const edited = chainOf(8).map((entry, at) =>
          at === index ? { ...entry, [member]: member === 'details' ? { forged: true } : 'forged' } : entry,
        );
        expect(verifyChain([edited])).toMatchObject({ ok: false, brokenAt: index + 1 });
      }),
    );
    fc.assert(
      fc.property(fc.nat(6), (index) => {
        const chain = chainOf(8);
        expect(verifyChain([chain.toSpliced(index, 1)])).toMatchObject({ ok: false, brokenAt: index + 1 });
        const [a, b] = [chain[index], chain[index + 1]];
        const swapped = a && b ? chain.with(index, b).with(index + 1, a) : [];
        expect(verifyChain([swapped]).ok).toBe(false);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    const [entry] = chainOf(1);
    const shuffled = Object.fromEntries(Object.entries(entry ?? {}).toReversed()) as unknown as AuditEntry;
    expect(verifyChain([[shuffled]]).ok).toBe(true);
  });
});
