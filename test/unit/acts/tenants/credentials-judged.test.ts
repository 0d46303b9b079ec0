// Credentials, to the letter: which text is one, for which place it is, what is recorded and shown of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { assertionKey, createAssertionSigner, signsTokens } from '../../../../main/acts/tenants/client-assertion.ts';
import * as credentials from '../../../../main/acts/tenants/credentials.ts';
import { findCredential, putCredential } from '../../../../main/ports/credential.ts';
import type { CredentialOrder } from '../../../../shared/domain/tenant/credentials.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const tenant = 'Acme';
const desk = deskForEach();
const API = 'https://api.acme.example/set';
const origin = 'https://api.acme.example';
const auth0: Tenant = { ...aTenant, endpoint: 'auth0', apiBaseUrl: API };
const jwks: Tenant = { ...aTenant, endpoint: 'jwks', apiBaseUrl: API };
const given = (secret: string | Uint8Array) => ({
  secret: Buffer.from(secret),
  certificate: Buffer.alloc(0),
  key: Buffer.alloc(0),
});
type Order = CredentialOrder extends infer O ? (O extends CredentialOrder ? Omit<O, 'tenant'> : never) : never;
const store = (order: Order, secret: string | Uint8Array = '', shown?: { tenantId: string; place: string }) =>
  credentials.store(desk.ports, { tenant, ...order }, given(secret), shown);
const kept = () => findCredential(desk.ports.secrets, { ...aTenant });

const CLIENT = { kind: 'client-secret', clientId: 'app' } as const;
const BASIC = { kind: 'basic', user: 'u' } as const;

describe('a secret', () => {
  it.each<[Order, string, object]>([
    [CLIENT, ' ~!', { kind: 'client-secret', clientId: 'app', clientSecret: ' ~!' }],
    [{ kind: 'token' }, 'aZ09-._~+/==', { kind: 'token', token: 'aZ09-._~+/==' }],
  ])('is one: %j %s', async (order, secret, credential) => {
    putOnRecord(desk, { tenant: auth0 });
    await store(order, secret);
    expect(await kept()).toEqual({ ...credential, origin });
  });

  it('is one of a user: any letters', async () => {
    putOnRecord(desk, { tenant: jwks });
    expect(await store(BASIC, 'Größe: 密')).toEqual({ kind: 'basic', who: 'u', kid: null, origin });
    expect(await kept()).toEqual({ kind: 'basic', user: 'u', password: 'Größe: 密', origin });
  });

  it.each<[Tenant, Order, string | Uint8Array, string, string]>([
    [auth0, CLIENT, '', 'secret', 'nothing-given'],
    [auth0, CLIENT, 'a\nb', 'secret', 'odd-characters'],
    [auth0, CLIENT, '\nab', 'secret', 'odd-characters'],
    [auth0, CLIENT, 'ab\u007f', 'secret', 'odd-characters'],
    [auth0, CLIENT, Buffer.of(0xff), 'secret', 'no-text'],
    [auth0, { kind: 'token' }, '', 'token', 'nothing-given'],
    [auth0, { kind: 'token' }, 'a b', 'token', 'odd-characters'],
    [auth0, { kind: 'token' }, ' ab', 'token', 'odd-characters'],
    [auth0, { kind: 'token' }, 'a=b', 'token', 'odd-characters'],
    [auth0, { kind: 'token' }, '==', 'token', 'odd-characters'],
    [auth0, { kind: 'token' }, Buffer.of(0xc3), 'token', 'no-text'],
    [jwks, BASIC, '', 'secret', 'nothing-given'],
    [jwks, BASIC, 'a\u0000', 'secret', 'odd-characters'],
    [jwks, BASIC, '\u0000a', 'secret', 'odd-characters'],
  ])('is none: %#', async (at, order, secret, field, code) => {
    putOnRecord(desk, { tenant: at });
    expect(await failureOf(store(order, secret))).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field, problem: { code } },
    });
    expect(await kept()).toBeNull();
  });

  it('is stored for the place that was shown, and for no other', async () => {
    putOnRecord(desk, { tenant: auth0 });
    const changed = { code: 'CONFIRMATION_CHANGED', facts: {} };
    expect(await failureOf(store(CLIENT, 's', { tenantId: 'tenant', place: 'https://other.example' }))).toMatchObject(
      changed,
    );
    expect(await failureOf(store(CLIENT, 's', { tenantId: 'other', place: origin }))).toMatchObject(changed);
    expect(await store(CLIENT, 's', { tenantId: 'tenant', place: origin })).toMatchObject({ who: 'app' });
  });

  it('is told where it would go, before anybody types it', async () => {
    putOnRecord(desk, { tenant: auth0, keys: [aKey({ kid: 'k' })] });
    const place = (order: Order) => credentials.place(desk.ports, { tenant, ...order });
    expect(place(CLIENT)).toBe(origin);
    expect(place({ kind: 'private-key-jwt', clientId: 'app', kid: 'k' })).toBe(origin);
    const problem = { code: 'credential-kinds', endpoint: 'auth0', kinds: expect.any(Array) as string[] };
    expect(() => place(BASIC)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', facts: { field: 'credentials', problem } }) as Error,
    );
    expect(() => place({ kind: 'private-key-jwt', clientId: 'app', kid: 'none' })).toThrow('KEY_NOT_FOUND');
  });
});

describe('what is shown of a credential', () => {
  const show = () => credentials.show(desk.ports, { tenant });

  it.each<[Tenant, Parameters<typeof putCredential>[2], object]>([
    [
      auth0,
      { kind: 'client-secret', origin, clientId: 'app', clientSecret: 's' },
      { kind: 'client-secret', who: 'app', kid: null },
    ],
    [
      auth0,
      { kind: 'private-key-jwt', origin, clientId: 'app', kid: 'k', keyId: 'id' },
      { kind: 'private-key-jwt', who: 'app', kid: 'k' },
    ],
    [auth0, { kind: 'token', origin, token: 't' }, { kind: 'token', who: null, kid: null }],
    [jwks, { kind: 'basic', origin, user: 'u', password: 'p' }, { kind: 'basic', who: 'u', kid: null }],
    [
      jwks,
      { kind: 'client-certificate', origin, certificate: 'c', key: 'k', subject: 'CN=officer' },
      { kind: 'client-certificate', who: 'CN=officer', kid: null },
    ],
  ])('is no secret: %#', async (at, credential, facts) => {
    putOnRecord(desk, { tenant: at });
    await putCredential(desk.ports.secrets, at, credential);
    expect(await show()).toEqual({ ...facts, origin, fits: true });
  });

  const token = { kind: 'token', token: 't' } as const;
  it.each<[string, Tenant, string | null, boolean]>([
    ['is its own', auth0, origin, true],
    ['changed since', { ...auth0, apiBaseUrl: 'https://other.example/set' }, origin, false],
    ['takes no such kind', { ...aTenant, endpoint: 'sandbox' }, null, true],
    ['was lost', { ...jwks, apiBaseUrl: null }, origin, false],
  ])('fits where the address %s', async (_, at, from, fits) => {
    putOnRecord(desk, { tenant: at });
    await putCredential(desk.ports.secrets, at, { ...token, origin: from });
    expect((await show())?.fits).toBe(fits);
  });

  it('does not fit an endpoint that takes no such kind', async () => {
    putOnRecord(desk, { tenant: auth0 });
    await putCredential(desk.ports.secrets, auth0, { kind: 'basic', origin, user: 'u', password: 'p' });
    expect((await show())?.fits).toBe(false);
  });

  it('is nothing where there is none', async () => {
    putOnRecord(desk, { tenant: auth0 });
    expect(await show()).toBeNull();
  });
});

describe('a key that proves a client', () => {
  const other: Tenant = { ...aTenant, id: 'other', name: 'Other', domain: 'other.example', customDomain: null };
  const theirs = (part: Partial<SigningKey> = {}) =>
    aKey({ kid: 'k', tenantId: 'other', ringId: 'other ring', ...part });
  const addOther = (keys: SigningKey[], at: Tenant = other) =>
    putOnRecord(desk, {
      tenant: at,
      rings: [{ ...aRing, id: `${at.name} ring`.toLowerCase(), tenantId: at.id }],
      keys,
    });
  const found = (override?: string) =>
    desk.ports.registry.read((reader) => assertionKey(reader, tenant, { kid: 'k', override }));
  const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;

  it('is the tenant’s own before all others', () => {
    const own = aKey({ kid: 'k' });
    putOnRecord(desk, { tenant: auth0, keys: [own] });
    addOther([theirs()]);
    expect(found().id).toBe(own.id);
  });

  it('is the only one of that kid elsewhere', () => {
    const key = theirs();
    putOnRecord(desk, { tenant: auth0 });
    addOther([key, theirs({ kid: 'another', state: 'previous' })]);
    expect(found().id).toBe(key.id);
  });

  it('is not one of several', () => {
    putOnRecord(desk, { tenant: auth0 });
    addOther([theirs()]);
    const third = { ...other, id: 'third', name: 'Third', domain: 'third.example' };
    addOther([theirs({ tenantId: 'third', ringId: 'third ring' })], third);
    expect(() => found()).toThrow(
      refusing('INPUT_INVALID', { field: 'privateKeyJwt', problem: { code: 'several-tenants' } }),
    );
  });

  it('is none where there is none', () => {
    putOnRecord(desk, { tenant: auth0 });
    expect(() => found()).toThrow(refusing('KEY_NOT_FOUND', { tenant, kid: 'k' }));
  });

  it('is none whose life has ended', () => {
    const revocation = { reason: 'old', compromised: false, compromisedSince: null };
    putOnRecord(desk, { tenant: auth0, keys: [aKey({ kid: 'k', state: 'revoked', revokedAt: after(0), revocation })] });
    expect(() => found()).toThrow(
      refusing('KEY_STATE', { kid: 'k', state: 'revoked', action: 'proving-client', needs: 'not-revoked' }),
    );
  });

  it.each<[string, Tenant['environment'], Partial<SigningKey>, boolean]>([
    ['signs tokens in production', 'production', { announcedAt: after(-1) }, true],
    ['signs tokens elsewhere', 'staging', { announcedAt: after(-1) }, false],
    ['nobody heard of, in production', 'production', {}, false],
  ])('is one that %s only with a reason', (_, environment, part, wantsReason) => {
    const key = theirs(part);
    putOnRecord(desk, { tenant: auth0 });
    addOther([key], { ...other, environment });
    if (wantsReason) {
      expect(() => found()).toThrow(refusing('KEY_FOR_TOKENS', { tenant: 'Other', kid: 'k' }));
    } else {
      expect(found().id).toBe(key.id);
    }
    expect(found('a reason').id).toBe(key.id);
  });

  it.each<[Partial<SigningKey>, boolean]>([
    [{}, false],
    [{ announcedAt: after(0) }, true],
    [{ publishedAt: after(0) }, true],
    [{ tenantId: 'tenant' }, true],
  ])('signs tokens: %j is %s', (part, answer) => {
    expect(signsTokens(theirs(part), aTenant)).toBe(answer);
  });

  it('is recorded with the reason that it serves two purposes by', async () => {
    const production = { ...auth0, environment: 'production' } as const;
    putOnRecord(desk, { tenant: production, keys: [aKey({ kid: 'k' })] });
    const facts = { kind: 'private-key-jwt', who: 'app', kid: 'k', origin, alsoSignsTokens: true };
    const order = { kind: 'private-key-jwt', clientId: 'app', kid: 'k' } as const;
    expect(await failureOf(store(order))).toMatchObject({ code: 'KEY_FOR_TOKENS' });
    expect(await store({ ...order, override: 'no other yet' })).toEqual(facts);
    expect(newestEntries(desk, 1)).toEqual([
      ['tenant.credentials-stored', tenant, { ...facts, overrideReason: 'no other yet' }],
    ]);
    expect(await kept()).toMatchObject({ kind: 'private-key-jwt', clientId: 'app', kid: 'k' });
  });

  it('elsewhere is recorded with no reason to spare', async () => {
    putOnRecord(desk, { tenant: auth0, keys: [aKey({ kid: 'own' })] });
    addOther([theirs()]);
    await store({ kind: 'private-key-jwt', clientId: 'app', kid: 'own' });
    expect(newestEntries(desk, 1)[0]?.[2]).toMatchObject({ alsoSignsTokens: true, overrideReason: null });
    await store({ kind: 'private-key-jwt', clientId: 'app', kid: 'k' });
    const facts = { kind: 'private-key-jwt', who: 'app', kid: 'k', origin };
    expect(newestEntries(desk, 1)).toEqual([['tenant.credentials-stored', tenant, facts]]);
  });

  it('signs nothing once it is gone', async () => {
    putOnRecord(desk, { tenant: auth0, keys: [aKey({ kid: 'k' })] });
    const sign = createAssertionSigner(desk.ports);
    expect(await failureOf(sign({ kid: 'k', keyId: 'another' }, {}, 'JWT'))).toMatchObject({
      code: 'VAULT_SECRET_MISSING',
      facts: { kid: 'k' },
    });
  });
});

describe('a credential that is removed', () => {
  beforeEach(() => void putOnRecord(desk, { tenant: auth0 }));

  it('leaves its public facts on record', async () => {
    await store(CLIENT, 's');
    expect(await credentials.remove(desk.ports, 'acme')).toBe(true);
    expect(await kept()).toBeNull();
    const details = { kind: 'client-secret', who: 'app', kid: null, origin };
    expect(newestEntries(desk, 2)[0]).toEqual(['tenant.credentials-removed', tenant, details]);
    expect(await credentials.remove(desk.ports, tenant)).toBe(false);
  });
});
