// A fetch that shows a client certificate (mutual TLS). The built-in one cannot be given a key without bringing in another
// HTTP client, so this is node:https over a connection of its own that no other credential shares.
import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import { MAX_REMOTE_BYTES } from '../../shared/limits.ts';
import { type Fetch, NO_BODY } from './bounded-fetch.ts';
import { headersOf, readAtMost } from './public-fetch.ts';

interface ClientCertificate {
  /** PEM, with the chain when there is one. */
  certificate: string;
  /** PEM, unencrypted. */
  key: string;
  /** Authorities (PEM) to trust instead of the machine's own. */
  trusted?: string;
}

/** Takes a URL, a method, headers, a text as body and a signal; that is all its users have. */
export function clientCertificateFetch({ certificate, key, trusted }: ClientCertificate): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { method = 'GET', body, signal } = init;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = https.request(url, {
        method,
        headers: Object.fromEntries(new Headers(init.headers)),
        agent: false,
        cert: certificate,
        key,
        ...(trusted === undefined ? {} : { ca: trusted }),
        ...(signal instanceof AbortSignal ? { signal } : {}),
      });
      outgoing.once('response', resolve).once('error', reject);
      outgoing.end(typeof body === 'string' ? body : undefined);
    });
    const status = response.statusCode ?? 0;
    const content = await readAtMost(response, MAX_REMOTE_BYTES, url.host);
    return new Response(NO_BODY.has(status) ? null : Uint8Array.from(content), {
      status,
      headers: headersOf(response),
    });
  };
}
