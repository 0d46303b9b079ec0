// Reads a public page the way a stranger does: over a connection of its own, without credentials, without redirects,
// within limits. Not `fetch`, because that reuses connections and so may hide that a new client would not get through.
import { createHash } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { CustodianError } from '../../shared/errors.ts';
import type { Exchange } from '../../shared/evidence.ts';
import { MAX_REMOTE_BYTES } from '../../shared/limits.ts';
import type { Clock } from '../core/ports/clock.ts';
import { refuseIfCancelled } from '../core/stopping.ts';
import { tooLarge } from './bounded-fetch.ts';
import { networkError } from './network-error.ts';
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

interface Limits {
  deadlineMs: number;
  /** Authorities (PEM) to trust instead of the machine's own. */
  trusted: string | undefined;
  signal?: AbortSignal | undefined;
}

/** The body of a 200 answer. Throws REMOTE_* codes, and CANCELLED. */
export async function fetchPublic(
  url: string,
  clock: Clock,
  { deadlineMs, trusted, signal }: Limits,
): Promise<PublicPage> {
  refuseIfCancelled(signal);
  const { host, protocol } = new URL(url);
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const response = await get(url, protocol === 'https:' ? https : http, {
      signal: AbortSignal.any(signal === undefined ? [deadline] : [deadline, signal]),
      ...(trusted !== undefined && { ca: trusted }),
    });
    const { statusCode: status = 0, headers } = response;
    if (status >= 300 && status < 400) {
      response.destroy();
      throw new CustodianError('REMOTE_MALFORMED', { host, detail: 'it answers with a redirect' });
    }
    const body = await readAtMost(response, MAX_REMOTE_BYTES, host);
    if (status !== 200) {
      throw refusalError({ host, status, body: null, headers: headersOf(response), clock, secrets: [] });
    }
    const sha256 = createHash('sha256').update(body).digest('hex');
    return {
      body,
      sha256,
      cacheControl: headers['cache-control'] ?? null,
      exchange: {
        method: 'GET',
        url,
        requestHeaders: { host, ...REQUEST_HEADERS },
        status,
        responseHeaders: publicHeaders(response),
        bodySha256: sha256,
      },
    };
  } catch (error) {
    if (error instanceof CustodianError) {
      throw error;
    }
    refuseIfCancelled(signal);
    throw deadline.aborted
      ? new CustodianError('REMOTE_TIMEOUT', { host, seconds: Math.ceil(deadlineMs / 1000) }, { cause: error })
      : networkError(error, host);
  }
}

function get(url: string, client: typeof http | typeof https, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // `agent: false` makes an agent for this one request, so the connection is new and is closed afterwards.
    client.get(url, { ...options, agent: false, headers: REQUEST_HEADERS }, resolve).once('error', reject);
  });
}

export async function readAtMost(response: IncomingMessage, limit: number, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      // Leaving the loop destroys the response and with it the connection.
      throw tooLarge(host, limit);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]));

function publicHeaders(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries([...headersOf(response)].filter(([name]) => name !== 'set-cookie'));
}
