// A fetch that remembers, for the calls to one tenant, what went out and what came back.
import type { Exchange } from './conformance.ts';

interface Recording {
  fetch: typeof globalThis.fetch;
  exchanges: Exchange[];
}

/** `domain` is the first segment of the path, as the sandbox names tenants. */
export function recordingFetch(domain: string): Recording {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    async fetch(input, init) {
      const request = new Request(input, init);
      const requestBody = await request.clone().text();
      const response = await fetch(input, init);
      const { status, headers } = response;
      exchanges.push({
        method: request.method,
        path: new URL(request.url).pathname.replace(`/${domain}`, ''),
        requestHeaders: request.headers,
        requestBody,
        status,
        responseHeaders: headers,
        responseBody: await response.clone().text(),
      });
      return response;
    },
  };
}
