// Reads a public page the way a stranger does: over a connection of its own, without credentials, without redirects,
// within limits. The network makes a new connection for every call, so nothing hides that a new client would not get through.
import { createHash } from 'node:crypto';
import type { Exchange } from '../../shared/domain/evidence/evidence.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/network.ts';
import { refuseIfCancelled } from '../ports/stopping.ts';
import { refusalError } from './remote-errors.ts';

const REQUEST_HEADERS = { accept: 'application/json', 'cache-control': 'no-cache' };

export interface PublicPage {
  body: Buffer;
  /** Lower-case hex. */
  sha256: string;
  /** Verbatim; `null` when the header is missing. */
  cacheControl: string | null;
  /** What was asked and answered, for the record. */
  exchange: Exchange;
}

interface Outside {
  clock: Clock;
  /** Must be bounded (bounded-fetch.ts). */
  fetch: Fetch;
  signal?: AbortSignal | undefined;
}

/** The body of a 200 answer. Throws REMOTE_* codes, and CANCELLED. */
export async function fetchPublic(url: string, { clock, fetch, signal }: Outside): Promise<PublicPage> {
  refuseIfCancelled(signal);
  const { host } = new URL(url);
  const response = await fetch(url, { headers: REQUEST_HEADERS, signal: signal ?? null }).catch((error: unknown) => {
    refuseIfCancelled(signal);
    throw error;
  });
  const { status, headers } = response;
  if (status !== 200) {
    throw refusalError({ host, status, body: null, headers, clock, secrets: [] });
  }
  const body = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(body).digest('hex');
  return {
    body,
    sha256,
    cacheControl: headers.get('cache-control'),
    exchange: {
      method: 'GET',
      url,
      requestHeaders: { host, ...REQUEST_HEADERS },
      status,
      responseHeaders: Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie')),
      bodySha256: sha256,
    },
  };
}
