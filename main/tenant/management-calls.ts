// What all calls of the Management API through the official SDK share. The SDK would repeat a failed call, and not only
// those that are safe to repeat: a rotation answered too late would happen twice. So nothing is ever repeated.
import { isCustodianError } from '../../shared/errors.ts';
import { REMOTE_DEADLINE_MS } from '../../shared/domain/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/network.ts';
import type { TokenSource } from './client-credentials.ts';
import { sdkError } from './remote-errors.ts';

export interface ManagementAccess {
  /** e.g. `https://acme.eu.auth0.com/api/v2` */
  baseUrl: string;
  tokens: TokenSource;
  /** Must be bounded (bounded-fetch.ts). */
  fetch: Fetch;
  clock: Clock;
}

interface ClientOptions {
  baseUrl: string;
  token: () => Promise<string>;
  fetch: Fetch;
  maxRetries: number;
  timeoutInSeconds: number;
}

/** The fetch below has its own deadline; the SDK's is only there so that it never sets one of its own before it. */
const SDK_TIMEOUT_SECONDS = (REMOTE_DEADLINE_MS / 1000) * 2;

/** For a client of the SDK. Calls without these scopes are refused before they are made. */
export function clientOptions(
  { baseUrl, tokens, fetch }: Pick<ManagementAccess, 'baseUrl' | 'tokens' | 'fetch'>,
  scopes: readonly string[],
): ClientOptions {
  return {
    baseUrl,
    token: () => tokens.token(scopes),
    fetch,
    maxRetries: 0,
    timeoutInSeconds: SDK_TIMEOUT_SECONDS,
  };
}

/** Throws REMOTE_SCOPE_MISSING before anything is tried. */
export async function requireScopes(access: ManagementAccess, scopes: readonly string[]): Promise<void> {
  await managementCall(access, () => access.tokens.token(scopes));
}

/** Runs a call of the SDK; what goes wrong becomes a REMOTE_* code. A token that is not accepted is dropped. */
export async function managementCall<T>(
  { baseUrl, tokens, clock }: ManagementAccess,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const coded = sdkError(error, { host: new URL(baseUrl).host, clock, secrets: tokens.held() });
    if (isCustodianError(coded, 'REMOTE_UNAUTHORISED')) {
      tokens.forget();
    }
    throw coded;
  }
}
