// The custom signing keys of an Auth0 tenant, through the official SDK. The SDK writes JSON of its own, which is not
// acceptable for a call that replaces everything: it goes out once, byte by byte as it was previewed.
import { CustomSigningClient } from 'auth0/keys/customSigning';
import { z } from 'zod';
import { SCOPES } from '../../shared/domain/tenant/scopes.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { RemoteKey } from '../../shared/domain/published-set/publication.ts';
import type { PublishingEndpoint } from '../ports/tenants.ts';
import { refuseIfCancelled, unlessCancelled } from '../ports/stopping.ts';
import type { Fetch } from '../ports/network.ts';
import { clientOptions, type ManagementAccess, managementCall } from './management-calls.ts';
import { sdkRefusal } from './remote-errors.ts';
import { readKeySet } from './key-set.ts';

/** The body by which the Management API itself says 404, unlike a server that knows nothing of it. */
const notFoundSchema = z.object({ statusCode: z.literal(404) });

export function createManagementEndpoint(access: ManagementAccess): PublishingEndpoint {
  const { baseUrl, tokens, fetch } = access;
  const { host } = new URL(baseUrl);

  const clientFor = (scopes: readonly string[], fetchFn: Fetch): CustomSigningClient =>
    new CustomSigningClient(clientOptions({ baseUrl, tokens, fetch: fetchFn }, scopes));

  return {
    beside: () => ({ members: {}, inexact: [] }),

    read(signal) {
      return unlessCancelled(signal, (own) =>
        managementCall(access, async (): Promise<RemoteKey[]> => {
          // What the SDK makes of the answer is not looked at: the text alone shows what a key really holds.
          let text = '';
          const noting: Fetch = async (input, init) => {
            const response = await fetch(input, init);
            text = await response.clone().text();
            return response;
          };
          const there = await clientFor(SCOPES.readSet, noting)
            .get(own === undefined ? {} : { abortSignal: own })
            .then(
              () => true,
              (error: unknown) => {
                if (notFoundSchema.safeParse(sdkRefusal(error)?.body).success) {
                  return false;
                }
                throw error;
              },
            );
          const set = there ? readKeySet(text) : { keys: [] };
          if (set === null) {
            throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-keys' } });
          }
          return set.keys;
        }),
      );
    },

    /** Can be cancelled until it is sent; after that nobody could say what happened, so it is waited for. */
    replace(body, signal) {
      return managementCall(access, async () => {
        refuseIfCancelled(signal);
        if (body === null) {
          await clientFor(SCOPES.clearSet, fetch).delete();
          return;
        }
        const asGiven: Fetch = (input, init) => fetch(input, { ...init, body });
        // The SDK wants a value that it can write down; what it writes is not sent.
        await clientFor(SCOPES.replaceSet, asGiven).set({ keys: [] });
      });
    },
  };
}
