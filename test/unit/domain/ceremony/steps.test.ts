// The script of a ceremony: who does what and in which order, and by which entry of the chain an act is seen.
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { inRole, partOf, type People, type Role, standsFor } from '../../../../shared/domain/ceremony/people.ts';
import {
  actShown,
  scriptOf,
  STEP_NAMES,
  type StepKind,
  type StepName,
  stepRow,
} from '../../../../shared/domain/ceremony/steps.ts';

const inScript = (wanted: (step: StepName) => boolean) => STEP_NAMES.filter(wanted);

describe('the script', () => {
  it('sees to people and machine first, then makes the key, saves it, and looks at what would be published', () => {
    const before = ['people', 'clock', 'machine', 'chain', 'read-device', 'saved-before'];
    const key = ['generate', 'read-kid', 'read-certificate'];
    const after = ['backup', 'read-backup', 'drill', 'hand-over', 'preview'];
    expect(scriptOf({ handOver: true })).toEqual([...before, ...key, ...after]);
  });

  it('hands nothing over unless that was asked for', () => {
    expect(scriptOf({ handOver: false })).toEqual(scriptOf({ handOver: true }).filter((step) => step !== 'hand-over'));
  });

  it.each<[StepKind, StepName[]]>([
    ['said', ['people']],
    ['check', ['clock', 'machine', 'chain', 'saved-before', 'preview']],
    ['act', ['generate', 'backup', 'drill', 'hand-over']],
    ['read-back', ['read-device', 'read-kid', 'read-certificate', 'read-backup']],
  ])('of the kind “%s” are %j', (kind, steps) => {
    expect(inScript((step) => stepRow(step).kind === kind)).toEqual(steps);
  });

  it('lets custodians do the acts, and another hear what is read out', () => {
    expect(inScript((step) => stepRow(step).kind === 'act' && stepRow(step).by !== 'custodian')).toEqual([]);
    expect(inScript((step) => stepRow(step).heard !== undefined)).toEqual(
      inScript((step) => stepRow(step).kind === 'read-back'),
    );
    expect(inScript((step) => stepRow(step).heard === stepRow(step).by)).toEqual([]);
    const others = inScript((step) => stepRow(step).by !== 'custodian').map((step) => [step, stepRow(step).by]);
    expect(Object.fromEntries(others)).toEqual({
      people: 'administrator',
      clock: 'witness',
      chain: 'auditor',
      'read-device': 'administrator',
    });
  });
});

describe('a part', () => {
  const three: People = { administrator: 'Ann', custodians: ['Ben', 'Bob'], witness: 'Cy' };
  const four: People = { ...three, auditor: 'Dee' };

  it.each<[Role, string[], string]>([
    ['administrator', ['Ann'], 'Ann'],
    ['custodian', ['Ben', 'Bob'], 'Ben, Bob'],
    ['witness', ['Cy'], 'Cy'],
    ['auditor', ['Dee'], 'Dee'],
  ])('%s is of %j', (role, names, told) => {
    expect([inRole(four, role), partOf(four, role), standsFor(four, role)]).toEqual([names, role, told]);
  });

  it('that nobody has is the witness’s', () => {
    expect([inRole(three, 'auditor'), partOf(three, 'auditor'), standsFor(three, 'auditor')]).toEqual([
      [],
      'witness',
      'Cy',
    ]);
  });
});

describe('an act is seen in the chain', () => {
  const known = { tenant: 'Acme', ring: 'Main', kid: 'k1', backup: 'b1' };
  const entry = (action: string, details: AuditEntry['details'] = {}, subject = 'acme/main', seq = 7): AuditEntry => ({
    seq,
    at: '2026-11-22T08:00:00.000Z',
    actor: 'ann',
    action,
    subject,
    details,
    previousHash: '',
    hash: '',
  });
  const drilled = { outcome: 'passed', backup: 'b1', file: 'b.age', bytes: 9 };
  const backup = { id: 'b1', file: 'b.age', sha256: 'aa', protection: 'age', keys: 3 };

  it.each<[StepName, AuditEntry, Record<string, unknown>]>([
    ['generate', entry('key.generated', { kid: 'k1', alg: 'RS256' }), { kid: 'k1' }],
    ['backup', entry('backup.made', backup), { id: 'b1', file: 'b.age', sha256: 'aa', protection: 'age' }],
    ['drill', entry('backup.drilled', drilled), { file: 'b.age' }],
    [
      'hand-over',
      entry('key.handed-over', { kid: 'k1', to: 'Partner', format: 'p12', number: 1 }),
      { to: 'Partner', format: 'p12' },
    ],
    // Only what is told in words is a fact of it.
    ['drill', entry('backup.drilled', { ...drilled, file: 1 }), {}],
  ])('%s', (step, one, facts) => {
    expect(actShown(step, [one], known)).toEqual({ entry: 7, ...facts });
  });

  it.each<[StepName, AuditEntry]>([
    ['generate', entry('key.imported', { kid: 'k1' })],
    ['generate', entry('key.generated', { kid: 'k1' }, 'acme')],
    ['generate', entry('key.generated', { kid: 'k1' }, 'acme/other')],
    ['generate', entry('key.generated', { kid: 'k1' }, 'other/main')],
    ['backup', entry('backup.drilled', drilled)],
    ['drill', entry('backup.made', drilled)],
    ['drill', entry('backup.drilled', { ...drilled, outcome: 'failed' })],
    ['drill', entry('backup.drilled', { ...drilled, backup: 'another' })],
    ['hand-over', entry('key.handed-over', { kid: 'another' })],
    ['hand-over', entry('key.hand-over-confirmed', { kid: 'k1' })],
    ['people', entry('key.generated', { kid: 'k1' })],
  ])('%s is not by another one', (step, one) => {
    expect(actShown(step, [one], known)).toBeNull();
  });

  it('by its newest entry, and not without one', () => {
    const made = (seq: number, id: string) => entry('backup.made', { id }, 'all', seq);
    expect(actShown('backup', [made(3, 'old'), made(5, 'new'), entry('key.generated')], known)).toEqual({
      entry: 5,
      id: 'new',
    });
    expect(actShown('backup', [], known)).toBeNull();
  });
});
