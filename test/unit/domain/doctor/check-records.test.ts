// What can never be right about the records of keys: each rule alone, with the keys that break it, and none that does not.
import { describe, expect, it } from 'vitest';
import { checkRecords, type RecordedTenant } from '../../../../shared/domain/doctor/check-records.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { plusDays, plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { CLOCK_TOLERANCE_SECONDS } from '../../../../shared/domain/timing/clocks.ts';
import { aKey, aRing, AT, aTenant } from '../../../support/keys.ts';

const ring = aRing.name;
const recorded = (keys: readonly SigningKey[], part: Partial<RecordedTenant> = {}): RecordedTenant => ({
  tenant: aTenant,
  rings: [aRing],
  keys,
  ...part,
});
const found = (...keys: SigningKey[]) => checkRecords([recorded(keys)]);
const broken = (rule: string, kids: string, of = ring) => [
  { code: 'rule-broken', severity: 'alarm', facts: { tenant: 'Acme', ring: of, rule, kids } },
];

const revocation = { reason: 'routine', compromised: false, compromisedSince: null };
/** The dates of each state, in a record that is right. */
const SOUND: Record<KeyState, Partial<SigningKey>> = {
  next: {},
  current: { currentAt: AT },
  previous: { currentAt: AT, previousAt: AT },
  revoked: { currentAt: AT, previousAt: AT, revokedAt: AT, revocation },
  replaced: { replacedAt: AT },
};
const STATES = Object.entries(SOUND) as [KeyState, Partial<SigningKey>][];

it.each(STATES)('a %s key with its dates is right', (state, dates) => {
  expect(found(aKey({ state, ...dates }))).toEqual([]);
});

it.each<[KeyState, Partial<SigningKey>]>([
  ['next', { currentAt: AT }],
  ['next', { previousAt: AT }],
  ['next', { revokedAt: AT }],
  ['current', { currentAt: null }],
  ['current', { previousAt: AT }],
  ['current', { revokedAt: AT }],
  ['previous', { previousAt: null }],
  ['previous', { revokedAt: AT }],
  ['revoked', { replacedAt: AT }],
  ['replaced', { replacedAt: null }],
  ['replaced', { revokedAt: AT }],
])('a %s key with %o is not', (state, dates) => {
  expect(found(aKey({ kid: 'K', state, ...SOUND[state], ...dates }))).toEqual(broken('state-has-time', 'K'));
});

it('a revoked key has its date and its reason', () => {
  expect(found(aKey({ kid: 'K', state: 'revoked', ...SOUND.revoked, revocation: null }))).toEqual(
    broken('revoked-with-reason', 'K'),
  );
  expect(found(aKey({ kid: 'K', state: 'revoked', ...SOUND.revoked, revokedAt: null }))).toEqual([
    ...broken('revoked-with-reason', 'K'),
    ...broken('state-has-time', 'K'),
  ]);
});

it('a destroyed key is none that lives', () => {
  expect(found(aKey({ kid: 'K', destroyedAt: AT }))).toEqual(broken('destroyed-is-revoked', 'K'));
  expect(found(aKey({ state: 'revoked', ...SOUND.revoked, destroyedAt: AT }))).toEqual([]);
  expect(found(aKey({ state: 'replaced', replacedAt: AT, destroyedAt: AT }))).toEqual([]);
});

it('a ring has one key that signs, and one that comes next', () => {
  const current = { state: 'current', currentAt: AT } as const;
  expect(found(aKey({ kid: 'A' }), aKey({ kid: 'B' }), aKey(current))).toEqual(broken('one-next', 'A, B'));
  expect(found(aKey({ kid: 'A', ...current }), aKey({ kid: 'B', ...current }))).toEqual(broken('one-current', 'A, B'));
  const other = { ...aRing, id: 'other', name: 'other' };
  expect(checkRecords([recorded([aKey(), aKey({ ringId: other.id })], { rings: [aRing, other] })])).toEqual([]);
});

it('a key is of its tenant, and of the algorithm of its ring', () => {
  const rule = (kid: string) => broken('ring-of-tenant', kid, '');
  expect(found(aKey({ kid: 'K', tenantId: 'another' }), aKey({ state: 'current', currentAt: AT }))).toEqual(rule('K'));
  expect(found(aKey({ kid: 'K', alg: 'ES256' }))).toEqual(rule('K'));
  expect(found(aKey({ kid: 'K', ringId: 'none' }))).toEqual(rule('K'));
});

describe('the dates of a key', () => {
  const disordered = [{ code: 'times-disordered', severity: 'warning', facts: { tenant: 'Acme', kid: 'K' } }];
  const later = plusDays(AT, 1);

  it.each<[KeyState, Partial<SigningKey>]>([
    ['current', { createdAt: later }],
    ['previous', { currentAt: later }],
    ['revoked', { previousAt: later }],
    ['revoked', { revokedAt: later, destroyedAt: AT }],
    ['replaced', { createdAt: later }],
  ])('of a %s key follow one another: not with %o', (state, dates) => {
    expect(found(aKey({ kid: 'K', state, ...SOUND[state], ...dates }))).toEqual(disordered);
  });

  it('may be apart by what a clock may be wrong', () => {
    const signing = { kid: 'K', state: 'current', currentAt: AT } as const;
    expect(found(aKey({ ...signing, createdAt: plusSeconds(AT, CLOCK_TOLERANCE_SECONDS) }))).toEqual([]);
    expect(found(aKey({ ...signing, createdAt: plusSeconds(AT, CLOCK_TOLERANCE_SECONDS + 1) }))).toEqual(disordered);
  });
});

describe('the same private key twice', () => {
  const same = { spkiSha256: 'the same' };
  const beta = { ...aTenant, id: 'beta', name: 'Beta' };
  const rings = [{ ...aRing, tenantId: 'beta' }];
  const both = (one: Partial<SigningKey>, other: Partial<SigningKey>) =>
    checkRecords([
      recorded([aKey({ kid: 'A', ...same, ...one })]),
      recorded([aKey({ kid: 'B', ...same, ...other, tenantId: 'beta' })], { tenant: beta, rings }),
    ]);

  it('is told with both places', () => {
    expect(both({}, {})).toEqual([
      { code: 'material-shared', severity: 'warning', facts: { keys: 'A (“Acme”), B (“Beta”)' } },
    ]);
  });

  it('is an alarm where one of them is revoked', () => {
    expect(both({}, { state: 'revoked', ...SOUND.revoked })).toEqual([
      {
        code: 'revoked-material-in-use',
        severity: 'alarm',
        facts: { tenant: 'Acme', kid: 'A', revokedIn: 'Beta', revokedKid: 'B' },
      },
    ]);
  });

  it('is nothing where none of them lives, or only one', () => {
    expect(both({ state: 'revoked', ...SOUND.revoked }, { state: 'revoked', ...SOUND.revoked })).toEqual([]);
    expect(both({ state: 'replaced', replacedAt: AT }, {})).toEqual([]);
  });
});
