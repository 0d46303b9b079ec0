// A fetch for remote endpoints: one deadline over the whole exchange, a limit on the answer, no redirects (a token
// must not follow one). The answer is read completely before it is handed on. Failures are REMOTE_* codes.
import type { AnswerProblem } from '../../shared/problems/answer.ts';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_REMOTE_BYTES, REMOTE_DEADLINE_MS } from '../../shared/domain/limits.ts';
import { networkError } from '../ports/network-error.ts';
import type { Fetch } from '../ports/network.ts';
import { underAnyOf } from '../ports/stopping.ts';

/** Statuses that have no body. */
const NO_BODY = new Set([101, 204, 205, 304]);

const MAX_ADDRESS = 200;

const FIRST_BYTES = 16 * 1024;

export function boundedFetch(fetch: Fetch, deadlineMs = REMOTE_DEADLINE_MS): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { host } = url;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signals = [deadline, ...(init?.signal instanceof AbortSignal ? [init.signal] : [])];
    try {
      return await underAnyOf(signals, async (signal) => {
        const response = await fetch(input, { ...init, redirect: 'manual', signal });
        if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
          await response.body?.cancel();
          throw new CustodianError('REMOTE_MALFORMED', { host, detail: redirected(response, url) });
        }
        const body = await readAtMost(response, MAX_REMOTE_BYTES, host);
        // A connection that is left looks like the end of an answer that states no length.
        signal.throwIfAborted();
        const { status, headers } = response;
        return new Response(NO_BODY.has(status) ? null : body, { status, headers });
      });
    } catch (error) {
      if (error instanceof CustodianError) {
        throw error;
      }
      throw deadline.aborted
        ? new CustodianError('REMOTE_TIMEOUT', { host, seconds: Math.ceil(deadlineMs / 1000) }, { cause: error })
        : networkError(error, host);
    }
  };
}

/** Where it points, without what may be secret in it. Nobody goes there. */
function redirected({ headers }: Response, from: URL): AnswerProblem {
  const location = headers.get('location') ?? '';
  if (!URL.canParse(location, from.href)) {
    return { code: 'redirect', to: null };
  }
  const { origin, pathname } = new URL(location, from);
  return { code: 'redirect', to: origin === 'null' ? null : `${origin}${pathname}`.slice(0, MAX_ADDRESS) };
}

async function readAtMost(response: Response, limit: number, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream: AsyncIterable<Uint8Array> | null = response.body;
  // In one piece: kept as it comes, an answer in chunks of one byte took a thousand times its size.
  let body = new Uint8Array(FIRST_BYTES);
  let size = 0;
  for await (const chunk of stream ?? []) {
    const end = size + chunk.byteLength;
    if (end > limit) {
      // Leaving the loop ends the connection.
      throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'too-large', most: limit } });
    }
    if (end > body.byteLength) {
      const former = body;
      body = new Uint8Array(Math.max(end, former.byteLength * 2));
      body.set(former);
    }
    body.set(chunk, size);
    size = end;
  }
  return body.slice(0, size);
}
