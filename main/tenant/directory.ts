// The way to a tenant's endpoint: where it is, who we are there, and where the public sees the result. For a sandbox
// tenant this also brings the sandbox up and makes the tenant in it.
import { CustodianError } from '../../shared/errors.ts';
import type { SandboxStatus, Tenant } from '../../shared/model.ts';
import type { Clock, SecretVault, TenantConnection, TenantDirectory } from '../core/ports.ts';
import { boundedFetch, type Fetch } from './bounded-fetch.ts';
import { createTokenSource, type TokenSource } from './client-credentials.ts';
import { type ClientCredential, findCredential, readCredential, storeCredential } from './credential.ts';
import { createManagementEndpoint } from './management-endpoint.ts';

/** What the directory needs of the sandbox (main/sandbox/sandbox.ts is one). */
export interface RehearsalSandbox {
  findOrStart(): Promise<{ url: string }>;
  start(port?: number): Promise<{ url: string }>;
  status(): Promise<SandboxStatus>;
  register(tenant: { domain: string; customDomain: string | null }): Promise<ClientCredential>;
  knows(tenant: { domain: string; customDomain: string | null; clientId: string }): boolean;
}

interface DirectoryOptions {
  vault: SecretVault;
  sandbox: RehearsalSandbox;
  clock: Clock;
  fetch?: Fetch;
}

export function createTenantDirectory({ vault, sandbox, clock, fetch }: DirectoryOptions): TenantDirectory {
  const bounded = boundedFetch(fetch);
  /** One per endpoint, because tokens are worth keeping: tenants count and bill them. */
  const tokenSources = new Map<string, TokenSource>();

  function connectTo(tenant: Tenant, baseUrl: string, jwksUrl: string): TenantConnection {
    const name = `${tenant.id} ${baseUrl}`;
    const tokens =
      tokenSources.get(name) ??
      createTokenSource({
        tokenUrl: tokenUrlOf(baseUrl),
        audience: `https://${tenant.domain}/api/v2/`,
        credential: () => readCredential(vault, tenant),
        fetch: bounded,
        clock,
      });
    tokenSources.set(name, tokens);
    return {
      endpoint: createManagementEndpoint({ baseUrl, tokens, fetch: bounded, clock }),
      jwksUrl,
      issuer: `https://${tenant.customDomain ?? tenant.domain}/`,
    };
  }

  async function connectToSandbox(tenant: Tenant): Promise<TenantConnection> {
    const customDomain = needCustomDomain(tenant);
    const credential = await findCredential(vault, tenant);
    const { domain } = tenant;
    if (credential === null || !sandbox.knows({ domain, customDomain, clientId: credential.clientId })) {
      await storeCredential(vault, tenant, await sandbox.register({ domain, customDomain }));
      tokenSources.clear();
    }
    const { url } = await sandbox.findOrStart();
    return connectTo(tenant, `${url}/${domain}/api/v2`, `${url}/${customDomain}/.well-known/jwks.json`);
  }

  async function connectToAuth0(tenant: Tenant): Promise<TenantConnection> {
    const jwksUrl = tenant.jwksUrl ?? `https://${needCustomDomain(tenant)}/.well-known/jwks.json`;
    await readCredential(vault, tenant);
    return connectTo(tenant, tenant.apiBaseUrl ?? `https://${tenant.domain}/api/v2`, jwksUrl);
  }

  return {
    async connect(tenant) {
      if (tenant.endpoint === 'jwks') {
        throw notConfigured(tenant, 'support for plain JWKS endpoints');
      }
      return tenant.endpoint === 'sandbox' ? connectToSandbox(tenant) : connectToAuth0(tenant);
    },
    sandboxStatus: () => sandbox.status(),
    async startSandbox(port) {
      const found = await sandbox.status();
      if (found.running && port === undefined) {
        return found;
      }
      const { url } = await sandbox.start(port);
      return { running: true, url };
    },
  };
}

/** `{…}/api/v2` -> `{…}/oauth/token`. */
function tokenUrlOf(baseUrl: string): string {
  return new URL('../../oauth/token', `${baseUrl.replace(/\/+$/, '')}/`).href;
}

function needCustomDomain(tenant: Tenant): string {
  if (tenant.customDomain === null) {
    throw notConfigured(tenant, 'a custom domain');
  }
  return tenant.customDomain;
}

function notConfigured(tenant: Tenant, missing: string): CustodianError<'PUBLISH_NOT_CONFIGURED'> {
  return new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: tenant.name, missing });
}
