// The way to a tenant's endpoint: where it is, who we are there, and where the public sees the result. For a sandbox
// tenant this also brings the sandbox up and makes the tenant in it.
import { hasOwnKeys, isHere } from '../../shared/domain/endpoints.ts';
import { createHash } from 'node:crypto';
import { SCOPES } from '../../shared/domain/tenant/scopes.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { SandboxStatus } from '../../shared/app-info.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { RehearsedTrouble, Trouble } from '../../shared/domain/sandbox-trouble.ts';
import { type Credential, endpointUrlOf, findCredential, putCredential, readCredential } from '../ports/credential.ts';
import type { AssertionSigner, TenantConnection, TenantDirectory } from '../ports/tenants.ts';
import type { Clock } from '../ports/clock.ts';
import type { PublicAddresses, PublicPlace } from '../../shared/domain/tenant/public-addresses.ts';
import type { Randomness } from '../ports/randomness.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { unlessCancelled } from '../ports/stopping.ts';
import type { Network } from '../ports/network.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { createTokenSource, type TokenSource } from './client-credentials.ts';
import { proveClient } from './client-proof.ts';
import { givenTokenSource } from './given-token.ts';
import { requireReadyDomains } from './domain-preflight.ts';
import { connectToJwks } from './jwks-connection.ts';
import { requireScopes } from './management-calls.ts';
import { createManagementEndpoint } from './management-endpoint.ts';
import {
  customDomainOf,
  furtherPlacesOf,
  issuerAt,
  JWKS_PATH,
  METADATA_PATH,
  publicAddressesOf,
} from '../../shared/domain/tenant/public-addresses.ts';
import { createOwnKeys } from './own-keys.ts';

/** What the directory needs of the sandbox (main/sandbox/sandbox.ts is one). */
export interface RehearsalSandbox {
  findOrStart(): Promise<{ url: string }>;
  start(port?: number): Promise<{ url: string }>;
  status(): Promise<SandboxStatus>;
  rehearse(trouble: Trouble | null): Promise<RehearsedTrouble>;
  trouble(): Promise<RehearsedTrouble>;
  register(domains: Domains): Promise<{ clientId: string; clientSecret: string }>;
  knows(tenant: Domains & { clientId: string }): boolean | Promise<boolean>;
}

interface Domains {
  domain: string;
  customDomain: string | null;
  furtherDomains: string[];
}

interface DirectoryOptions {
  secrets: SecretBox;
  sandbox: RehearsalSandbox;
  sign: AssertionSigner;
  clock: Clock;
  random: Randomness;
  network: Pick<Network, 'fetchAs'>;
  /** How long a remote side may take; REMOTE_DEADLINE_MS when left out. */
  deadlineMs?: number;
}

/** Where the Management API of a tenant is, and how to enter it. */
interface Entrance {
  baseUrl: string;
  tokens: TokenSource;
}

export function createTenantDirectory(options: DirectoryOptions): TenantDirectory {
  const { secrets, sandbox, sign, clock, random, network, deadlineMs } = options;
  const bounded = boundedFetch(network.fetchAs(), deadlineMs);
  /** One per endpoint and credential, because tokens are worth keeping: tenants count and bill them. */
  const tokenSources = new Map<string, TokenSource>();

  function tokensFor(tenant: Tenant, baseUrl: string, credential: Credential): TokenSource {
    const name = createHash('sha256')
      .update(JSON.stringify([tenant.id, baseUrl, credential]))
      .digest('hex');
    const tokens = tokenSources.get(name) ?? newTokens(tenant, baseUrl, credential);
    tokenSources.set(name, tokens);
    return tokens;
  }

  function newTokens({ domain }: Tenant, baseUrl: string, credential: Credential): TokenSource {
    switch (credential.kind) {
      case 'token':
        return givenTokenSource(credential.token, { host: new URL(baseUrl).host, clock });
      case 'client-secret':
      case 'private-key-jwt':
        return createTokenSource({
          tokenUrl: tokenUrlOf(baseUrl),
          audience: `https://${domain}/api/v2/`,
          prove: () => proveClient(credential, { audience: `https://${domain}/`, sign, clock, random }),
          fetch: bounded,
          clock,
        });
      case 'basic':
      case 'client-certificate':
        // Not taken by this kind of tenant: `readCredential` never gives it.
        throw new TypeError(credential.kind);
    }
  }

  async function enterSandbox(tenant: Tenant): Promise<Entrance & { url: string }> {
    const domains = {
      domain: tenant.domain,
      customDomain: tenant.customDomain,
      furtherDomains: [...tenant.furtherDomains],
    };
    let credential = await findCredential(secrets, tenant);
    if (credential?.kind !== 'client-secret' || !(await sandbox.knows({ ...domains, clientId: credential.clientId }))) {
      credential = { kind: 'client-secret', origin: null, ...(await sandbox.register(domains)) };
      await putCredential(secrets, tenant, credential);
    }
    const { url } = await sandbox.findOrStart();
    const baseUrl = `${url}/${tenant.domain}/api/v2`;
    return { url, baseUrl, tokens: tokensFor(tenant, baseUrl, credential) };
  }

  async function enterAuth0(tenant: Tenant, given?: Credential): Promise<Entrance> {
    const credential = given ?? (await readCredential(secrets, tenant));
    const baseUrl = endpointUrlOf(tenant);
    return { baseUrl, tokens: tokensFor(tenant, baseUrl, credential) };
  }

  function connectionOf(
    tenant: Tenant,
    { baseUrl, tokens }: Entrance,
    { first, further }: { first: PublicAddresses; further: readonly PublicPlace[] },
  ): TenantConnection {
    const access = { baseUrl, tokens, fetch: bounded, clock };
    return {
      endpoint: createManagementEndpoint(access),
      ...first,
      ...issuerAt(tenant, tenant.customDomain ?? tenant.domain),
      further,
      preflight: (push, signal) =>
        unlessCancelled(signal, async () => {
          await requireScopes(access, push.clears ? SCOPES.clearSet : SCOPES.replaceSet);
          if (push.first) {
            await requireReadyDomains(access, domainsOf(tenant));
          }
        }),
    };
  }

  return {
    async connect(tenant, credential) {
      switch (tenant.endpoint) {
        case 'jwks':
          return connectToJwks({ tenant, credential, secrets, clock, network, deadlineMs });
        case 'sandbox': {
          const customDomain = customDomainOf(tenant);
          const entrance = await enterSandbox(tenant);
          const at = (domain: string): PublicAddresses => ({
            jwksUrl: `${entrance.url}/${domain}${JWKS_PATH}`,
            metadataUrl: `${entrance.url}/${domain}${METADATA_PATH}`,
            canonicalJwksUrl: domain === customDomain ? `${entrance.url}/${tenant.domain}${JWKS_PATH}` : null,
          });
          return connectionOf(tenant, entrance, {
            first: at(customDomain),
            further: tenant.furtherDomains.map((domain) => ({ ...at(domain), ...issuerAt(tenant, domain) })),
          });
        }
        case 'auth0': {
          const places = { first: publicAddressesOf(tenant), further: furtherPlacesOf(tenant) };
          return connectionOf(tenant, await enterAuth0(tenant, credential), places);
        }
      }
    },
    async ownKeys(tenant) {
      if (!hasOwnKeys(tenant.endpoint)) {
        const problem = { code: 'no-own-keys' } as const;
        throw new CustodianError('INPUT_INVALID', { field: 'tenant', problem });
      }
      const { baseUrl, tokens } = isHere(tenant.endpoint) ? await enterSandbox(tenant) : await enterAuth0(tenant);
      return createOwnKeys({ baseUrl, tokens, fetch: bounded, clock });
    },
    sandboxStatus: () => sandbox.status(),
    sandboxTrouble: () => sandbox.trouble(),
    rehearseTrouble: (trouble) => sandbox.rehearse(trouble),
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

/** Those that must be there; `null` when any will do, because the public reads the set through an address of its own. */
const domainsOf = ({ customDomain, furtherDomains }: Tenant): (string | null)[] => [customDomain, ...furtherDomains];

/** `{…}/api/v2` -> `{…}/oauth/token`. */
function tokenUrlOf(baseUrl: string): string {
  return new URL('../../oauth/token', `${baseUrl.replace(/\/+$/, '')}/`).href;
}
