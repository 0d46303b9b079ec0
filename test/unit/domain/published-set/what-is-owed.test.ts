// What a tenant is behind its rings, which keys show their private half, and what is decided about keys of others.
import { describe, expect, it } from 'vitest';
import type { KeyRing } from '../../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { exposedIn } from '../../../../shared/domain/published-set/exposed.ts';
import { type ForeignWishes, foreignKeysOf, keptAs } from '../../../../shared/domain/published-set/foreign-keys.ts';
import { alteredIn, pendingIn, pendingOf, wearsAnother } from '../../../../shared/domain/published-set/pending.ts';
import { fitting } from '../../../../shared/domain/published-set/places.ts';
import type { RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import { REACHED_NOBODY } from '../../../../shared/domain/published-set/outbox.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { plusDays } from '../../../../shared/domain/timing/instants.ts';
import { aKey, aRing, AT, aTenant } from '../../../support/keys.ts';
import { ringView, tenantView } from '../../../support/views.ts';

const current = aKey({ kid: 'C', state: 'current', currentAt: AT });
const next = aKey({ kid: 'N' });
const previous = aKey({ kid: 'P', state: 'previous', previousAt: AT });
const gone = aKey({ kid: 'R', state: 'revoked', revokedAt: AT });
const remote = (kid: string | null, part: Partial<RemoteKey> = {}): RemoteKey => ({
  kid,
  kty: 'RSA',
  alg: null,
  thumbprint: kid === null ? 'T' : `T-${kid}`,
  raw: { kty: 'RSA', n: `n of ${kid}` },
  ...part,
});

describe('owed is', () => {
  const keys = [current, next, previous, gone];
  const owed = (
    kids: string[] | null,
    part: { keys?: SigningKey[]; tenant?: Tenant; rings?: KeyRing[]; altered?: string[] } = {},
  ) =>
    pendingIn({
      tenant: part.tenant ?? aTenant,
      rings: part.rings ?? [aRing],
      keys: part.keys ?? keys,
      last: kids === null ? null : { at: AT, kids },
      isAltered: ({ kid }) => part.altered?.includes(kid) === true,
    });
  const nothing = { tenant: 'Acme', lastPushedAt: AT, missing: [], lingering: [], altered: [], reordered: false };

  it.each<[string, string[], object | null]>([
    ['nothing', ['C', 'N', 'P'], null],
    ['nothing, where others have keys too', ['C', 'N', 'P', 'theirs'], null],
    ['a key that is missing', ['C', 'P'], { missing: ['N'] }],
    ['a key that lingers', ['C', 'N', 'P', 'R'], { lingering: ['R'] }],
    ['another order', ['N', 'C', 'P'], { reordered: true }],
    ['several', ['P', 'R', 'C'], { missing: ['N'], lingering: ['R'], reordered: true }],
  ])('%s', (_, kids, expected) => {
    expect(owed(kids)).toEqual(expected && { ...nothing, ...expected });
  });

  it('everything, where nothing was pushed, and nothing where there is nothing', () => {
    expect(owed(null)).toEqual({ ...nothing, lastPushedAt: null, missing: ['C', 'N', 'P'] });
    expect([owed(null, { keys: [gone] }), owed([], { keys: [] })]).toEqual([null, null]);
  });

  it('a key with another content, if it is to stay', () => {
    expect(owed(['C', 'N', 'P'], { altered: ['N', 'R'] })).toEqual({ ...nothing, altered: ['N'] });
    expect(owed(['C', 'N', 'P', 'R'], { altered: ['R'] })).toEqual({ ...nothing, lingering: ['R'] });
    expect(owed(['C', 'P'], { altered: ['P'] })).toEqual({ ...nothing, missing: ['N'], altered: ['P'] });
    expect(owed(['C', 'P'], { altered: ['N'] })).toEqual({ ...nothing, missing: ['N'] });
  });

  it('no key for which there is no place, nor of a ring that the tenant refuses', () => {
    const older = aKey({ kid: 'O', state: 'previous', previousAt: plusDays(AT, -1) });
    const theirs = Array.from({ length: 7 }, (_, at) => `theirs-${at}`);
    expect(owed(['C', 'N', 'P', ...theirs], { keys: [...keys, older] })).toBe(null);
    expect(owed(['C', 'N', 'P', ...theirs.slice(1)], { keys: [...keys, older] })).toEqual({
      ...nothing,
      missing: ['O'],
    });
    expect(owed([], { rings: [{ ...aRing, alg: 'Ed25519' }] })).toBe(null);
  });

  it('told of a tenant that is shown, by what was recorded of its last push', () => {
    const view = (sent: object[] | null) =>
      tenantView([ringView([current])], {
        lastPublication: {
          id: 'p',
          act: 'push',
          tenantId: 'tenant',
          at: AT,
          hash: '',
          kids: ['C'],
          replaced: '',
          sent: sent === null ? null : JSON.stringify({ keys: sent }),
          confirmedAt: AT,
          variations: [],
        },
      });
    expect([pendingOf(view([current.jwk])), pendingOf(view(null))]).toEqual([null, null]);
    expect(pendingOf(view([{ ...current.jwk, x5t: 'former' }]))).toEqual({ ...nothing, altered: ['C'] });
    expect(pendingOf(tenantView([ringView([current])]))).toMatchObject({ lastPushedAt: null, missing: ['C'] });
  });

  it('by every member, or by the certificate alone', () => {
    const altered = alteredIn(
      JSON.stringify({
        keys: [
          { ...current.jwk, more: 1 },
          { ...next.jwk, alg: 'PS256' },
        ],
      }),
    );
    expect([current, next, previous].map(altered)).toEqual([false, true, false]);
    const another = wearsAnother({ C: 'one', N: 'former', P: null });
    const wears = (kid: string, print: string | null) => another({ kid, print });
    expect([wears('C', 'one'), wears('N', 'one'), wears('P', null), wears('P', 'one')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([wears('unknown', 'one'), wears('toString', 'one')]).toEqual([false, false]);
  });

  it('waited for only where nobody was reached', () => {
    expect([...REACHED_NOBODY].toSorted()).toEqual([
      'REMOTE_PROXY_UNREACHABLE',
      'REMOTE_TIMEOUT',
      'REMOTE_UNREACHABLE',
    ]);
  });
});

describe('where places are few', () => {
  const days = [3, 1, 2].map((day) => aKey({ kid: `P${day}`, state: 'previous', previousAt: plusDays(AT, day) }));
  const all = [...days, next, current];
  const go = (others: number) => fitting('auth0', all, others).go.map(({ kid }) => kid);

  it('the current key goes first, then the next one, then the newest', () => {
    expect([go(5), go(6), go(7)]).toEqual([
      ['P3', 'P1', 'P2', 'N', 'C'],
      ['P3', 'P2', 'N', 'C'],
      ['P3', 'N', 'C'],
    ]);
    expect([go(8), go(9), go(10), go(11)]).toEqual([['N', 'C'], ['C'], [], []]);
    expect(fitting('auth0', all, 9).wait.map(({ kid }) => kid)).toEqual(['P3', 'P1', 'P2', 'N']);
    expect(fitting('jwks', all, 1000)).toEqual({ go: all, wait: [] });
  });
});

describe('a private half that is shown', () => {
  it('is told once for each key, with its owner and all that was seen', () => {
    const ours = { ...remote('C', { raw: { ...current.jwk } }), exposed: ['d'] };
    const outside = {
      keys: [
        { ...ours, exposed: ['d', 'p'] },
        { ...remote(null), exposed: ['k'] },
      ],
      exposedBeside: [],
    };
    expect(exposedIn({ remote: [remote('fine'), ours], outside }, [current])).toEqual([
      { name: 'C', thumbprint: 'T-C', members: ['d', 'p'], ours: { kid: 'C', state: 'current' } },
      { name: 'T', thumbprint: 'T', members: ['k'], ours: null },
    ]);
    expect(exposedIn({ remote: [remote('fine')], outside: null }, [current])).toEqual([]);
  });

  it('may stand beside the keys', () => {
    const outside = { keys: [], exposedBeside: ['d'] };
    expect(exposedIn({ remote: [], outside }, [])).toEqual([
      { name: '(beside the keys)', thumbprint: null, members: ['d'], ours: null },
    ]);
  });
});

describe('a key of others', () => {
  const none: ForeignWishes = { removeForeign: [], keepForeign: [] };
  const decided = { name: 'a', material: 'T-a', reason: 'theirs', at: AT, by: 'ann' };
  const decision = (wishes: Partial<ForeignWishes>, kept = [decided]) =>
    foreignKeysOf({ foreign: [remote('a')], returning: [], kept }, { ...none, ...wishes })[0]?.decision;

  it('is told whether it is there or would come back', () => {
    const found = foreignKeysOf({ foreign: [remote('a')], returning: [remote(null)], kept: [] }, none);
    expect(found).toEqual([
      { name: 'a', material: 'T-a', isThere: true, decision: null },
      { name: 'T', material: 'T', isThere: false, decision: null },
    ]);
  });

  it('goes by the wish of now before the decision of then', () => {
    expect(decision({ removeForeign: ['a'] })).toEqual({ kind: 'remove' });
    expect(decision({ keepForeign: [{ name: 'a', reason: 'still theirs' }] })).toEqual({
      kind: 'keep',
      reason: 'still theirs',
    });
    expect(decision({})).toEqual({ kind: 'kept', reason: 'theirs', at: AT, by: 'ann' });
    expect(decision({}, [])).toBe(null);
  });

  it('is kept by a decision about this very key', () => {
    expect(keptAs(remote('a'), [{ ...decided, name: 'b' }, decided])).toBe(decided);
    expect(keptAs(remote('a'), [{ ...decided, material: 'T-b' }])).toBe(null);
    expect(keptAs(remote('b'), [decided])).toBe(null);
  });

  it.each<[Partial<ForeignWishes>, string, object]>([
    [{ removeForeign: ['a', 'x'] }, 'removeForeign', { code: 'no-such-foreign', key: 'x' }],
    [{ keepForeign: [{ name: 'x', reason: 'r' }] }, 'keepForeign', { code: 'no-such-foreign', key: 'x' }],
    [
      { removeForeign: ['a'], keepForeign: [{ name: 'a', reason: 'r' }] },
      'keepForeign',
      { code: 'kept-and-removed', key: 'a' },
    ],
  ])('is not decided by %o', (wishes, field, problem) => {
    expect(() => decision(wishes)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', facts: { field, problem } }),
    );
  });
});
