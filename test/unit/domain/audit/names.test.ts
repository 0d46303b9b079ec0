// Under which names the entries of a tenant stand, and a place of the chain as people note it.
import { describe, expect, it } from 'vitest';
import { CHAIN_START, EMPTY_CHAIN, follows, nextEntry, verifyChain } from '../../../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { notedHeadSchema, notedText } from '../../../../shared/domain/audit/noted-head.ts';
import { entriesAbout, isDuring, isWithin, tenantSpans } from '../../../../shared/domain/audit/selection.ts';
import { check } from '../../../../shared/problems/issue.ts';

const AT = '2026-11-22T08:00:00.000Z';
const entryOf = (action: string, subject: string, seq: number, to?: unknown): AuditEntry => ({
  seq,
  at: AT,
  actor: 'ann',
  action,
  subject,
  details: to === undefined ? {} : { to },
  previousHash: '',
  hash: '',
});
const chainOf = (...acts: readonly (readonly [action: string, subject: string, to?: unknown])[]): AuditEntry[] =>
  acts.map(([action, subject, to], index) => entryOf(action, subject, index + 1, to));

describe('the names of a tenant', () => {
  const chain = chainOf(
    ['tenant.added', 'Old'],
    ['key.rotated', 'Old/main'],
    ['tenant.renamed', 'OLD', 'Mid'],
    ['key.rotated', 'mid'],
    ['tenant.renamed', 'Mid', 'NEW'],
    ['key.rotated', 'New/main'],
    ['key.rotated', 'Newer'],
    ['tenant.edited', 'new'],
    ['tenant.renamed', 'Other', 'Another'],
    ['tenant.edited', 'old'],
  );

  it('are each of its own time', () => {
    expect(tenantSpans(chain, 'New')).toEqual([
      { subject: 'old', first: 1, last: 3 },
      { subject: 'mid', first: 4, last: 5 },
      { subject: 'new', first: 6, last: 10 },
    ]);
  });

  it('reach to the beginning where none was added, and nowhere in an empty chain', () => {
    expect(tenantSpans(chain.slice(1), 'new')[0]).toEqual({ subject: 'old', first: 1, last: 3 });
    expect(tenantSpans([], 'New')).toEqual([{ subject: 'new', first: 1, last: 0 }]);
  });

  it.each([
    ['renamed to nobody', ['tenant.renamed', 'Old', 7]],
    ['another act that names it', ['key.rotated', 'Old', 'New']],
    ['another tenant that was renamed', ['tenant.renamed', 'Old', 'Newer']],
    ['another tenant that was added', ['tenant.added', 'Old']],
    ['what was done to it before', ['tenant.edited', 'New']],
  ] as const)('do not change by %s', (_, act) => {
    expect(tenantSpans(chainOf(act), 'new')).toEqual([{ subject: 'new', first: 1, last: 1 }]);
  });

  it('begin anew where one is added by that name', () => {
    const again = chainOf(
      ['tenant.added', 'Acme'],
      ['tenant.removed', 'Acme'],
      ['tenant.added', 'ACME'],
      ['a', 'Acme'],
    );
    expect(tenantSpans(again, 'acme')).toEqual([{ subject: 'acme', first: 3, last: 4 }]);
    expect(entriesAbout(again, 'acme').map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('stand for it and its rings', () => {
    const spans = [{ subject: 'acme', first: 3, last: 5 }];
    const within = (subject: string, seq: number) => isWithin(entryOf('a', subject, seq), spans);
    expect([within('ACME', 3), within('Acme/Main', 5)]).toEqual([true, true]);
    expect([within('acme', 2), within('acme', 6), within('acmes', 4), within('acm', 4)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isWithin(entryOf('a', 'acme', 4), [])).toBe(false);
  });

  it('stand for it alone, where only that is asked', () => {
    expect(entriesAbout(chain, 'New').map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 8]);
  });
});

it('a time begins with its first instant, and ends before its last', () => {
  const [before, after] = ['2026-11-22T07:59:59.999Z', '2026-11-22T08:00:00.001Z'];
  const entry = entryOf('a', 'b', 1);
  expect([isDuring(entry, AT, after), isDuring(entry, before, undefined), isDuring(entry, undefined, after)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isDuring(entry, after, undefined), isDuring(entry, undefined, AT), isDuring(entry, before, before)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isDuring(entry, undefined, undefined)).toBe(true);
});

describe('a place in the chain', () => {
  const hash = 'ab'.repeat(32);

  it('is noted by number and hash, and read as it was noted', () => {
    expect(notedText({ seq: 128, hash })).toBe(`128:${hash}`);
    expect(notedHeadSchema.parse(`999999999999:${hash}`)).toEqual({ seq: 999_999_999_999, hash });
  });

  it.each([`0128:${hash}`, `128:${hash.toUpperCase()}`, `128:${hash.slice(1)}`, `:${hash}`, `128:`, ` 128:${hash}`])(
    'is not %s',
    (text) => {
      expect(check(notedHeadSchema, text)).toMatchObject({ ok: false, refusal: { problem: { code: 'noted-head' } } });
    },
  );

  it('begins with zeros, and each entry holds on to the one before', () => {
    expect([CHAIN_START, EMPTY_CHAIN]).toEqual(['0'.repeat(64), { seq: 0, hash: '0'.repeat(64) }]);
    const act = { action: 'a', subject: 's', details: { n: 1 }, state: 'root' };
    const first = nextEntry(null, AT, 'ann', act);
    expect(first).toEqual({ seq: 1, at: AT, actor: 'ann', ...act, previousHash: CHAIN_START, hash: first.hash });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    const second = nextEntry(first, AT, 'ann', act);
    expect([second.seq, second.previousHash]).toEqual([2, first.hash]);
    expect(follows(EMPTY_CHAIN, first) && follows(first, second)).toBe(true);
    // Each of the three alone is not enough.
    expect(follows({ ...first, seq: 2 }, second)).toBe(false);
    expect(follows({ ...first, hash }, second)).toBe(false);
    expect(follows(first, { ...second, state: 'other' })).toBe(false);
  });

  it('that is known is gone on from', () => {
    const act = { action: 'a', subject: 's', details: {} };
    const first = nextEntry(null, AT, 'ann', act);
    const second = nextEntry(first, AT, 'ann', act);
    expect(verifyChain([[second]], first)).toEqual({ ok: true, brokenAt: null, head: { seq: 2, hash: second.hash } });
    expect(verifyChain([[], [second]])).toEqual({ ok: false, brokenAt: 1, head: EMPTY_CHAIN });
  });
});
