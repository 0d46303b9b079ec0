import { onTestFinished } from 'vitest';
import type { PublishingEndpoint } from '../../main/ports/tenants.ts';
import { boundedFetch } from '../../main/tenant/bounded-fetch.ts';
import { direct } from '../support/network.ts';
import { createTokenSource } from '../../main/tenant/client-credentials.ts';
import { createJwksEndpoint } from '../../main/tenant/jwks-endpoint.ts';
import { createManagementEndpoint } from '../../main/tenant/management-endpoint.ts';
import { startJwksServer } from '../support/jwks-server.ts';
import { CUSTOM_DOMAIN, DOMAIN, makeSandbox, steppingClock } from '../unit/sandbox/open-sandbox.ts';
import { describePublishingEndpoint } from './publishing-endpoint-contract.ts';

async function managementEndpoint(): Promise<PublishingEndpoint> {
  const sandbox = makeSandbox();
  const clock = steppingClock();
  const fetch = boundedFetch(direct);
  const credential = await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
  const { url } = await sandbox.start();
  const tokens = createTokenSource({
    tokenUrl: `${url}/${DOMAIN}/oauth/token`,
    audience: `https://${DOMAIN}/api/v2/`,
    prove: async () => ({
      members: { client_id: credential.clientId, client_secret: credential.clientSecret },
      secrets: [],
    }),
    fetch,
    clock,
  });
  return createManagementEndpoint({ baseUrl: `${url}/${DOMAIN}/api/v2`, tokens, fetch, clock });
}

async function jwksEndpoint(): Promise<PublishingEndpoint> {
  const server = await startJwksServer({ authorization: 'Bearer t' });
  onTestFinished(server.close);
  return createJwksEndpoint({
    url: server.writeUrl,
    authorization: 'Bearer t',
    fetch: boundedFetch(direct),
    clock: steppingClock(),
    secrets: ['t'],
  });
}

describePublishingEndpoint('Management API of the sandbox', managementEndpoint, { takesEd25519: false, limited: true });
describePublishingEndpoint('a JWK set at a URL', jwksEndpoint, { takesEd25519: true, limited: false });
