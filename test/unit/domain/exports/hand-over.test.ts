// Copies of private keys that are out: which may still be somewhere, and what a recipient reads back of one.
import { describe, expect, it } from 'vitest';
import {
  type HandOver,
  isOut,
  leftAfterRevocation,
  readBackOf,
  readBackSchema,
} from '../../../../shared/domain/exports/hand-over.ts';
import { KEY_STATES } from '../../../../shared/domain/limits.ts';
import { check } from '../../../../shared/problems/issue.ts';

const AT = '2026-11-22T08:00:00.000Z';
const copyOf = (kid: string, destroyedAt: string | null = null): HandOver => ({
  number: 1,
  at: AT,
  actor: 'ann',
  tenant: 'Acme',
  kid,
  format: 'p12',
  protection: 'x',
  to: 'Partner',
  recipient: null,
  sha256: 'ab'.repeat(32),
  savedAt: AT,
  confirmedAt: null,
  confirmedBy: null,
  destroyedAt,
  destroyedHow: null,
});

it('a copy is out until it is said to be gone', () => {
  expect([isOut(copyOf('k')), isOut(copyOf('k', AT))]).toEqual([true, false]);
});

describe('after a revocation', () => {
  it('copies of that key are left, as long as they are out', () => {
    const [left, gone, other] = [copyOf('k'), copyOf('k', AT), copyOf('other')];
    const keys = [
      { kid: 'k', state: 'revoked' as const },
      { kid: 'other', state: 'current' as const },
    ];
    expect(leftAfterRevocation([left, gone, other], keys)).toEqual([left]);
    expect(leftAfterRevocation([left], [])).toEqual([]);
  });

  it.each(KEY_STATES)('and of no key that is %s otherwise', (state) => {
    expect(leftAfterRevocation([copyOf('k')], [{ kid: 'k', state }])).toHaveLength(state === 'revoked' ? 1 : 0);
  });
});

describe('what was read back', () => {
  const [file, key] = [`${'ab'.repeat(8)}${'12'.repeat(24)}`, `${'cd'.repeat(8)}${'34'.repeat(24)}`];

  it.each([
    [file, 'file'],
    ['ab'.repeat(8), 'file'],
    [key, 'key'],
    ['cd'.repeat(8), 'key'],
    ['ef'.repeat(8), null],
    ['12'.repeat(8), null],
    ['34'.repeat(8), null],
    [`${file}ab`, null],
  ])('%s is of %s', (text, read) => {
    expect(readBackOf(text, file, key)).toBe(read);
  });

  it.each([
    ['AB:CD:EF:01:23:45:67:89', 'abcdef0123456789'],
    ['abcd ef01\t2345 6789', 'abcdef0123456789'],
    [file, file],
  ])('may be written as %s', (text, read) => {
    expect(readBackSchema.parse(text)).toBe(read);
  });

  it.each(['', 'abcdef012345678', `${file}a`, 'abcdef01-23456789', 'ghijkl0123456789', 'xabcdef0123456789'])(
    'is not enough or too much: %s',
    (text) => {
      expect(check(readBackSchema, text)).toMatchObject({ ok: false, refusal: { problem: { code: 'read-back' } } });
    },
  );
});
