// Where a ceremony stands, read from the entries of the chain alone.
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import {
  type Ceremony,
  countsOf,
  isUntried,
  knownIn,
  newestCeremony,
  nextStep,
  noteSchema,
  reasonedSchema,
  sinceItsTurn,
  STEP_PROBLEMS,
  stepSchema,
} from '../../../../shared/domain/ceremony/ceremony.ts';

const people = { administrator: 'Ann', custodians: ['Ben'], witness: 'Cy' };
const begins = (id: string, steps = ['people', 'clock', 'generate', 'backup']) => ({
  action: 'ceremony.begun',
  details: { id, ring: 'main', place: 'room 3', handOver: true, people, steps },
});

/** The hour of an entry is its number. */
const instant = (seq: number) => `2026-11-22T${String(seq).padStart(2, '0')}:00:00.000Z`;
type Told = Pick<AuditEntry, 'action' | 'details'>;
const chainOf = (...acts: readonly Told[]): AuditEntry[] =>
  acts.map((act, index) => ({
    ...act,
    seq: index + 1,
    at: instant(index + 1),
    actor: 'ann',
    subject: 'Acme',
    previousHash: `hash ${index}`,
    hash: `hash ${index + 1}`,
  }));

const done = (id: string, step: string, facts: Record<string, unknown> = {}) => ({
  action: 'ceremony.step-done',
  details: { id, step, facts },
});
const failed = (id: string, step: string, problem: string) => ({
  action: 'ceremony.step-failed',
  details: { id, step, problem },
});
const deviated = (id: string, step: string) => ({
  action: 'ceremony.deviated',
  details: { id, step, reason: 'no clock here' },
});
const noted = (id: string, text: unknown) => ({ action: 'ceremony.noted', details: { id, text } });
const ended = (id: string, how: 'closed' | 'abandoned', reason?: unknown) => ({
  action: `ceremony.${how}`,
  details: { id, reason },
});
const other = { action: 'key.generated', details: {} };

/** Of one that is there. */
function newest(...acts: readonly Told[]): Ceremony {
  const found = newestCeremony(chainOf(...acts), 'Acme');
  if (found === null) {
    throw new Error('No ceremony was found.');
  }
  return found;
}

describe('the newest ceremony', () => {
  it('is what its first entry says, with all steps open', () => {
    const open = { state: 'open', at: null, facts: {}, reason: null, failures: [] };
    expect(newest(other, begins('c'))).toEqual({
      id: 'c',
      tenant: 'Acme',
      ring: 'main',
      place: 'room 3',
      handOver: true,
      people,
      begun: { seq: 2, hash: 'hash 2', at: instant(2) },
      before: { seq: 1, hash: 'hash 1' },
      steps: ['people', 'clock', 'generate', 'backup'].map((step) => ({ step, ...open })),
      notes: [],
      ended: null,
    });
  });

  it('is none where none was begun, or its beginning cannot be read', () => {
    for (const acts of [[], [other], [noted('c', 'x')], [{ ...begins('c'), details: {} }], [begins('c', ['dance'])]]) {
      expect(newestCeremony(chainOf(...acts), 'Acme')).toBeNull();
    }
    const unnamed = { ...begins('c'), details: { ...begins('c').details, id: undefined } };
    expect(newestCeremony(chainOf(unnamed), 'Acme')).toBeNull();
  });

  it('follows one after another, and takes nothing of the one before', () => {
    const found = newest(begins('a'), begins('b'), done('a', 'people'), noted('a', 'late'), ended('a', 'closed'));
    expect([found.id, found.notes, found.ended, nextStep(found)]).toEqual(['b', [], null, 'people']);
    // Nor what bears its name and came before it.
    expect(newest(noted('c', 'early'), begins('c')).notes).toEqual([]);
  });

  it('has of each step how it ended, and what did not hold before', () => {
    const { steps } = newest(
      begins('c'),
      done('c', 'people', { count: 3 }),
      failed('c', 'clock', 'clock'),
      failed('c', 'clock', 'alarms'),
      deviated('c', 'clock'),
      done('c', 'generate', { kid: 'k1', entry: 7 }),
    );
    expect(steps).toEqual([
      { step: 'people', state: 'done', at: instant(2), facts: { count: 3 }, reason: null, failures: [] },
      {
        step: 'clock',
        state: 'deviated',
        at: instant(5),
        facts: {},
        reason: 'no clock here',
        failures: ['clock', 'alarms'],
      },
      { step: 'generate', state: 'done', at: instant(6), facts: { kid: 'k1', entry: 7 }, reason: null, failures: [] },
      { step: 'backup', state: 'open', at: null, facts: {}, reason: null, failures: [] },
    ]);
  });

  it('has its notes in their order', () => {
    const { notes } = newest(begins('c'), noted('c', 'one'), noted('c', 2), noted('c', 'three'));
    expect(notes).toEqual([
      { at: instant(2), text: 'one' },
      { at: instant(3), text: '' },
      { at: instant(4), text: 'three' },
    ]);
  });

  it.each([
    ['closed', undefined, null],
    ['abandoned', 'the fire alarm', 'the fire alarm'],
  ] as const)('ends where it is %s', (how, told, reason) => {
    const found = newest(begins('c'), ended('c', how, told));
    expect(found.ended).toEqual({ seq: 2, hash: 'hash 2', at: instant(2), how, reason });
    expect(nextStep(found)).toBeNull();
  });

  it('does not go on from an entry that nobody can read', () => {
    const wrong: [string, Told][] = [
      ['step', done('c', 'dance')],
      ['facts', done('c', 'people', { list: [] })],
      ['problem', failed('c', 'people', 'bad luck')],
      ['step', { action: 'ceremony.step-failed', details: { id: 'c', problem: 'clock' } }],
      ['reason', { action: 'ceremony.deviated', details: { id: 'c', step: 'people' } }],
    ];
    for (const [member, one] of wrong) {
      expect(() => newest(begins('c'), one)).toThrow(`"${member}"`);
    }
    // What others wrote under its id is none of its own.
    expect(newest(begins('c'), { ...other, details: { id: 'c', step: 'people' } }).steps).toEqual(
      newest(begins('c')).steps,
    );
  });
});

it('the next step is the first that is open', () => {
  expect(nextStep(newest(begins('c'), done('c', 'people')))).toBe('clock');
  expect(nextStep(newest(begins('c'), done('c', 'clock')))).toBe('people');
  expect(nextStep(newest(begins('c', ['people']), deviated('c', 'people')))).toBeNull();
});

it('what was done before the turn of a step does not count for it', () => {
  const chain = chainOf(
    other,
    done('c', 'people'),
    other,
    done('another', 'clock'),
    failed('c', 'clock', 'clock'),
    other,
  );
  const seqs = (id: string, entries = chain) => sinceItsTurn(entries, id).map(({ seq }) => seq);
  expect(seqs('c')).toEqual([3, 4, 5, 6]);
  expect(seqs('another')).toEqual([5, 6]);
  expect(seqs('nobody')).toEqual([1, 2, 3, 4, 5, 6]);
  expect(seqs('c', chainOf(done('c', 'people'), deviated('c', 'clock'), other))).toEqual([3]);
});

it('is about the key that was made in it, else about the next one', () => {
  const before = newest(begins('c'));
  expect(knownIn(before, 'next')).toEqual({ tenant: 'Acme', ring: 'main', kid: 'next', backup: null });
  expect(knownIn(before, null)).toEqual({ tenant: 'Acme', ring: 'main', kid: null, backup: null });
  const after = newest(
    begins('c'),
    done('c', 'generate', { kid: 'made' }),
    done('c', 'backup', { id: 'b', kid: 'no' }),
  );
  expect(knownIn(after, 'next')).toEqual({ tenant: 'Acme', ring: 'main', kid: 'made', backup: 'b' });
  expect(knownIn(newest(begins('c'), done('c', 'generate', { kid: 7 })), 'next').kid).toBe('next');
  expect(knownIn(newest(begins('c', ['people'])), null)).toMatchObject({ kid: null, backup: null });
});

it('counts what was done, gone past, and tried in vain', () => {
  expect(countsOf(newest(begins('c')))).toEqual({ done: 0, deviated: 0, failures: 0 });
  const found = newest(
    begins('c'),
    failed('c', 'people', 'not-wanted'),
    failed('c', 'people', 'not-wanted'),
    done('c', 'people'),
    failed('c', 'clock', 'clock'),
    deviated('c', 'clock'),
    done('c', 'generate'),
  );
  expect(countsOf(found)).toEqual({ done: 2, deviated: 1, failures: 3 });
});

it('is no failure where nobody tried', () => {
  expect(STEP_PROBLEMS.filter(isUntried)).toEqual(['not-done', 'not-read']);
});

it('takes a note and a reason of some length, and what was read back or nothing', () => {
  expect(noteSchema.parse({ tenant: 'Acme', text: ' one ' })).toEqual({ tenant: 'Acme', text: 'one' });
  expect(reasonedSchema.parse({ tenant: 'Acme', reason: 'one' })).toEqual({ tenant: 'Acme', reason: 'one' });
  expect(stepSchema.parse({})).toEqual({});
  expect(stepSchema.parse({ readBack: 'r'.repeat(500) })).toEqual({ readBack: 'r'.repeat(500) });
  expect([
    noteSchema.safeParse({ tenant: 'Acme', text: 'no' }).success,
    noteSchema.safeParse({ text: 'one' }).success,
    reasonedSchema.safeParse({ tenant: 'Acme', reason: 'no' }).success,
    reasonedSchema.safeParse({ reason: 'one' }).success,
    stepSchema.safeParse({ readBack: 'r'.repeat(501) }).success,
    stepSchema.safeParse({ read: 'x' }).success,
  ]).toEqual(Array.from({ length: 6 }, () => false));
});
