// The custom signing keys of an Auth0 tenant, through the official SDK. The SDK would repeat a failed PUT or DELETE,
// and writes JSON of its own; neither is acceptable for a call that replaces everything: it goes out once, byte by
// byte as it was previewed.
import { CustomSigningClient } from 'auth0/keys/customSigning';
import { z } from 'zod';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import { REMOTE_DEADLINE_MS } from '../../shared/limits.ts';
import type { Clock, PublishingEndpoint } from '../core/ports.ts';
import type { Fetch } from './bounded-fetch.ts';
import { refuseIfCancelled } from './cancelled.ts';
import type { TokenSource } from './client-credentials.ts';
import { sdkError, sdkRefusal } from './remote-errors.ts';
import { keySetSchema, toRemoteKey } from './remote-key.ts';

interface ManagementEndpointOptions {
  /** e.g. `https://acme.eu.auth0.com/api/v2` */
  baseUrl: string;
  tokens: TokenSource;
  /** Must be bounded (bounded-fetch.ts). */
  fetch: Fetch;
  clock: Clock;
}

const READ = ['read:custom_signing_keys'];
const REPLACE = ['create:custom_signing_keys', 'update:custom_signing_keys'];
const CLEAR = ['delete:custom_signing_keys'];

/** The fetch below has its own deadline; the SDK's is only there so that it never sets one of its own before it. */
const SDK_TIMEOUT_SECONDS = (REMOTE_DEADLINE_MS / 1000) * 2;

/** The body by which the Management API itself says 404, unlike a server that knows nothing of it. */
const notFoundSchema = z.object({ statusCode: z.literal(404) });

export function createManagementEndpoint({
  baseUrl,
  tokens,
  fetch,
  clock,
}: ManagementEndpointOptions): PublishingEndpoint {
  const { host } = new URL(baseUrl);

  const clientFor = (scopes: readonly string[], fetchFn: Fetch): CustomSigningClient =>
    new CustomSigningClient({
      baseUrl,
      token: () => tokens.token(scopes),
      fetch: fetchFn,
      maxRetries: 0,
      timeoutInSeconds: SDK_TIMEOUT_SECONDS,
    });

  async function call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const coded = sdkError(error, { host, clock, secrets: tokens.held() });
      if (isCustodianError(coded, 'REMOTE_UNAUTHORISED')) {
        tokens.forget();
      }
      throw coded;
    }
  }

  return {
    read(signal) {
      return call(async () => {
        refuseIfCancelled(signal);
        const answer: unknown = await clientFor(READ, fetch)
          .get(signal === undefined ? {} : { abortSignal: signal })
          .catch((error: unknown) => {
            refuseIfCancelled(signal);
            if (notFoundSchema.safeParse(sdkRefusal(error)?.body).success) {
              return { keys: [] };
            }
            throw error;
          });
        const set = keySetSchema.safeParse(answer);
        if (!set.success) {
          throw new CustodianError('REMOTE_MALFORMED', { host, detail: 'its answer is not a set of keys' });
        }
        return Promise.all(set.data.keys.map(toRemoteKey));
      });
    },

    /** Can be cancelled until it is sent; after that nobody could say what happened, so it is waited for. */
    replace(body, signal) {
      return call(async () => {
        refuseIfCancelled(signal);
        if (body === null) {
          await clientFor(CLEAR, fetch).delete();
          return;
        }
        const asGiven: Fetch = (input, init) => fetch(input, { ...init, body });
        // The SDK wants a value that it can write down; what it writes is not sent.
        await clientFor(REPLACE, asGiven).set({ keys: [] });
      });
    },
  };
}
