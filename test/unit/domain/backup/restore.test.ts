// What a restore would do with a tenant: it comes in whole or not at all, and what is here is never put back.
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../shared/domain/backup/restore.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';

const AT = '2026-11-22T08:00:00.000Z';
const key = (state: KeyState, destroyedAt: string | null = null, id = 'a') => ({ id, state, destroyedAt });
const nobody = { tenant: null, keys: [], nameTaken: false, owners: [] };
const here = (...keys: ReturnType<typeof key>[]) => ({ ...nobody, tenant: { name: 'Acme' }, keys, owners: ['t'] });

describe('a tenant that is not here', () => {
  it.each([
    ['comes in', nobody, { is: 'new' }],
    ['comes in where its keys are known as its own', { ...nobody, owners: ['t'] }, { is: 'new' }],
    ['stays out where another has its name', { ...nobody, nameTaken: true }, { is: 'conflict', why: 'name-taken' }],
    [
      'stays out where another has one of its keys',
      { ...nobody, owners: ['t', 'other'] },
      { is: 'conflict', why: 'key-known-here' },
    ],
    [
      'is told of the name first',
      { ...nobody, nameTaken: true, owners: ['other'] },
      { is: 'conflict', why: 'name-taken' },
    ],
  ])('%s', (_, found, verdict) => {
    expect(verdictOf('t', [key('current')], found)).toEqual(verdict);
  });
});

describe('a tenant that is here', () => {
  // The way of a key, one step after the other.
  const WAY = [
    key('next'),
    key('current'),
    key('previous'),
    key('replaced'),
    key('revoked'),
    // Erased is last, whatever it was before.
    key('previous', AT),
  ];

  it('is further on where its key is', () => {
    for (const [saved, inBackup] of WAY.entries()) {
      for (const [now, one] of WAY.entries()) {
        const is = now === saved ? 'same' : now > saved ? 'newer-here' : 'newer-in-backup';
        expect([saved, now, verdictOf('t', [inBackup], here(one))]).toEqual([saved, now, { is }]);
      }
    }
  });

  it('is further on where there is a key more', () => {
    const more = key('next', null, 'b');
    expect(verdictOf('t', [key('current')], here(key('current'), more))).toEqual({ is: 'newer-here' });
    expect(verdictOf('t', [key('current'), more], here(key('current')))).toEqual({ is: 'newer-in-backup' });
    expect(verdictOf('t', [], here())).toEqual({ is: 'same' });
  });

  it('went two ways where each side is further on with a key', () => {
    const [a, b] = [key('previous'), key('current', null, 'b')];
    expect(verdictOf('t', [a], here(key('current'), b))).toEqual({ is: 'conflict', why: 'diverged' });
    expect(verdictOf('t', [key('current'), b], here(a))).toEqual({ is: 'conflict', why: 'diverged' });
  });

  it('is no conflict by its own name and keys', () => {
    expect(verdictOf('t', [key('next')], { ...here(key('next')), nameTaken: true, owners: ['other'] })).toEqual({
      is: 'same',
    });
  });
});
