// What is drift and what is not. The watch that looks for it: test/unit/acts/publishing/watch.test.ts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DRIFT_KINDS,
  type DriftReport,
  isAlarm,
  isCalm,
  isCompromised,
  isExposure,
} from '../../../../shared/domain/published-set/drift-report.ts';
import { driftOf, stillValid, withCompromised } from '../../../../shared/domain/published-set/drift.ts';
import type { KeptForeign } from '../../../../shared/domain/published-set/foreign.ts';
import { materialOf, nameOf } from '../../../../shared/domain/key-ring/same-key.ts';
import type { Publication, RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
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
    // Nothing was ever sent.
    expect(kinds({ ...unread, last: null, publicKids: [] })).toEqual([['current-missing', 'A']]);
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

  it('is a private half that is shown, by the name of its owner, before all others', () => {
    const exposing = (key: RemoteKey, ...members: string[]): RemoteKey => ({ ...key, exposed: members });
    const [mine, theirs] = shown({ ...ours.jwk, kid: 'renamed' }, { kid: 'x', n: '1' });
    const remote = [mine, theirs].flatMap((key, at) => (key === undefined ? [] : exposing(key, at === 0 ? 'd' : 'k')));
    expect(driftOf({ ...nothing, remote })).toEqual([
      { kind: 'private-ours', kid: 'A', members: ['d'] },
      { kind: 'private-foreign', kid: 'x', members: ['k'] },
    ]);
    const outside = { keys: remote.slice(1), exposedBeside: [] };
    expect(kinds({ ...nothing, outside, publicKids: [] })).toEqual([['private-foreign', 'x']]);
  });

  it('is another key under the name of one of ours, and revoked material under any name', () => {
    const last = sent(ours);
    const under = (kid: string, jwk: object) => ({ ...jwk, kid });
    const inside = (...of: object[]) => kinds({ ...nothing, last, remote: shown(...of) });
    expect(inside({ kid: 'A', kty: 'RSA', n: 'other', e: 'AQAB' })).toEqual([['altered', 'A']]);
    expect(inside(under('A', gone.jwk))).toEqual([['revoked-there', 'A']]);
    expect(inside(ours.jwk, under('B', gone.jwk))).toEqual([['revoked-there', 'B']]);
    expect(inside(ours.jwk, under('B', ours.jwk))).toEqual([['unrecorded', 'B']]);
    const { kid: _, ...nameless } = gone.jwk;
    expect(inside(ours.jwk, nameless).map(([kind]) => kind)).toEqual(['revoked-there']);
  });

  it('is revoked material that only the public sees, under another name', () => {
    const outside = (...of: object[]) => ({ keys: shown(...of), exposedBeside: [] });
    const disguised = { ...gone.jwk, kid: 'B' };
    const look = { ...nothing, last: sent(ours), remote: shown(ours.jwk), publicKids: ['A'] };
    expect(kinds({ ...look, outside: outside(ours.jwk, disguised) })).toEqual([['revoked-there', 'B']]);
    expect(kinds({ ...look, outside: outside(ours.jwk, gone.jwk) })).toEqual([]);
    expect(kinds({ ...look, remote: shown(ours.jwk, disguised), outside: outside(ours.jwk, disguised) })).toEqual([
      ['revoked-there', 'B'],
    ]);
    expect(kinds({ ...look, outside: outside({ ...leaked.jwk, kid: 'B' }) })).toContainEqual([
      'compromised-public',
      'B',
    ]);
  });

  it('is a push of the same kids in another dress that is not visible yet', () => {
    const dressed = { ...ours.jwk, x5t: 'former' };
    const last = { ...sent(ours), replaced: JSON.stringify({ keys: [dressed, gone.jwk] }), confirmedAt: null };
    expect(kinds({ ...nothing, last, remote: shown(dressed, gone.jwk) })).toEqual([['not-visible-yet', 'R']]);
    // Of another content, under the same names.
    const other = { ...ours.jwk, alg: 'PS256' };
    const renewed = { ...last, replaced: JSON.stringify({ keys: [other] }) };
    expect(kinds({ ...nothing, last: renewed, remote: shown(other) })).toEqual([['not-visible-yet', 'A']]);
  });

  it('is nothing that others decide: a key of theirs that changed is theirs, and is asked about', () => {
    const before = { kid: 'x', n: '1' };
    const last = { ...pushed([before]), sent: JSON.stringify({ keys: [ours.jwk, before] }) };
    const remote = shown(ours.jwk, { kid: 'x', n: '2' });
    expect(kinds({ ...nothing, last: sent(ours), remote })).toEqual([['foreign', 'x']]);
    expect(kinds({ ...nothing, last, remote })).toEqual([['foreign', 'x']]);
    expect(kinds({ ...nothing, last, remote, kept: decidedOn([{ kid: 'x', n: '2' }]) })).toEqual([]);
  });
});

describe('a look', () => {
  const look: DriftReport = {
    tenant: 'Acme',
    at: AT,
    state: 'in-step',
    findings: [],
    keptForeign: [],
    unreadable: null,
    unseen: null,
    jwksUrl: 'https://id.acme.example/jwks',
  };
  const [before, after] = [plusSeconds(AT, -1), plusSeconds(AT, 1)];

  it('is good until the next push', () => {
    expect([stillValid(null, AT), stillValid(look, null), stillValid(look, before), stillValid(look, AT)]).toEqual([
      null,
      look,
      look,
      look,
    ]);
    expect(stillValid(look, after)).toBe(null);
  });

  it('never hides a compromised key that went out, even before the first one', () => {
    const out = [{ tenantId: 'tenant', kid: 'L', revokedAt: before }];
    const told = { kind: 'compromised-public', kid: 'L' } as const;
    const other = { kind: 'moved', kid: 'A' } as const;
    const seen = { ...look, findings: [other] };
    expect(withCompromised(seen, { name: 'Acme' }, out)).toEqual({
      ...look,
      state: 'drifted',
      findings: [told, other],
    });
    const knows = { ...look, findings: [told] };
    expect([withCompromised(knows, { name: 'Acme' }, out), withCompromised(look, { name: 'Acme' }, [])]).toEqual([
      knows,
      look,
    ]);
    expect(withCompromised(null, { name: 'Acme' }, [])).toBe(null);
    expect(withCompromised(null, { name: 'Acme' }, out)).toEqual({
      ...look,
      at: before,
      state: 'drifted',
      findings: [told],
      jwksUrl: null,
    });
  });

  it('is calm in two states, and loud about three kinds of key', () => {
    expect(DRIFT_KINDS.filter((kind) => isAlarm({ kind }))).toEqual([
      'compromised-public',
      'private-ours',
      'private-foreign',
      'foreign',
      'revoked-there',
      'altered',
      'current-missing',
    ]);
    const states = ['in-step', 'drifted', 'unknown', 'never-published'] as const;
    expect(states.filter((state) => isCalm({ state }))).toEqual(['in-step', 'never-published']);
    expect(DRIFT_KINDS.filter((kind) => isExposure({ kind, kid: 'A' }))).toEqual(['private-ours', 'private-foreign']);
    expect(DRIFT_KINDS.filter((kind) => isCompromised({ kind, kid: 'A' }))).toEqual(['compromised-public']);
  });
});
