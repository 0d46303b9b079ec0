// What speaks against sending a set, beside the faults of its keys: what the change would do to those who rely on them.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../shared/domain/published-set/findings.ts';
import type { FindingCode } from '../../../../shared/domain/published-set/finding.ts';
import type { ForeignKey } from '../../../../shared/domain/published-set/foreign.ts';
import type { RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { aKey, AT } from '../../../support/keys.ts';
import { utc, writtenCertificate } from '../../../support/written-certificate.ts';

const PUSH = { act: 'push', former: [], removeForeign: [], keepForeign: [] } as const;
const current = aKey({ kid: 'C', state: 'current', currentAt: AT, announcedAt: AT });
const next = aKey({ kid: 'N' });
const gone = aKey({ kid: 'R', state: 'revoked', revokedAt: AT, announcedAt: AT });
const remote = (kid: string | null, part: Partial<RemoteKey> = {}): RemoteKey => ({
  kid,
  kty: 'RSA',
  alg: null,
  thumbprint: `T-${kid}`,
  raw: kid === null ? { n: 'x' } : { kid },
  ...part,
});
const jwks = (...keys: SigningKey[]) => keys.map(({ jwk }) => ({ ...jwk }));

/** The faults of single keys are the lint's. */
const CHANGES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'private-member',
  'inexact-member',
  'kid-of-tenant',
  'revoked-key',
  'foreign-not-named',
  'foreign-undecided',
  'current-missing',
  'certificate-ended',
  'certificate-signature-weak-hash',
]);

const told = (part: Partial<Parameters<typeof findingsOf>[0]>) =>
  findingsOf({
    set: [],
    keys: [current, next, gone],
    remote: [],
    there: [],
    foreign: [],
    wait: [],
    publicKids: null,
    intent: PUSH,
    now: AT,
    ...part,
  })
    .filter(({ code }) => CHANGES.has(code))
    .map(({ code, severity, kid }) => [code, severity, kid]);

describe.each<[FindingCode, Partial<RemoteKey>]>([
  ['private-member', { exposed: ['d'] }],
  ['inexact-member', { inexact: true }],
])('%s', (code, part) => {
  it('of a key of others that would go out again', () => {
    const key = remote('x', part);
    expect(told({ there: [key], set: [key.raw] })).toEqual([[code, 'error', 'x']]);
    expect(told({ there: [key], set: [{ kid: 'x', n: '2' }] })).toEqual([[code, 'error', 'x']]);
    expect(told({ there: [key], set: [{ kid: 'y' }] })).toEqual([]);
    expect(told({ there: [remote('x')], set: [{ kid: 'x' }] })).toEqual([]);
  });

  it('of one without a name, which is known by itself alone', () => {
    const key = remote(null, part);
    expect(told({ there: [key], set: [key.raw] })).toEqual([[code, 'error', 'T-null']]);
    expect(told({ there: [key], set: [{ n: 'y' }] })).toEqual([]);
  });
});

it('a kid that the tenant has itself: public, never sent from here, and not in the set', () => {
  const set = jwks(next);
  expect(told({ set, publicKids: ['N'] })).toEqual([['kid-of-tenant', 'error', 'N']]);
  expect(told({ set, publicKids: ['other'] })).toEqual([]);
  expect(told({ set, publicKids: null })).toEqual([]);
  expect(told({ set, publicKids: ['N'], remote: [remote('N')] })).toEqual([]);
  expect(told({ set: jwks(current), publicKids: ['C'] })).toEqual([]);
});

it('a revoked key in the set, under its name or another, once', () => {
  const error = [['revoked-key', 'error', 'R']];
  expect(told({ set: jwks(gone) })).toEqual(error);
  expect(told({ set: jwks(gone).map((jwk) => ({ ...jwk, kid: 'N' })) })).toEqual(error);
  expect(told({ set: jwks(gone, gone).map((jwk, at) => ({ ...jwk, kid: `x${at}` })) })).toEqual(error);
  expect(told({ set: [{ kid: 'R', kty: 'RSA', n: 'other', e: 'AQAB' }] })).toEqual(error);
  expect(told({ set: jwks(next) })).toEqual([]);
});

it('a current key that verifiers find now, or that has no place, and would be missing', () => {
  const warning = [['current-missing', 'warning', 'C']];
  expect(told({ remote: [remote('C')] })).toEqual(warning);
  expect(told({ wait: [current] })).toEqual(warning);
  expect(told({ remote: [remote('C')], set: jwks(current) })).toEqual([]);
  expect([told({}), told({ remote: [remote('N')] }), told({ wait: [next] })]).toEqual([[], [], []]);
});

describe('keys of others', () => {
  const key: ForeignKey = { name: 'x', material: 'T-x', isThere: true, decision: null };

  it('want a decision, unless everything goes', () => {
    const undecided = { foreign: [key, { ...key, name: 'y', decision: { kind: 'remove' } as const }] };
    expect(told(undecided)).toEqual([['foreign-undecided', 'error', 'x']]);
    expect(told({ ...undecided, intent: { ...PUSH, act: 'rollback' } })).toEqual([['foreign-undecided', 'error', 'x']]);
    expect(told({ ...undecided, intent: { ...PUSH, act: 'clear' } })).toEqual([]);
  });

  it('are named where everything goes', () => {
    const there = [remote('x'), remote('y')];
    expect(told({ there, intent: { ...PUSH, act: 'clear', removeForeign: ['y'] } })).toEqual([
      ['foreign-not-named', 'error', 'x'],
    ]);
    expect(told({ there })).toEqual([]);
  });
});

it('certificates warn, and errors go before every warning', () => {
  const made = { until: utc('261101000000Z'), signedWith: '1.2.840.113549.1.1.5' };
  const worn = { ...next, certificate: writtenCertificate(made).toString('base64') };
  const keys = [current, worn, gone];
  expect(told({ keys, set: jwks(worn, gone), remote: [remote('C')] })).toEqual([
    ['revoked-key', 'error', 'R'],
    ['current-missing', 'warning', 'C'],
    ['certificate-ended', 'warning', 'N'],
    ['certificate-signature-weak-hash', 'warning', 'N'],
  ]);
});
