import { boundedFetch } from '../../main/tenant/bounded-fetch.ts';
import { createTokenSource } from '../../main/tenant/client-credentials.ts';
import { createManagementEndpoint } from '../../main/tenant/management-endpoint.ts';
import { CUSTOM_DOMAIN, DOMAIN, makeSandbox, steppingClock } from '../unit/sandbox/open-sandbox.ts';
import { describePublishingEndpoint } from './publishing-endpoint-contract.ts';

describePublishingEndpoint('Management API of the sandbox', async () => {
  const sandbox = makeSandbox();
  const clock = steppingClock();
  const fetch = boundedFetch();
  const credential = await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
  const { url } = await sandbox.start();
  const tokens = createTokenSource({
    tokenUrl: `${url}/${DOMAIN}/oauth/token`,
    audience: `https://${DOMAIN}/api/v2/`,
    credential: async () => credential,
    fetch,
    clock,
  });
  return createManagementEndpoint({ baseUrl: `${url}/${DOMAIN}/api/v2`, tokens, fetch, clock });
});
