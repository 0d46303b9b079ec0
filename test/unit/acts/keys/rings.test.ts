// A new ring, to the letter: its members, its first keys, what it refuses; and the rings of a fleet.
import { describe, expect, it } from 'vitest';
import {
  addRing,
  bitsFor,
  listRings,
  refuseUnpushable,
  retireRing,
  writtenFor,
} from '../../../../main/acts/keys/rings.ts';
import { readKey, readRing, sameKey } from '../../../../main/acts/keys/ring-acts.ts';
import { assertSameKey, refuseLeaked, replacedIn } from '../../../../main/acts/keys/keys.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, aPublication, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const desk = deskForEach();
const tenant = 'Acme';
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;

describe('a modulus length', () => {
  it.each([
    ['RS256', undefined, 2048],
    ['PS512', 4096, 4096],
    ['ES256', undefined, null],
    ['Ed25519', undefined, null],
  ] as const)('of %s, %s wanted: %s', (alg, bits, expected) => {
    expect(bitsFor(alg, bits)).toBe(expected);
  });

  it('is none that a curve could have', () => {
    expect(() => bitsFor('ES256', 2048)).toThrow(
      refusing('INPUT_INVALID', { field: 'bits', problem: { code: 'fixed-size', alg: 'ES256' } }),
    );
  });
});

describe('the name of an algorithm', () => {
  it.each([
    ['RS256', undefined, null],
    ['Ed25519', undefined, 'EdDSA'],
    ['Ed25519', 'EdDSA', 'EdDSA'],
    ['Ed25519', 'Ed25519', 'Ed25519'],
  ] as const)('%s, %s wanted: %s', (alg, wanted, expected) => {
    expect(writtenFor(alg, wanted)).toBe(expected);
  });

  it('is none of another algorithm', () => {
    expect(() => writtenFor('RS256', 'EdDSA')).toThrow(
      refusing('INPUT_INVALID', { field: 'alg', problem: { code: 'other-name' } }),
    );
  });
});

it('an algorithm that the tenant does not take is refused with the ring', () => {
  expect(() => refuseUnpushable({ endpoint: 'auth0' }, 'Ed25519')).toThrow(
    refusing('RING_ALGORITHM_NOT_PUSHABLE', { alg: 'Ed25519' }),
  );
  expect(() => refuseUnpushable({ endpoint: 'auth0' }, 'RS256')).not.toThrow();
});

describe('a new ring', () => {
  const add = (args: Partial<ActArgs<'ring.add'>> = {}) => addRing(desk.ports, { tenant, alg: 'ES256', ...args });

  it('has a current and a next key, and its name by its algorithm', async () => {
    putOnRecord(desk);
    const { ring, keys, places } = await add();
    expect(ring).toEqual({
      id: expect.any(String) as string,
      tenantId: 'tenant',
      name: 'es256',
      alg: 'ES256',
      bits: null,
      writtenAs: null,
      brought: false,
      createdAt: after(0),
      retirement: null,
    });
    expect(keys.map(({ state, currentAt, exportable }) => [state, currentAt, exportable])).toEqual([
      ['next', null, true],
      ['current', after(0), true],
    ]);
    expect(places).toBeNull();
    expect(newestEntries(desk, 1)).toEqual([['ring.added', 'Acme/es256', { alg: 'ES256', bits: null }]]);
    expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
  });

  it('is empty where keys are brought in', async () => {
    putOnRecord(desk);
    const { ring, keys } = await add({ name: 'own', alg: 'RS256', empty: true });
    expect([ring.brought, ring.bits, keys]).toEqual([true, 2048, []]);
    const details = { alg: 'RS256', bits: 2048, empty: true };
    expect(newestEntries(desk, 1)).toEqual([['ring.added', 'Acme/own', details]]);
  });

  it('tells which of two names it writes', async () => {
    putOnRecord(desk, { tenant: { ...aTenant, endpoint: 'jwks', jwksUrl: 'https://id.acme.example/jwks' } });
    expect((await add({ alg: 'Ed25519', writtenAs: 'Ed25519', empty: true })).ring.writtenAs).toBe('Ed25519');
    const details = { alg: 'Ed25519', bits: null, writtenAs: 'Ed25519', empty: true };
    expect(newestEntries(desk, 1)).toEqual([['ring.added', 'Acme/ed25519', details]]);
  });

  it.each(['default', 'DEFAULT'])('has no name that is taken: %s', async (name) => {
    putOnRecord(desk);
    expect(await failureOf(add({ name }))).toMatchObject({ code: 'RING_EXISTS', facts: { tenant, ring: name } });
    expect(desk.vault.names()).toEqual([]);
  });

  it('has no name that was taken while its keys were made', async () => {
    putOnRecord(desk);
    const { keys } = desk.ports;
    const meanwhile = {
      ...desk.ports,
      keys: {
        ...keys,
        create: async (...asked: Parameters<typeof keys.create>) => {
          const made = await keys.create(...asked);
          if (desk.ports.registry.read((reader) => reader.rings('tenant')).length === 1) {
            desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
              writer.addRing({ ...aRing, id: 'second', name: 'Second' }),
            );
          }
          return made;
        },
      },
    };
    const added = addRing(meanwhile, { tenant, alg: 'ES256', name: 'second' });
    expect(await failureOf(added)).toMatchObject({ code: 'RING_EXISTS', facts: { ring: 'second' } });
  });

  it('has no algorithm that the tenant does not take', async () => {
    putOnRecord(desk, { tenant: { ...aTenant, endpoint: 'auth0' } });
    expect(await failureOf(add({ alg: 'Ed25519' }))).toMatchObject({ code: 'RING_ALGORITHM_NOT_PUSHABLE' });
  });

  it('says when the places of the set will not suffice, with what others keep there', async () => {
    const rings = Array.from({ length: 2 }, (_, index) => ({ ...aRing, id: `ring-${index}`, name: `ring-${index}` }));
    const theirs = Array.from({ length: 5 }, (_, index) => `theirs-${index}`);
    putOnRecord(desk, { rings, publications: [aPublication([], { kids: theirs })] });
    expect((await add({ empty: true })).places).not.toBeNull();
  });
});

describe('a ring that is retired', () => {
  it('keeps what verifiers may need, and says what becomes of each key', () => {
    const signed = aKey({ kid: 'signed', state: 'current', uses: 1, lastUsedAt: after(-1), announcedAt: after(-9) });
    putOnRecord(desk, { keys: [signed, aKey({ kid: 'next' })] });
    const { ring, keys } = retireRing(desk.ports, { tenant, ring: 'default', reason: 'one is enough' });
    expect(ring.retirement).toEqual({ at: after(0), reason: 'one is enough' });
    expect(keys.map(({ kid, state }) => [kid, state])).toEqual([
      ['signed', 'previous'],
      ['next', 'revoked'],
    ]);
    const details = { reason: 'one is enough', previous: ['signed'], revoked: ['next'] };
    expect(newestEntries(desk, 1)).toEqual([['ring.retired', 'Acme/default', details]]);
    expect(() => readRing(desk.ports, tenant, 'default')).toThrow(refusing('RING_RETIRED', { ring: 'default' }));
  });
});

describe('the rings of a fleet', () => {
  it('are listed by the names of their tenants, each with its keys', () => {
    const key = (kid: string, state: 'current' | 'next', part = {}) =>
      aKey({ kid, state, currentAt: state === 'current' ? after(-5) : null, ...part });
    const zeta = { ...aTenant, id: 'z', name: 'Zeta', domain: 'zeta.example', customDomain: null };
    const theirs = { tenantId: 'z', ringId: 'ring of zeta' };
    putOnRecord(desk, {
      tenant: zeta,
      rings: [{ ...aRing, id: 'ring of zeta', tenantId: 'z', alg: 'ES256', bits: null }],
      keys: [key('z1', 'current', theirs)],
    });
    putOnRecord(desk, {
      rings: [aRing, { ...aRing, id: 'empty', name: 'empty' }],
      keys: [key('a1', 'current'), key('a2', 'next')],
    });
    const none = { ...aTenant, id: 'n', name: 'None', domain: 'none.example', customDomain: null };
    putOnRecord(desk, { tenant: none, rings: [] });
    expect(listRings(desk.ports, {})).toEqual([
      {
        tenant,
        ring: 'default',
        alg: 'RS256',
        keys: [
          { kid: 'a1', state: 'current', currentAt: after(-5) },
          { kid: 'a2', state: 'next', currentAt: null },
        ],
      },
      { tenant, ring: 'empty', alg: 'RS256', keys: [] },
      {
        tenant: 'Zeta',
        ring: 'default',
        alg: 'ES256',
        keys: [{ kid: 'z1', state: 'current', currentAt: after(-5) }],
      },
    ]);
  });
});

describe('a ring, a key', () => {
  it('are found with the tenant and what belongs to them', () => {
    const [ours, other] = [aKey({ kid: 'ours' }), aKey({ kid: 'other', ringId: 'second' })];
    putOnRecord(desk, { rings: [aRing, { ...aRing, id: 'second', name: 'Second' }], keys: [ours, other] });
    const { ring, keys } = readRing(desk.ports, 'acme', 'SECOND');
    expect([ring.name, keys.map(({ kid }) => kid)]).toEqual(['Second', ['other']]);
    expect(readKey(desk.ports, 'acme', 'other')).toMatchObject({ tenant: { name: tenant }, ring: { name: 'Second' } });
  });

  it.each([
    ['TENANT_NOT_FOUND', { tenant: 'Nobody' }, () => readRing(desk.ports, 'Nobody', undefined)],
    ['RING_NOT_FOUND', { tenant, ring: 'none' }, () => readRing(desk.ports, tenant, 'none')],
    ['KEY_NOT_FOUND', { tenant, kid: 'none' }, () => readKey(desk.ports, tenant, 'none')],
  ])('are missed by name: %s', (code, facts, look) => {
    putOnRecord(desk);
    expect(look).toThrow(refusing(code, facts));
  });

  it('of a tenant that was put aside is not changed, though its keys are found', () => {
    putOnRecord(desk, {
      tenant: { ...aTenant, archive: { at: after(-1), reason: 'gone' } },
      keys: [aKey({ kid: 'k' })],
    });
    expect(() => readRing(desk.ports, tenant, undefined)).toThrow(
      refusing('TENANT_ARCHIVED', { tenant, at: after(-1) }),
    );
    expect(readKey(desk.ports, tenant, 'k').key.kid).toBe('k');
  });

  it('are the record as it is now, where there is one', () => {
    const [seen, other] = [aKey({ kid: 'seen' }), aKey()];
    const now = { ...seen, uses: 1 };
    expect(sameKey([other, now], seen)).toBe(now);
    expect(sameKey([other], seen)).toBe(seen);
  });

  it('must be the one that was looked at', () => {
    const [one, other] = [aKey(), aKey()];
    const changed = refusing('RING_CHANGED', { ring: 'default' });
    expect(() => assertSameKey('default', one, { ...one, uses: 1 })).not.toThrow();
    expect(() => assertSameKey('default', null, null)).not.toThrow();
    expect(() => assertSameKey('default', one, other)).toThrow(changed);
    expect(() => assertSameKey('default', one, null)).toThrow(changed);
    expect(() => assertSameKey('default', null, one)).toThrow(changed);
  });

  it('that makes room is told by its kid', () => {
    expect([replacedIn(aKey({ kid: 'old' })), replacedIn(null)]).toEqual([{ replaced: 'old' }, {}]);
  });

  it('that is known to others is brought into use by nobody', () => {
    const revocation = { reason: 'in a log', compromised: true, compromisedSince: null };
    const gone = aKey({ spkiSha256: 'same', state: 'revoked', revokedAt: after(0), revocation });
    putOnRecord(desk, { keys: [gone] });
    const leaked = aKey({ kid: 'leaked', spkiSha256: 'same' });
    desk.ports.registry.read((reader) => {
      expect(() => refuseLeaked(reader, leaked)).toThrow(refusing('KEY_KNOWN_LEAKED', { kid: 'leaked' }));
      expect(() => refuseLeaked(reader, aKey())).not.toThrow();
      expect(() => refuseLeaked(reader, null)).not.toThrow();
    });
  });
});
