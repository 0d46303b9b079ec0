// A JWK set (RFC 7517 §5) as a plain document at a URL, for identity systems other than Auth0: GET reads it, PUT replaces
// it, DELETE removes it. The server's ETag guards a change against another officer's in between (RFC 9110 §13.1.1); where there
// is no document yet, `If-None-Match: *` does. What stands beside the keys belongs to others.
import { parseJson } from '../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { PublishingEndpoint } from '../ports/tenants.ts';
import type { Beside } from '../../shared/domain/published-set/publication.ts';
import { refuseIfCancelled } from '../ports/stopping.ts';
import type { Fetch } from '../ports/network.ts';
import { refusalError } from './remote-errors.ts';
import { readKeySet } from './key-set.ts';

interface JwksEndpointOptions {
  /** Where the set is written; not necessarily where the public reads it. */
  url: string;
  /** The Authorization header; `null` when the connection itself says who we are. */
  authorization: string | null;
  /** Must be bounded (bounded-fetch.ts). */
  fetch: Fetch;
  clock: Clock;
  /** What must not appear in an error, whatever the server echoes. */
  secrets: readonly string[];
}

export function createJwksEndpoint({
  url,
  authorization,
  fetch,
  clock,
  secrets,
}: JwksEndpointOptions): PublishingEndpoint {
  const { host } = new URL(url);
  /** Of the set as it was read last: a change that follows is bound to that. */
  let etag: string | null = null;
  /** There was no document: only a creation is meant, so one that somebody else made meanwhile is not overwritten. */
  let absent = false;
  let beside: Beside = NOTHING;

  function send(method: string, more: { headers?: Record<string, string>; body?: string; signal?: AbortSignal } = {}) {
    const headers = {
      accept: 'application/jwk-set+json, application/json',
      // A server that compresses on the way weakens its ETag, and a weak one guards nothing.
      'accept-encoding': 'identity',
      ...(authorization === null ? {} : { authorization }),
      ...more.headers,
    };
    return fetch(url, { ...more, method, headers });
  }

  async function refusal(response: Response): Promise<CustodianError> {
    const body = parsed(await response.text());
    return refusalError({ host, status: response.status, body, headers: response.headers, clock, secrets });
  }

  return {
    async read(signal) {
      refuseIfCancelled(signal);
      const response = await send('GET', signal === undefined ? {} : { signal }).catch((error: unknown) => {
        refuseIfCancelled(signal);
        throw error;
      });
      etag = null;
      beside = NOTHING;
      absent = isGone(response.status);
      if (absent) {
        return [];
      }
      if (response.status !== 200) {
        throw await refusal(response);
      }
      const set = readKeySet(await response.text());
      if (set === null) {
        throw new CustodianError('REMOTE_MALFORMED', { host, detail: 'its answer is not a JWK set' });
      }
      etag = strong(response.headers.get('etag'));
      beside = set.beside;
      return set.keys;
    },

    beside: () => beside,

    /** Can be cancelled until it is sent; after that nobody could say what happened, so it is waited for. */
    async replace(body, signal) {
      refuseIfCancelled(signal);
      // RFC 9110 §13.1.2: `*` means that nothing may be there.
      const creates: Record<string, string> = absent && body !== null ? { 'if-none-match': '*' } : {};
      const guard = etag === null ? creates : { 'if-match': etag };
      etag = null;
      absent = false;
      const response =
        body === null
          ? await send('DELETE', { headers: guard })
          : await send('PUT', { headers: { ...guard, 'content-type': 'application/json' }, body });
      // What is to be removed and is not there is removed.
      if (!response.ok && !(body === null && isGone(response.status))) {
        throw await refusal(response);
      }
    },
  };
}

const NOTHING: Beside = { members: {}, inexact: [] };

const isGone = (status: number): boolean => status === 404 || status === 410;

/** If-Match compares strongly, so a weak ETag could never match. */
const strong = (etag: string | null): string | null => (etag !== null && /^"[^"]*"$/.test(etag) ? etag : null);

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
