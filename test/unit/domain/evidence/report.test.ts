// What a report takes of the chain, in which chapters it tells it, and where it says that somebody went ahead of a rule.
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { CHAPTER_NAMES, chaptersOf } from '../../../../shared/domain/evidence/report.ts';

type Told = Pick<AuditEntry, 'action'> & Partial<AuditEntry>;

/** An entry each minute, about the tenant where nothing else is said. */
const chainOf = (...acts: readonly Told[]): AuditEntry[] =>
  acts.map((act, index) => ({
    seq: index + 1,
    at: `2026-11-22T08:${String(index).padStart(2, '0')}:00.000Z`,
    actor: 'ann',
    subject: 'Acme',
    details: {},
    previousHash: '',
    hash: '',
    ...act,
  }));

const ALWAYS = { from: '2026-11-22T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
const added = { action: 'tenant.added' };
const reportOf = (...acts: readonly Told[]) => chaptersOf(chainOf(added, ...acts), 'Acme', ALWAYS);

describe('an act is told among', () => {
  it.each([
    ['rotations', ['key.rotated', 'key.rotated-and-revoked', 'key.rotation-aborted', 'plan.completed']],
    [
      'ends',
      ['key.revoked', 'key.withdrawn', 'key.destroyed', 'key.destruction-scheduled', 'key.destruction-cancelled'],
    ],
    [
      'publications',
      [
        'publish.pushed',
        'bundle.made',
        'courier.carried',
        'receipt.accepted',
        'outbox.settled',
        'publish.verified-not',
      ],
    ],
    ['proofs', ['publish.verified', 'publish.seen', 'drift.found']],
    ['hand-overs', ['key.handed-over', 'key.hand-over-confirmed', 'key.copy-destroyed']],
    ['ceremonies', ['ceremony.begun']],
    ['backups', ['backup.made', 'backup.drilled']],
    ['machine', ['audit.accepted', 'evidence.report-saved', 'registry.sealed', 'clock.stated', 'custody.moved']],
    ['other', ['key.generated', 'tenant.edited', 'publish', 'plan.made', 'xbackup.made']],
  ])('%s: %j', (chapter, actions) => {
    const { chapters } = reportOf(...actions.map((action) => ({ action })));
    const numbers = actions.map((_, index) => index + 2);
    expect(chapters.filter((one) => one.chapter !== 'other')).toEqual(
      chapter === 'other' ? [] : [{ chapter, entries: numbers }],
    );
    expect(chapters.at(-1)).toEqual({ chapter: 'other', entries: chapter === 'other' ? [1, ...numbers] : [1] });
  });
});

it('the chapters stand in the order of the page', () => {
  const names = ['rotations', 'ends', 'publications', 'proofs', 'hand-overs', 'ceremonies', 'backups', 'machine'];
  expect(CHAPTER_NAMES).toEqual([...names, 'other']);
  const { chapters } = reportOf({ action: 'backup.made' }, { action: 'publish.seen' }, { action: 'key.rotated' });
  expect(chapters.map(({ chapter }) => chapter)).toEqual(['rotations', 'proofs', 'backups', 'other']);
});

describe('of the chain it takes', () => {
  const numbers = ({ entries }: { entries: readonly AuditEntry[] }) => entries.map(({ seq }) => seq);

  it('what is of the tenant and its rings, under each of its names', () => {
    const report = reportOf(
      { action: 'key.rotated', subject: 'Acme/main' },
      { action: 'key.rotated', subject: 'Acme Europe' },
      { action: 'key.rotated', subject: 'Other' },
      { action: 'tenant.renamed', details: { to: 'Apex' } },
    );
    expect(numbers(report)).toEqual([1, 2, 5]);
    expect(report.scope.spans).toEqual([{ subject: 'acme', first: 1, last: 5 }]);
  });

  it('what is of the whole installation', () => {
    const backups = ['backup.made', 'backup.drilled', 'backup.restore-begun', 'backup.restored'];
    const machine = ['audit.device-key', 'audit.accepted', 'registry.sealed', 'registry.upgraded'];
    const ofAll = [...backups, ...machine, 'clock.disagreed', 'clock.agreed', 'clock.stated'];
    const report = reportOf(
      ...[...ofAll, 'backup.previewed', 'evidence.report-saved'].map((action) => ({ action, subject: 'all' })),
    );
    expect(report.entries.map(({ action }) => action)).toEqual(['tenant.added', ...ofAll]);
    expect(report.scope.actions).toEqual(ofAll);
  });

  it('what is of its time: the beginning is in it, the end is not', () => {
    const chain = chainOf(added, { action: 'a' }, { action: 'b' }, { action: 'backup.made', subject: 'all' });
    const [, from = '', , to = ''] = chain.map(({ at }) => at);
    const report = chaptersOf(chain, 'Acme', { from, to });
    expect(numbers(report)).toEqual([2, 3]);
    // Under which names it stood then is asked of all of the chain.
    expect(report.scope.spans).toEqual([{ subject: 'acme', first: 1, last: 4 }]);
  });
});

describe('a step that waits for a clock', () => {
  it.each([
    ['was kept', {}, null],
    ['was kept, whatever else was said', { overrideReason: 'as agreed' }, null],
    ['was gone ahead of', { overridden: { at: 'later' }, overrideReason: 'as agreed' }, 'as agreed'],
    ['was gone ahead of without a word', { overridden: true }, ''],
    ['was gone ahead of by something that is no word', { overridden: true, overrideReason: 1 }, ''],
  ])('%s', (_, details, reason) => {
    const { clocks } = reportOf(
      { action: 'key.rotated', details },
      { action: 'key.rotated-and-revoked', details },
      { action: 'key.revoked', details },
    );
    expect(clocks).toEqual([
      { seq: 2, reason },
      { seq: 4, reason },
    ]);
  });
});

describe('somebody went ahead of a rule', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['key.rotated', { overrideReason: 'as agreed' }, 'as agreed'],
    ['credential.saved', { override: 'as agreed' }, 'as agreed'],
    ['key.rotated', { overrideReason: 'first', override: 'second' }, 'first'],
    ['key.rotated', { override: true }, null],
    ['key.rotated', { reason: 'as planned' }, null],
    ['plan.rehearsal-overridden', { reason: 'in a hurry' }, 'in a hurry'],
    ['audit.accepted', { reason: 'known' }, 'known'],
    ['clock.stated', { reason: 'by the wall' }, 'by the wall'],
    ['clock.stated', {}, ''],
    ['clock.agreed', { reason: 'by the wall' }, null],
  ])('%s with %j: %j', (action, details, reason) => {
    expect(reportOf({ action, details }).overrides).toEqual(reason === null ? [] : [{ seq: 2, reason }]);
  });
});
