// When a backup and a drill are due, and which keys may not sign before they are in one.
import { describe, expect, it } from 'vitest';
import { type Backup, backupDue, drillDueAt } from '../../../../shared/domain/backup/backup.ts';
import { mayGoLive } from '../../../../shared/domain/backup/gate.ts';

const MADE = '2026-11-01T08:00:00.000Z';
const DRILLED = '2026-11-10T08:00:00.000Z';
const last: Backup = {
  id: 'b',
  at: MADE,
  file: 'b.age',
  sha256: 'ab'.repeat(32),
  bytes: 1,
  keys: 1,
  protection: 'age',
  drilledAt: null,
  drill: null,
};

describe('the next drill is due', () => {
  it.each([
    ['never, without a backup', null, null, null],
    ['never, without a backup, whatever was drilled', null, { at: DRILLED, outcome: 'failed' as const }, null],
    ['at once, before the first', last, null, MADE],
    ['at once, after one that failed', last, { at: DRILLED, outcome: 'failed' as const }, DRILLED],
    [
      'so many days after one that passed',
      last,
      { at: DRILLED, outcome: 'passed' as const },
      '2026-12-10T08:00:00.000Z',
    ],
  ])('%s', (_, backup, drill, due) => {
    expect(drillDueAt(backup, drill, 30)).toBe(due);
  });
});

describe('what is to be done', () => {
  const unsaved = [{ tenant: 'Acme', kid: 'k', state: 'next' as const }];
  const status = { last, unsaved: [], lastDrill: null, drillDueAt: DRILLED };

  it.each([
    ['nothing, before a drill is due', status, MADE, null],
    ['a drill, from its very instant', status, DRILLED, { unsaved: 0, drill: true }],
    ['nothing, while none is due', { ...status, drillDueAt: null }, DRILLED, null],
    ['a backup, for keys in none', { ...status, unsaved }, MADE, { unsaved: 1, drill: false }],
    ['both', { ...status, unsaved }, DRILLED, { unsaved: 1, drill: true }],
  ])('%s', (_, found, now, due) => {
    expect(backupDue(found, now)).toEqual(due);
  });
});

describe('a key goes live', () => {
  const key = { id: 'of it', kid: 'k1', exportable: true };
  const refused = { code: 'KEY_NOT_BACKED_UP', facts: { kid: 'k1' } };

  it.each([
    ['always', 'development', refused],
    ['always', 'production', refused],
    ['production', 'development', null],
    ['production', 'staging', null],
    ['production', 'production', refused],
    ['never', 'production', null],
  ] as const)('in no backup, with the rule “%s” in %s: %j', (backupFirst, environment, error) => {
    expect(mayGoLive({ environment }, { backupFirst }, key, new Set(['of another']))).toEqual(error);
    expect(mayGoLive({ environment }, { backupFirst }, key, new Set(['of it']))).toBeNull();
    expect(mayGoLive({ environment }, { backupFirst }, { ...key, exportable: false }, new Set())).toBeNull();
  });
});
