import { createSecretBox } from '../../../main/key-store/secret-box.ts';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../main/sandbox/sandbox.ts';
import { originOf } from '../../../main/ports/credential.ts';
import { credentialName } from '../../../main/ports/secret-name.ts';
import { createTenantDirectory } from '../../../main/tenant/directory.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { createMemoryVault, type MemoryVault } from '../../fakes/memory-vault.ts';
import {
  CUSTOM_DOMAIN,
  DOMAIN,
  makeSandbox,
  realRandom,
  sandboxFolder,
  steppingClock,
} from '../sandbox/open-sandbox.ts';
import { direct } from '../../support/network.ts';
import { type Respond, sendJson, stubServer } from './stub-server.ts';
import { aTenant } from '../../support/keys.ts';

const BODY = JSON.stringify({ keys: [{ kty: 'EC', kid: 'k' }] });

const tenantWith = (part: Partial<Tenant> = {}): Tenant => ({
  ...aTenant,
  domain: DOMAIN,
  customDomain: CUSTOM_DOMAIN,
  ...part,
});

interface Under {
  folder: string;
  vault: MemoryVault;
  sandbox: Sandbox;
  directory: ReturnType<typeof createTenantDirectory>;
}

function aDirectory(part: { folder?: string; vault?: MemoryVault; fetch?: typeof fetch } = {}): Under {
  const { folder = sandboxFolder(), vault = createMemoryVault(), fetch = direct } = part;
  const sandbox = makeSandbox({ folder });
  const directory = createTenantDirectory({
    secrets: createSecretBox(vault),
    sandbox,
    sign: async ({ kid }) => `assertion by ${kid}`,
    clock: steppingClock(),
    random: realRandom,
    network: { fetchAs: () => fetch },
  });
  return { folder, vault, sandbox, directory };
}

const SECRET = { kind: 'client-secret', clientId: 'id', clientSecret: 'secret' };

const putCredential = (vault: MemoryVault, tenant: Tenant, credential: object = SECRET): Promise<void> =>
  vault.put(credentialName(tenant.id), Buffer.from(JSON.stringify({ origin: originOf(tenant), ...credential })));

const remote: Respond = ({ target }, response) =>
  target.endsWith('/oauth/token')
    ? sendJson(response, 200, { access_token: 't', expires_in: 86_400, token_type: 'Bearer' })
    : sendJson(response, 200, { keys: [] });

describe('a sandbox tenant', () => {
  it('is made on the way, and shows in public what is pushed', async () => {
    const { directory, vault } = aDirectory();
    const { endpoint, jwksUrl, issuer } = await directory.connect(tenantWith());
    expect(await endpoint.read()).toEqual([]);
    await endpoint.replace(BODY);
    expect(await (await fetch(jwksUrl)).text()).toMatch(/^{"keys":\[{"kty":"EC","kid":"k"},/);
    expect(issuer).toBe(`https://${CUSTOM_DOMAIN}/`);
    expect(vault.names()).toEqual([credentialName(tenantWith().id)]);
  });

  it('is the same on the next run, with the same client', async () => {
    const first = aDirectory();
    await (await first.directory.connect(tenantWith())).endpoint.replace(BODY);
    await first.sandbox.stop();
    const before = readFileSync(path.join(first.folder, 'sandbox.json'), 'utf8');
    const second = aDirectory({ folder: first.folder, vault: first.vault });
    const { endpoint } = await second.directory.connect(tenantWith());
    expect((await endpoint.read()).map(({ kid }) => kid)).toEqual(['k']);
    expect(readFileSync(path.join(first.folder, 'sandbox.json'), 'utf8')).toBe(before);
  });

  it('gets a new client when the vault has none, or the sandbox does not know it', async () => {
    const { directory, vault, folder } = aDirectory();
    await (await directory.connect(tenantWith())).endpoint.replace(BODY);
    await vault.remove(credentialName(tenantWith().id));
    expect((await (await directory.connect(tenantWith())).endpoint.read()).map(({ kid }) => kid)).toEqual(['k']);
    rmSync(path.join(folder, 'sandbox.json'));
    expect(await (await directory.connect(tenantWith())).endpoint.read()).toEqual([]);
  });

  it('moves to another custom domain', async () => {
    const { directory } = aDirectory();
    await (await directory.connect(tenantWith())).endpoint.replace(BODY);
    const { jwksUrl } = await directory.connect(tenantWith({ customDomain: 'login.acme.example' }));
    expect(jwksUrl).toContain('/login.acme.example/');
    expect(await (await fetch(jwksUrl)).text()).toContain('"kid":"k"');
  });

  it('shares its server with whoever started one on purpose', async () => {
    const serving = aDirectory();
    const status = await serving.directory.startSandbox();
    const other = aDirectory({ folder: serving.folder });
    expect(await other.directory.sandboxStatus()).toEqual(status);
    expect(await other.directory.startSandbox()).toEqual(status);
    expect((await other.directory.connect(tenantWith())).jwksUrl).toContain(status.url);
  });

  it('leaves a locked keychain alone', async () => {
    const { directory, vault, folder } = aDirectory();
    vault.become('locked');
    await expect(directory.connect(tenantWith())).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    expect(() => readFileSync(path.join(folder, 'sandbox.json'))).toThrow('ENOENT');
  });
});

describe('an Auth0 tenant', () => {
  const tenant = tenantWith({ endpoint: 'auth0' });

  it('is reached at its canonical domain and seen at its custom one', async () => {
    const { url, asked } = await stubServer(remote);
    const addresses: string[] = [];
    const { directory, vault } = aDirectory({
      fetch: (input, init) => {
        const address = new URL(input instanceof Request ? input.url : input);
        addresses.push(address.href);
        return fetch(`${url}${address.pathname}`, init);
      },
    });
    await putCredential(vault, tenant);
    const { endpoint, jwksUrl, issuer } = await directory.connect(tenant);
    await endpoint.read();
    await (await directory.connect(tenant)).endpoint.read();
    expect(addresses).toEqual([
      `https://${DOMAIN}/oauth/token`,
      `https://${DOMAIN}/api/v2/keys/custom-signing`,
      `https://${DOMAIN}/api/v2/keys/custom-signing`,
    ]);
    expect(new URLSearchParams(asked[0]?.body).get('audience')).toBe(`https://${DOMAIN}/api/v2/`);
    expect(jwksUrl).toBe(`https://${CUSTOM_DOMAIN}/.well-known/jwks.json`);
    expect(issuer).toBe(`https://${CUSTOM_DOMAIN}/`);
  });

  it('can have other addresses', async () => {
    const { url, asked } = await stubServer(remote);
    const { directory, vault } = aDirectory();
    const jwksUrl = 'https://cdn.acme.example/jwks.json';
    const moved = { ...tenant, customDomain: null, apiBaseUrl: `${url}/proxy/api/v2/`, jwksUrl };
    await putCredential(vault, moved);
    const connection = await directory.connect(moved);
    await connection.endpoint.read();
    expect(asked.map(({ target }) => target)).toEqual(['/proxy/oauth/token', '/proxy/api/v2/keys/custom-signing']);
    expect(connection).toMatchObject({ jwksUrl, issuer: `https://${DOMAIN}/` });
  });
});

describe('the credentials of an Auth0 tenant', () => {
  const tenant = tenantWith({ endpoint: 'auth0' });
  const readBy = async (credential: object) => {
    const { url, asked } = await stubServer(remote);
    const under = aDirectory();
    const near = { ...tenant, apiBaseUrl: `${url}/api/v2` };
    await putCredential(under.vault, near, credential);
    const read = async (): Promise<unknown> => (await under.directory.connect(near)).endpoint.read();
    return { ...under, near, asked, read };
  };

  it('can be a key in custody, which signs an assertion for each token', async () => {
    const { asked, read } = await readBy({ kind: 'private-key-jwt', clientId: 'id', kid: 'k1', keyId: 'key-1' });
    await read();
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'assertion by k1',
      audience: `https://${DOMAIN}/api/v2/`,
    });
  });

  it('can be a token that was given, sent as it is', async () => {
    const { asked, read } = await readBy({ kind: 'token', token: 'given' });
    await read();
    expect(asked.map(({ target, headers }) => [target, headers.authorization])).toEqual([
      ['/api/v2/keys/custom-signing', 'Bearer given'],
    ]);
  });

  it('count from the next request when they are replaced', async () => {
    const { vault, near, asked, read } = await readBy({ kind: 'token', token: 'given' });
    await read();
    await putCredential(vault, near, { kind: 'token', token: 'newer' });
    await read();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer given', 'Bearer newer']);
  });

  it('do not follow the tenant to another address', async () => {
    const { directory, near, asked } = await readBy({ kind: 'token', token: 'given' });
    const { url, asked: elsewhere } = await stubServer(remote);
    const moved = { ...near, apiBaseUrl: `${url}/api/v2` };
    await expect(directory.connect(moved)).rejects.toMatchObject({
      code: 'PUBLISH_NOT_CONFIGURED',
      facts: { missing: 'credentials-for-new-address' },
    });
    await directory.connect({ ...near, apiBaseUrl: `${near.apiBaseUrl}/` });
    expect([asked, elsewhere]).toEqual([[], []]);
  });

  it('of another kind of endpoint are none', async () => {
    const { read } = await readBy({ kind: 'basic', user: 'u', password: 'p' });
    await expect(read()).rejects.toMatchObject({ code: 'PUBLISH_NOT_CONFIGURED', facts: { missing: 'credentials' } });
  });
});

describe('a tenant with a plain JWKS endpoint', () => {
  const connectWith = async (credential: object, apiBaseUrl?: string) => {
    const { url, asked } = await stubServer(remote);
    const { directory, vault } = aDirectory();
    const tenant = tenantWith({
      endpoint: 'jwks',
      apiBaseUrl: apiBaseUrl ?? `${url}/set`,
      jwksUrl: `${url}/jwks.json`,
    });
    await putCredential(vault, tenant, credential);
    return { asked, url, connection: await directory.connect(tenant) };
  };

  it.each([
    [{ kind: 'token', token: 'given' }, 'Bearer given'],
    [{ kind: 'basic', user: 'Jürgen', password: 'a:b' }, `Basic ${Buffer.from('Jürgen:a:b').toString('base64')}`],
  ])('is entered with %j', async (credential, authorization) => {
    const { asked, url, connection } = await connectWith(credential);
    expect(await connection.endpoint.read()).toEqual([]);
    expect(asked.map(({ target, headers }) => [target, headers.authorization])).toEqual([['/set', authorization]]);
    expect(connection).toMatchObject({ jwksUrl: `${url}/jwks.json`, issuer: `https://${CUSTOM_DOMAIN}/` });
  });

  it('takes a client certificate over https only', async () => {
    const credential = { kind: 'client-certificate', certificate: 'c', key: 'k', subject: 's' };
    await expect(connectWith(credential)).rejects.toMatchObject({ code: 'PUBLISH_NOT_CONFIGURED' });
    await expect(connectWith(credential, 'https://a.example/')).resolves.toBeDefined();
  });
});

describe('what is missing', () => {
  it.each<[string, Partial<Tenant>]>([
    ['custom-domain', { customDomain: null }],
    ['custom-domain', { endpoint: 'auth0', customDomain: null }],
    ['credentials', { endpoint: 'auth0' }],
    ['write-url', { endpoint: 'jwks' }],
    ['public-url', { endpoint: 'jwks', apiBaseUrl: 'https://a.example/' }],
    ['credentials', { endpoint: 'jwks', apiBaseUrl: 'https://a.example/', jwksUrl: 'https://a.example/' }],
  ])('is named: %s %j', async (missing, part) => {
    const { directory } = aDirectory();
    await expect(directory.connect(tenantWith(part))).rejects.toMatchObject({
      code: 'PUBLISH_NOT_CONFIGURED',
      facts: { tenant: 'Acme', missing },
    });
  });
});
