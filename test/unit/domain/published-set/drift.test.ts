// What is drift and what is not. The watch that looks for it: test/unit/acts/publishing/watch.test.ts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlarm } from '../../../../shared/domain/published-set/drift-report.ts';
import { driftOf } from '../../../../shared/domain/published-set/drift.ts';
import type { KeptForeign } from '../../../../shared/domain/published-set/foreign.ts';
import { materialOf, nameOf } from '../../../../shared/domain/key-ring/same-key.ts';
import type { Publication, RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
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

describe('drift of keys of ours', () => {
  const revocation = (compromised: boolean) => ({ reason: 'lost', compromised, compromisedSince: null });
  const ours = aKey({ kid: 'A', state: 'current' });
  const gone = aKey({ kid: 'R', state: 'revoked', revokedAt: AT, revocation: revocation(false) });
  const leaked = aKey({ kid: 'L', state: 'revoked', revokedAt: AT, revocation: revocation(true) });
  const replaced = aKey({ kid: 'P', state: 'replaced' });
  const keys = [ours, gone, leaked, replaced];
  const nothing = { keys, kept: [], alone: false, publicKids: null, last: null, remote: null };
  const sent = (...of: SigningKey[]): Publication => ({
    ...pushed([]),
    kids: of.map(({ kid }) => kid),
    sent: JSON.stringify({ keys: of.map(({ jwk }) => jwk) }),
  });
  const shown = (...of: object[]): RemoteKey[] => of.flatMap((jwk) => there([jwk]));
  const kinds = (input: Parameters<typeof driftOf>[0]) => driftOf(input).map(({ kind, kid }) => [kind, kid]);

  it('is none while nothing was sent and nothing is there', () => {
    expect(kinds({ ...nothing, remote: [] })).toEqual([]);
    expect(kinds({ ...nothing, remote: [], publicKids: [] })).toEqual([]);
    expect(kinds(nothing)).toEqual([]);
    // Of keys of others nobody decided yet; that is asked at the first push.
    expect(kinds({ ...nothing, remote: there([{ kid: 'x', n: '1' }]) })).toEqual([]);
  });

  it('is a key that signs and is missing, inside or, where that cannot be read, outside', () => {
    const last = sent(gone);
    expect(kinds({ ...nothing, last, remote: shown(gone.jwk), signing: [ours] })).toContainEqual([
      'current-missing',
      'A',
    ]);
    const unread = { ...nothing, last, signing: [ours] };
    expect(kinds({ ...unread, publicKids: [] })).toContainEqual(['current-missing', 'A']);
    expect(kinds({ ...unread, publicKids: ['A'] })).not.toContainEqual(['current-missing', 'A']);
    // Not at all of its places.
    expect(kinds({ ...unread, publicKids: ['A'], everywhere: [] })).toContainEqual(['current-missing', 'A']);
    // It was sent, so its absence is told as such.
    expect(kinds({ ...unread, last: sent(ours), publicKids: [] })).toEqual([['not-public', 'A']]);
    expect(kinds(unread)).toEqual([]);
  });

  it('is a revoked key that is there, and before all a compromised one', () => {
    const last = sent(ours, gone, leaked);
    const remote = shown(ours.jwk, gone.jwk, leaked.jwk);
    expect(kinds({ ...nothing, last, remote })).toEqual([
      ['compromised-public', 'L'],
      ['revoked-public', 'R'],
    ]);
    expect(kinds({ ...nothing, publicKids: ['L', 'R'], remote: [] })).toEqual([
      ['compromised-public', 'L'],
      ['still-public', 'R'],
    ]);
    expect(kinds({ ...nothing, publicKids: ['L'] })).toEqual([['compromised-public', 'L']]);
  });

  it('is what came by another hand: a revoked key, a replaced one, one of ours that is otherwise or was not sent', () => {
    const after = (...came: object[]) => kinds({ ...nothing, last: sent(ours), remote: shown(ours.jwk, ...came) });
    expect(after(gone.jwk)).toEqual([['revoked-there', 'R']]);
    expect(after(replaced.jwk)).toEqual([['replaced-there', 'P']]);
    const next = aKey({ kid: 'N' });
    const withNext = (came: object) =>
      kinds({ ...nothing, keys: [...keys, next], last: sent(ours), remote: shown(ours.jwk, came) });
    expect(withNext(next.jwk)).toEqual([['unrecorded', 'N']]);
    expect(withNext({ ...next.jwk, alg: 'PS256' })).toEqual([['altered', 'N']]);
  });

  it('is a push that is not visible yet, by what it brings and takes away', () => {
    const next = aKey({ kid: 'N' });
    const before = JSON.stringify({ keys: [ours.jwk] });
    const last = { ...sent(next), replaced: before, confirmedAt: null };
    expect(kinds({ ...nothing, keys: [ours, next], last, remote: shown(ours.jwk) })).toEqual([
      ['not-visible-yet', 'N'],
      ['not-visible-yet', 'A'],
    ]);
  });
});
