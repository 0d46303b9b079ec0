// What is drift and what is not. The watch that looks for it: test/unit/acts/publishing/watch.test.ts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlarm } from '../../../../shared/domain/published-set/drift-report.ts';
import { driftOf } from '../../../../shared/domain/published-set/drift.ts';
import type { KeptForeign } from '../../../../shared/domain/published-set/foreign.ts';
import { materialOf, nameOf } from '../../../../shared/domain/key-ring/same-key.ts';
import type { Publication, RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import { aKey, AT } from '../../../support/keys.ts';

interface Key {
  kid: string;
  n: string;
}

const pushed = (keys: Key[]): Publication => ({
  id: 'p',
  tenantId: 'tenant',
  act: 'push',
  at: AT,
  hash: 'h',
  kids: keys.map(({ kid }) => kid),
  replaced: '{"keys":[]}',
  confirmedAt: AT,
  variations: [],
  sent: JSON.stringify({ keys }),
});
const there = (keys: object[]): RemoteKey[] =>
  keys.map((key) => ({
    kid: 'kid' in key ? String(key.kid) : null,
    kty: 'RSA',
    alg: null,
    thumbprint: null,
    raw: { ...key },
  }));
/** Somebody decided to keep each of them. */
const decidedOn = (keys: object[]): KeptForeign[] =>
  there(keys).map((key) => ({ name: nameOf(key), material: materialOf(key), reason: 'theirs', at: AT, by: 'ann' }));
const someSet = fc.uniqueArray(
  fc.record({ kid: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), n: fc.constantFrom('1', '2') }),
  { selector: ({ kid }) => kid, maxLength: 6 },
);

describe('drift', () => {
  const whole = { keys: [], alone: false, publicKids: null };

  it('is found exactly when the set is not as it was sent', () => {
    fc.assert(
      fc.property(someSet, someSet, (sent, now) => {
        const found = driftOf({ ...whole, kept: decidedOn(sent), last: pushed(sent), remote: there(now) });
        expect(found.length === 0).toBe(JSON.stringify(sent) === JSON.stringify(now));
        const alarms = found.map(isAlarm);
        expect(alarms).toEqual(alarms.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('is a key of others about which nobody decided, with or without a name, even if it was sent along', () => {
    const keys = [{ kid: 'a', n: '1' }, { n: 'x' }];
    const last = { ...pushed([{ kid: 'a', n: '1' }]), sent: JSON.stringify({ keys }) };
    const found = (kept: KeptForeign[]) => driftOf({ ...whole, kept, last, remote: there(keys) });
    const [named, nameless] = there(keys).map(nameOf);
    expect(found([])).toEqual([
      { kind: 'foreign', kid: named },
      { kind: 'foreign', kid: nameless },
    ]);
    expect(found(decidedOn(keys))).toEqual([]);
    // The decision is good for the key that was looked at, and for no other under its name.
    expect(found(decidedOn([{ kid: 'a', n: '2' }, { n: 'x' }]))).toEqual([{ kind: 'foreign', kid: 'a' }]);
  });

  it('is a key of ours without its name, unless it was sent so', () => {
    const ours = aKey({ kid: 'k', state: 'current' });
    const { kid: _, ...nameless } = ours.jwk;
    const found = (keys: object[]) => {
      const last = { ...pushed([]), sent: JSON.stringify({ keys }) };
      return driftOf({ ...whole, kept: [], keys: [ours], last, remote: there([nameless]) });
    };
    expect(found([]).filter(({ kind }) => kind === 'altered')).toHaveLength(1);
    expect(found([nameless]).filter(({ kind }) => kind === 'altered')).toEqual([]);
  });

  it('is what the public sees otherwise than the tenant says', () => {
    const last = { ...pushed([{ kid: 'a', n: '1' }]), replaced: '{"keys":[{"kid":"old"}]}' };
    const remote = there([{ kid: 'a', n: '1' }]);
    const kept = decidedOn([{ kid: 'a', n: '1' }]);
    const seen = (publicKids: string[], alone: boolean) => driftOf({ keys: [], kept, last, remote, publicKids, alone });
    expect(seen([], true)).toEqual([{ kind: 'not-public', kid: 'a' }]);
    // A tenant of the other kind shows keys of its own.
    expect(seen(['a', 'own'], false)).toEqual([]);
    expect(seen(['a', 'x', 'old'], true)).toEqual([{ kind: 'foreign', kid: 'x' }]);
  });
});
