// Custom keys are published at a custom domain and nowhere else (auth0.com/docs, "customer signing keys"). A tenant without
// one takes a set all the same and shows it to nobody, so this is asked before the first push.
import { CustomDomainsClient } from 'auth0/customDomains';
import { z } from 'zod';
import { SCOPES } from '../../shared/domain/tenant/scopes.ts';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import { remoteText } from './remote-text.ts';
import { clientOptions, type ManagementAccess, managementCall } from './management-calls.ts';

const domainsSchema = z.array(z.object({ domain: z.string(), status: z.string() })).max(1000);

/**
 * Throws DOMAIN_NOT_READY for the first of those that are `wanted` and not ready; `null` among them is any, because the public
 * reads the set through an address of its own. Without the scope to ask, nothing is known and nothing is held up.
 */
export async function requireReadyDomains(access: ManagementAccess, wanted: readonly (string | null)[]): Promise<void> {
  const { host } = new URL(access.baseUrl);
  const domains = await managementCall(access, async () => {
    const answer: unknown = await new CustomDomainsClient(clientOptions(access, SCOPES.readDomains)).list();
    const listed = domainsSchema.safeParse(answer);
    if (!listed.success) {
      throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-domains' } });
    }
    return listed.data;
  }).catch((error: unknown) => {
    if (isCustodianError(error, 'REMOTE_SCOPE_MISSING')) {
      return null;
    }
    throw error;
  });
  for (const name of domains === null ? [] : wanted) {
    const candidates = domains?.filter(({ domain }) => name === null || domain.toLowerCase() === name) ?? [];
    if (!candidates.some(({ status }) => status === 'ready')) {
      const said = candidates[0]?.status;
      const status = said === undefined ? null : remoteText(said, access.tokens.held());
      throw new CustodianError('DOMAIN_NOT_READY', { host, domain: name, status });
    }
  }
}
