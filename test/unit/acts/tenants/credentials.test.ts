import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { findCredential } from '../../../../main/ports/credential.ts';
import { credentialName } from '../../../../main/ports/secret-name.ts';
import { assertionKey, createAssertionSigner } from '../../../../main/acts/tenants/client-assertion.ts';
import type { CredentialSecrets } from '../../../../main/acts/tenants/credentials.ts';
import type { CredentialFacts } from '../../../../shared/domain/tenant/credentials.ts';
import type { EndpointKind } from '../../../../shared/domain/endpoints.ts';
import { ACME, START } from '../../../support/desk.ts';

const desk = deskForEach();

const tenant = 'Acme';
const API = 'https://jwks.example/set';
const origin = 'https://jwks.example';
const SECRET = 'client-secret-0123456789';

const secrets = (part: Partial<Record<keyof CredentialSecrets, string>> = {}): CredentialSecrets => ({
  secret: Buffer.from(part.secret ?? ''),
  certificate: Buffer.from(part.certificate ?? ''),
  key: Buffer.from(part.key ?? ''),
});

async function addTenant(endpoint: EndpointKind): Promise<string> {
  const { tenant: added, rings } = await desk.custodian.addTenant({
    ...ACME,
    endpoint,
    apiBaseUrl: API,
    jwksUrl: null,
  });
  expect(rings).toHaveLength(1);
  return added.id;
}

const storeSecret = (secret = SECRET): Promise<CredentialFacts> =>
  desk.custodian.credentials.store({ tenant, kind: 'client-secret', clientId: 'app' }, secrets({ secret }));

const stored = async (): Promise<unknown> =>
  findCredential(desk.ports.secrets, desk.custodian.showTenant({ tenant }).tenant);

const intents = (): unknown[] => desk.ports.registry.read((reader) => reader.intents());
const audit = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 });

async function identity(days: number): Promise<{ certificate: string; key: string }> {
  const workshop = createKeyWorkshop();
  const material = await workshop.generate('ES256', null);
  const profile = { commonName: 'officer', notBefore: new Date(START - 5 * 86_400_000), days };
  const certificate = new X509Certificate(await workshop.certify(material, 'ES256', profile)).toString();
  const key = createPrivateKey({ key: Buffer.from(material.pkcs8), format: 'der', type: 'pkcs8' });
  return { certificate, key: String(key.export({ format: 'pem', type: 'pkcs8' })) };
}

describe('credentials', () => {
  it.each<[object, string]>([
    [{ kind: 'token' }, 'token'],
    [{ kind: 'client-secret', clientId: 'app' }, 'secret'],
  ])('%o is refused by the name of its field', async (order, field) => {
    await addTenant('auth0');
    const storing = desk.custodian.credentials.store(
      { tenant, ...order } as never,
      secrets({ secret: 'no\u0007t so' }),
    );
    await expect(storing).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field, problem: { code: 'odd-characters' } },
    });
  });

  it('are stored, shown without their secret part, replaced and removed', async () => {
    const id = await addTenant('auth0');
    expect(await desk.custodian.credentials.show({ tenant })).toBeNull();
    const facts = { kind: 'client-secret', who: 'app', kid: null, origin };
    expect(await storeSecret()).toEqual(facts);
    expect(await desk.custodian.credentials.show({ tenant })).toEqual({ ...facts, fits: true });
    expect(await stored()).toEqual({ kind: 'client-secret', origin, clientId: 'app', clientSecret: SECRET });
    await desk.custodian.credentials.store({ tenant, kind: 'token' }, secrets({ secret: 'abc.def.ghi' }));
    expect(await stored()).toEqual({ kind: 'token', origin, token: 'abc.def.ghi' });
    expect(await desk.custodian.credentials.remove(tenant)).toBe(true);
    expect(await desk.custodian.credentials.remove(tenant)).toBe(false);
    expect(desk.vault.names()).not.toContain(credentialName(id));
    expect(intents()).toEqual([]);
  });

  it('leave audit entries with public facts only', async () => {
    await addTenant('auth0');
    await storeSecret();
    await desk.custodian.credentials.remove(tenant);
    const entries = audit().filter(({ action }) => action.startsWith('tenant.credentials'));
    const details = { kind: 'client-secret', who: 'app', kid: null, origin };
    expect(entries).toMatchObject([
      { action: 'tenant.credentials-stored', subject: tenant, details },
      { action: 'tenant.credentials-removed', subject: tenant, details },
    ]);
    expect(JSON.stringify(audit())).not.toContain(SECRET);
  });

  it('overwrite what they were made from, also when they are refused', async () => {
    await addTenant('auth0');
    const given = secrets({ secret: SECRET });
    await desk.custodian.credentials.store({ tenant, kind: 'client-secret', clientId: 'app' }, given);
    const refused = secrets({ secret: SECRET });
    await expect(desk.custodian.credentials.store({ tenant, kind: 'basic', user: 'u' }, refused)).rejects.toMatchObject(
      { code: 'INPUT_INVALID' },
    );
    for (const bytes of [given.secret, refused.secret]) {
      expect(bytes.every((byte) => byte === 0)).toBe(true);
    }
  });

  it('leave the former ones in place when the keychain fails', async () => {
    await addTenant('auth0');
    await storeSecret();
    desk.vault.become('locked');
    await expect(storeSecret('another')).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    desk.vault.become('available');
    await desk.custodian.settle();
    expect(await stored()).toMatchObject({ clientSecret: SECRET });
    expect(intents()).toEqual([]);
  });

  it('go with their tenant', async () => {
    await addTenant('auth0');
    await storeSecret();
    await desk.custodian.removeTenant({ tenant });
    expect(desk.vault.names().filter((name) => name.startsWith('credential-'))).toEqual([]);
  });

  it.each<[EndpointKind, object]>([
    ['sandbox', { code: 'sandbox-credentials' }],
    ['jwks', { code: 'credential-kinds', endpoint: 'jwks', kinds: ['token', 'basic', 'client-certificate'] }],
  ])('must fit the endpoint: %s', async (endpoint, problem) => {
    await addTenant(endpoint);
    await expect(storeSecret()).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { problem } });
  });

  it.each([
    ['empty', ''],
    ['with a line end in it', 'a\nb'],
    ['with letters that no secret has', 'sécret'],
  ])('are refused %s, without being repeated', async (_, secret) => {
    await addTenant('auth0');
    const error: unknown = await storeSecret(secret).catch((found: unknown) => found);
    expect(error).toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'secret' } });
    expect(secret !== '' && JSON.stringify(error).includes(secret)).toBe(false);
  });
});

describe('a key in custody as the proof of a client', () => {
  const store = (kid: string): Promise<CredentialFacts> =>
    desk.custodian.credentials.store({ tenant, kind: 'private-key-jwt', clientId: 'app', kid }, secrets());

  it('is named by its kid, and signs assertions that are recorded', async () => {
    await addTenant('auth0');
    const kid = kidIn(desk, tenant, 'current');
    const facts = { kind: 'private-key-jwt', who: 'app', kid, origin };
    expect(await store(kid)).toEqual({ ...facts, alsoSignsTokens: true });
    const key = desk.ports.registry.read((reader) => assertionKey(reader, tenant, { kid }));
    const type = 'client-authentication+jwt';
    const jwt = await createAssertionSigner(desk.ports)({ kid, keyId: key.id }, { iss: 'app' }, type);
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'RS256', kid, typ: type });
    expect(await desk.ports.reading.verify(jwt, key.jwk, key.alg)).toBe(true);
    expect(audit().at(-1)).toMatchObject({ action: 'key.signed', details: { kid, purpose: 'client assertion' } });
  });

  it('can be a key of another tenant, but must exist and not be revoked', async () => {
    await addTenant('auth0');
    await desk.custodian.addTenant({ ...ACME, name: 'Clients', domain: 'clients.example', jwksUrl: null });
    const other = desk.custodian.showTenant({ tenant: 'Clients' }).rings[0]?.keys[0]?.kid ?? '';
    const facts = await store(other);
    expect(facts).toMatchObject({ kid: other });
    expect(facts).not.toHaveProperty('alsoSignsTokens');
    await expect(store('nobody')).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
    const kid = kidIn(desk, tenant, 'current');
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'a test', compromised: true });
    await expect(store(kid)).rejects.toMatchObject({ code: 'KEY_STATE', facts: { state: 'revoked' } });
    const id = desk.ports.registry.read((reader) => reader.keys(desk.custodian.showTenant({ tenant }).tenant.id))[0]
      ?.id;
    const sign = createAssertionSigner(desk.ports);
    await expect(sign({ kid, keyId: id ?? '' }, {}, 'JWT')).rejects.toMatchObject({ code: 'KEY_STATE' });
    await expect(sign({ kid: 'gone', keyId: 'gone' }, {}, 'JWT')).rejects.toMatchObject({
      code: 'VAULT_SECRET_MISSING',
    });
  });
});

describe('a client certificate', () => {
  const store = (part: { certificate: string; key: string }): Promise<CredentialFacts> =>
    desk.custodian.credentials.store({ tenant, kind: 'client-certificate' }, secrets(part));

  it('is stored with its key, in one form', async () => {
    await addTenant('jwks');
    const { certificate, key } = await identity(10);
    const note = 'Bag Attributes\n';
    expect(await store({ certificate: note + certificate, key })).toMatchObject({ who: 'CN=officer' });
    const kept = await findCredential(desk.ports.secrets, desk.custodian.showTenant({ tenant }).tenant);
    expect(kept).toMatchObject({ kind: 'client-certificate', origin, certificate, subject: 'CN=officer' });
    const own = kept?.kind === 'client-certificate' ? kept.key : '';
    expect(createPrivateKey(own).equals(createPrivateKey(key))).toBe(true);
  });

  it('is refused when it is over, or not one, or with another key', async () => {
    await addTenant('jwks');
    const [good, over] = [await identity(10), await identity(4)];
    const other = await identity(10);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const locked = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'p' });
    await expect(store(over)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { problem: { code: 'ended', at: '2026-11-21T08:00:00.000Z' } },
    });
    await expect(store({ ...good, key: other.key })).rejects.toMatchObject({ code: 'KEY_CERTIFICATE_MISMATCH' });
    await expect(store({ ...good, key: String(locked) })).rejects.toMatchObject({ code: 'KEY_ENCRYPTED' });
    await expect(store({ ...good, key: good.certificate })).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
    await expect(store({ ...good, certificate: good.key })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const damaged = good.certificate.replace(/MII./, 'AAAA');
    await expect(store({ ...good, certificate: damaged })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await stored()).toBeNull();
  });
});
