import { describe, expect, it } from 'vitest';
import { holds, previewOf, wantedKeys } from '../../../main/core/publication.ts';
import type { RemoteKey } from '../../../shared/model/publication.ts';
import type { SigningKey } from '../../../shared/model/key.ts';
import { approvalPlace } from '../../../shared/approval.ts';
import { aKey, aRing, AT, aTenant } from '../../support/keys.ts';

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
const PUSH = { act: 'push', former: [], removeForeign: [] } as const;
const keys = [previous, gone, current, next];
const preview = (remote: RemoteKey[], ours = keys, intent: Parameters<typeof previewOf>[0]['intent'] = PUSH) =>
  previewOf({
    purpose: 'publication',
    place: approvalPlace(aTenant),
    endpoint: 'auth0',
    rings: [aRing],
    keys: ours,
    remote,
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
    const [push, rollback] = [preview([]), preview([], keys, { act: 'rollback', former: wanted, removeForeign: [] })];
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

  it('refuses an eleventh key', () => {
    const many = Array.from({ length: 10 }, () => aKey({ state: 'previous', previousAt: AT }));
    expect(() => preview([], [current, ...many])).toThrow(
      expect.objectContaining({ code: 'PUBLISH_TOO_MANY', facts: { count: 11, limit: 10 } }),
    );
  });

  it('tolerates members that the server adds', () => {
    expect(holds([asRemote(current, { key_ops: ['verify'] })], JSON.stringify({ keys: [current.jwk] }))).toBe(true);
  });
});
