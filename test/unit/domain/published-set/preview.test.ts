import { describe, expect, it } from 'vitest';
import { holds, previewOf, wantedKeys } from '../../../../shared/domain/published-set/preview.ts';
import type { KeptForeign } from '../../../../shared/domain/published-set/foreign.ts';
import type { EndpointKind } from '../../../../shared/domain/endpoints.ts';
import type { RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import { aKey, aRing, AT, aTenant } from '../../../support/keys.ts';

const jwksUrl = 'https://id.acme.example/.well-known/jwks.json';

function asRemote(key: SigningKey, change: Record<string, unknown> = {}): RemoteKey {
  return { kid: key.kid, kty: 'RSA', alg: 'RS256', thumbprint: `tp-${key.kid}`, raw: { ...key.jwk, ...change } };
}

const foreign: RemoteKey = {
  kid: 'theirs',
  kty: 'RSA',
  alg: 'RS256',
  thumbprint: 'tp',
  raw: { kty: 'RSA', kid: 'theirs', n: 'xx', e: 'AQAB' },
};

const current = aKey({ state: 'current', currentAt: AT });
const next = aKey({ state: 'next' });
const previous = aKey({ state: 'previous', previousAt: AT });
const gone = aKey({
  state: 'revoked',
  revokedAt: AT,
  revocation: { reason: 'x', compromised: false, compromisedSince: null },
});
const PUSH = { act: 'push', former: [], removeForeign: [], keepForeign: [] } as const;
const keys = [previous, gone, current, next];
const preview = (
  remote: RemoteKey[],
  ours = keys,
  intent: Parameters<typeof previewOf>[0]['intent'] = PUSH,
  endpoint: EndpointKind = 'auth0',
  kept: KeptForeign[] = [],
) =>
  previewOf({
    now: AT,
    purpose: 'publication',
    place: approvalPlace(aTenant),
    endpoint,
    rings: [aRing],
    keys: ours,
    remote,
    kept,
    jwksUrl,
    last: null,
    publicKids: null,
    outside: null,
    intent,
  });

describe('the wanted set', () => {
  it('is current, next, previous, and never a revoked key', () => {
    expect(wantedKeys('auth0', [aRing], keys).map((key) => key.kid)).toEqual([current.kid, next.kid, previous.kid]);
  });

  it('puts the current keys of all rings before every next key', () => {
    const other = { ...aRing, id: 'other', name: 'es256', alg: 'ES256' as const };
    const otherCurrent = aKey({ ringId: 'other', state: 'current' });
    expect(wantedKeys('auth0', [aRing, other], [...keys, otherCurrent])[1]?.kid).toBe(otherCurrent.kid);
  });

  it('leaves out rings that the tenant cannot take', () => {
    expect(wantedKeys('auth0', [{ ...aRing, alg: 'Ed25519' }], keys)).toEqual([]);
    expect(wantedKeys('jwks', [{ ...aRing, alg: 'Ed25519' }], keys)).toHaveLength(3);
  });
});

describe('a preview', () => {
  it('of a single key is a set that is sent, and only an empty one clears', () => {
    expect(preview([], [current]).body).toContain(current.kid);
    expect(preview([], []).body).toBeNull();
  });

  it('is named by what was found, and by the act, whatever goes out', () => {
    const found = preview([asRemote(current)]);
    expect(preview([asRemote(current, { alg: 'RS512' })])).toMatchObject({ body: found.body });
    expect(preview([asRemote(current, { alg: 'RS512' })]).hash).not.toBe(found.hash);
    const wanted = wantedKeys('auth0', [aRing], keys).map((key) => ({ ...key.jwk }));
    const [push, rollback] = [
      preview([]),
      preview([], keys, { act: 'rollback', former: wanted, removeForeign: [], keepForeign: [] }),
    ];
    expect(rollback.body).toBe(push.body);
    expect(rollback.hash).not.toBe(push.hash);
  });

  it('names what is added, kept, removed, altered and foreign', () => {
    const remote = [asRemote(current), asRemote(next, { n: 'other' }), asRemote(gone), foreign];
    expect(preview(remote).diff.map(({ kind, kid }) => [kind, kid])).toEqual([
      ['kept', current.kid],
      ['altered', next.kid],
      ['added', previous.kid],
      ['removed', gone.kid],
      ['foreign', 'theirs'],
    ]);
  });

  it('sends foreign keys back after ours, since the call replaces the whole set', () => {
    const { body, kids } = preview([foreign]);
    const sent = JSON.parse(body ?? '') as { keys: { kid: string }[] };
    expect(sent.keys.map(({ kid }) => kid)).toEqual([current.kid, next.kid, previous.kid, 'theirs']);
    expect(kids).toEqual(sent.keys.map(({ kid }) => kid));
  });

  it('recognises our material under another kid', () => {
    const renamed = { ...asRemote(gone, { kid: 'other' }), kid: 'other' };
    expect(preview([renamed]).diff.at(-1)).toMatchObject({ kind: 'removed', kid: 'other', state: 'revoked' });
  });

  it('is bound to what was found: another set there gives another hash', () => {
    expect(preview([]).hash).not.toBe(preview([foreign]).hash);
    expect(preview([]).hash).toBe(preview([]).hash);
  });

  it('is up to date only when the same keys are there in the same order', () => {
    const there = [asRemote(current), asRemote(next), asRemote(previous)];
    expect(preview(there).upToDate).toBe(true);
    expect(preview(there.toReversed()).upToDate).toBe(false);
    expect(preview(there.slice(1)).upToDate).toBe(false);
  });

  it('has no body when nothing is left to publish: the set is deleted', () => {
    expect(preview([asRemote(gone)], [gone]).body).toBeNull();
    expect(holds([], null)).toBe(true);
    expect(holds([foreign], null)).toBe(false);
  });

  describe('of more keys than places', () => {
    const days = Array.from({ length: 10 }, (_, day) => `2026-10-${String(day + 10)}T00:00:00.000Z`);
    const many = days.map((previousAt) => aKey({ state: 'previous', previousAt }));
    const ours = [...many, current, next];

    it('sends currents first, then next keys, then the newest previous ones; the others wait', () => {
      const { kids, waits, places } = preview([], ours);
      expect(places).toEqual({ used: 0, planned: 10, limit: 10 });
      expect(kids).toEqual([
        current.kid,
        next.kid,
        ...many
          .slice(2)
          .toReversed()
          .map(({ kid }) => kid),
      ]);
      expect(waits).toEqual([many[1], many[0]].map((key) => ({ kid: key?.kid, state: 'previous', isThere: false })));
    });

    it('takes a compromised key down, and says which key goes with it', () => {
      const there = [current, gone, ...many.slice(0, 8)];
      const { diff, waits } = preview(
        there.map((key) => asRemote(key)),
        [...ours, gone],
      );
      expect(diff.find(({ kid }) => kid === gone.kid)).toMatchObject({ kind: 'removed', state: 'revoked' });
      expect(waits.map(({ kid, isThere }) => [kid, isThere])).toEqual([
        [many[1]?.kid, true],
        [many[0]?.kid, true],
      ]);
    });

    it('keeps the places of keys of others that stay, and warns of a current key that finds none', () => {
      const theirs = Array.from({ length: 10 }, (_, n) => ({
        ...foreign,
        kid: `theirs-${n}`,
        raw: { ...foreign.raw, kid: `theirs-${n}` },
      }));
      const { kids, waits, findings } = preview(theirs, [current]);
      expect(kids).toEqual(theirs.map(({ kid }) => kid));
      expect(waits).toEqual([{ kid: current.kid, state: 'current', isThere: false }]);
      expect(findings).toContainEqual({ code: 'current-missing', severity: 'warning', kid: current.kid });
    });

    it('waits for nothing at a plain set, which knows no limit', () => {
      const { kids, waits, places } = preview([], ours, PUSH, 'jwks');
      expect(kids).toHaveLength(12);
      expect(waits).toEqual([]);
      expect(places).toEqual({ used: 0, planned: 12, limit: null });
    });

    it('is refused where a former set and what came since do not fit', () => {
      const former = [...many, current].map((key) => ({ ...key.jwk }));
      const back = { act: 'rollback', former, removeForeign: [], keepForeign: [] } as const;
      expect(() => preview([], ours, back)).toThrow(
        expect.objectContaining({ code: 'PUBLISH_TOO_MANY', facts: { count: 11, limit: 10 } }),
      );
    });
  });

  describe('of a set with keys of others', () => {
    const material = 'tp';
    const undecided = { code: 'foreign-undecided', severity: 'error', kid: 'theirs' };

    it('goes nowhere without a decision about each', () => {
      expect(preview([foreign]).findings).toContainEqual(undecided);
      expect(preview([foreign]).foreign).toEqual([{ name: 'theirs', material, isThere: true, decision: null }]);
    });

    it('goes with a decision of now, or of before; another reason is another approval', () => {
      const keep = (reason: string) => preview([foreign], keys, { ...PUSH, keepForeign: [{ name: 'theirs', reason }] });
      expect(keep('their own signer').findings).not.toContainEqual(undecided);
      expect(keep('their own signer').hash).not.toBe(keep('another word').hash);
      const before = { name: 'theirs', material, reason: 'their own signer', at: AT, by: 'ann' };
      const decided = (kept: KeptForeign) => preview([foreign], keys, PUSH, 'auth0', [kept]);
      expect(decided(before).findings).not.toContainEqual(undecided);
      expect(decided(before).foreign[0]?.decision).toEqual({ kind: 'kept', reason: before.reason, at: AT, by: 'ann' });
      expect(decided({ ...before, material: 'another key' }).findings).toContainEqual(undecided);
    });

    it('asks about one that a rollback would bring back', () => {
      const back = { ...PUSH, act: 'rollback', former: [foreign.raw] } as const;
      expect(preview([], keys, back).findings).toContainEqual(undecided);
      expect(preview([], keys, { ...back, removeForeign: ['theirs'] }).kids).toEqual([]);
    });

    it('takes no name that fits nothing, and no key both ways', () => {
      const wish = { name: 'theirs', reason: 'why not' };
      for (const intent of [
        { ...PUSH, keepForeign: [{ ...wish, name: 'nobody' }] },
        { ...PUSH, keepForeign: [wish], removeForeign: ['theirs'] },
        { ...PUSH, removeForeign: ['nobody'] },
      ]) {
        expect(() => preview([foreign], keys, intent)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
      }
    });
  });

  it('that goes back leaves what came since, each key once, and nothing waits', () => {
    const back = (former: Record<string, unknown>[], remote: RemoteKey[]) =>
      preview(remote, keys, { ...PUSH, act: 'rollback', former });
    const came = { ...foreign, kid: 'came', raw: { ...foreign.raw, kid: 'came' } };
    const { kids, waits, foreign: theirs } = back([{ ...current.jwk }, foreign.raw], [foreign, came]);
    expect([kids, waits]).toEqual([[current.kid, 'theirs', 'came'], []]);
    expect(theirs.map(({ name, isThere }) => [name, isThere])).toEqual([
      ['theirs', true],
      ['came', true],
    ]);
    const clear = preview([asRemote(current)], keys, { ...PUSH, act: 'clear' });
    expect([clear.body, clear.kids, clear.waits]).toEqual([null, [], []]);
  });

  it('warns of careless verifiers by the keys that sign, and that are in the set', () => {
    const warned = (...former: SigningKey[]) =>
      preview([], keys, { ...PUSH, act: 'rollback', former: former.map(({ jwk }) => ({ ...jwk })) }).warnings.filter(
        ({ verifier }) => verifier === 'first-key',
      );
    expect(warned(next, current)).toEqual([{ verifier: 'first-key', kids: [current.kid] }]);
    expect([warned(current, next), warned(next)]).toEqual([[], []]);
  });

  it('tells keys without a name apart by what they are', () => {
    const nameless = (n: string): RemoteKey => ({ ...foreign, kid: null, thumbprint: n, raw: { kty: 'RSA', n } });
    const { diff, body } = preview([nameless('one'), nameless('two')], []);
    expect(diff.map(({ kind, thumbprint }) => [kind, thumbprint])).toEqual([
      ['foreign', 'one'],
      ['foreign', 'two'],
    ]);
    const { diff: changed } = preview([nameless('two')], [], {
      ...PUSH,
      act: 'rollback',
      former: [nameless('one').raw],
    });
    expect(changed.map(({ kind }) => kind)).toEqual(['added', 'foreign']);
    expect(body).toContain('one');
  });

  it('tells of a key as much as it says', () => {
    const odd: RemoteKey = { ...foreign, kid: null, kty: '', thumbprint: null, raw: { kty: 1, alg: 2 } };
    expect(preview([odd], []).diff).toEqual([
      { kind: 'foreign', kid: null, kty: '', alg: null, thumbprint: null, state: null },
    ]);
    expect(preview([asRemote(current)], [current]).diff).toEqual([
      { kind: 'kept', kid: current.kid, kty: 'RSA', alg: 'RS256', thumbprint: `tp-${current.kid}`, state: 'current' },
    ]);
  });

  it('tolerates members that the server adds', () => {
    expect(holds([asRemote(current, { key_ops: ['verify'] })], JSON.stringify({ keys: [current.jwk] }))).toBe(true);
  });
});
