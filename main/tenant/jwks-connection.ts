// The way to a JWK set at a URL: where it is written, where the public reads it, and who we are there.
import { CustodianError } from '../../shared/errors.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import { type Credential, endpointUrlOf, readCredential } from '../ports/credential.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { TenantConnection } from '../ports/tenants.ts';
import { furtherPlacesOf, issuerAt, publicAddressesOf } from '../../shared/domain/tenant/public-addresses.ts';
import type { Fetch, Network } from '../ports/network.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { createJwksEndpoint } from './jwks-endpoint.ts';

interface JwksConnectionOptions {
  tenant: Tenant;
  /** Read from the keychain when it is not given. */
  credential: Credential | undefined;
  secrets: SecretBox;
  clock: Clock;
  network: Pick<Network, 'fetchAs'>;
  deadlineMs: number | undefined;
}

interface Entrance {
  authorization: string | null;
  fetch: Fetch;
  secrets: readonly string[];
}

/** Throws PUBLISH_NOT_CONFIGURED and says what is missing. */
export async function connectToJwks(options: JwksConnectionOptions): Promise<TenantConnection> {
  const { tenant, credential, secrets, clock } = options;
  const url = endpointUrlOf(tenant);
  const addresses = publicAddressesOf(tenant);
  const entrance = entranceWith(credential ?? (await readCredential(secrets, tenant)), options);
  if (entrance.authorization === null && !url.startsWith('https:')) {
    throw new CustodianError('PUBLISH_NOT_CONFIGURED', {
      tenant: tenant.name,
      missing: 'https-for-client-certificate',
    });
  }
  return {
    endpoint: createJwksEndpoint({ url, clock, ...entrance }),
    ...addresses,
    ...issuerAt(tenant, tenant.customDomain ?? tenant.domain),
    further: furtherPlacesOf(tenant),
    preflight: () => Promise.resolve(),
  };
}

function entranceWith(
  credential: Credential,
  { network, deadlineMs }: Pick<JwksConnectionOptions, 'network' | 'deadlineMs'>,
): Entrance {
  const bounded = boundedFetch(network.fetchAs(), deadlineMs);
  switch (credential.kind) {
    case 'token':
      return { authorization: `Bearer ${credential.token}`, fetch: bounded, secrets: [credential.token] };
    case 'basic': {
      // RFC 7617 §2: user and password in UTF-8, joined by a colon.
      const pair = Buffer.from(`${credential.user}:${credential.password}`, 'utf8').toString('base64');
      return { authorization: `Basic ${pair}`, fetch: bounded, secrets: [pair, credential.password] };
    }
    case 'client-certificate':
      return { authorization: null, fetch: boundedFetch(network.fetchAs(credential), deadlineMs), secrets: [] };
    case 'client-secret':
    case 'private-key-jwt':
      // Not taken by this kind of tenant: `readCredential` never gives it.
      throw new TypeError(credential.kind);
  }
}
