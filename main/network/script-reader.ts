// Reads a proxy script at its address. It is read straight, since it says itself by which way to go; what is read serves for
// a while, because it is asked for with every request.
import { CustodianError } from '../../shared/errors.ts';
import { MAX_PROXY_SCRIPT_BYTES } from '../../shared/domain/network.ts';

const DEADLINE_MS = 5000;
const KEPT_MS = 10 * 60_000;

type ReadStraight = (address: string, signal: AbortSignal) => Promise<Response>;

/** Throws REMOTE_ROUTE_UNKNOWN. `now` in milliseconds. */
export function createScriptReader(read: ReadStraight, now: () => number): (address: string) => Promise<string> {
  let kept: { address: string; text: string; until: number } | null = null;
  return async (address) => {
    if (kept?.address === address && now() < kept.until) {
      return kept.text;
    }
    const text = await readAll(read, address).catch((error: unknown) => {
      const { host } = new URL(address);
      throw new CustodianError(
        'REMOTE_ROUTE_UNKNOWN',
        { host, detail: 'the proxy script cannot be read' },
        { cause: error },
      );
    });
    kept = { address, text, until: now() + KEPT_MS };
    return text;
  };
}

async function readAll(read: ReadStraight, address: string): Promise<string> {
  const response = await read(address, AbortSignal.timeout(DEADLINE_MS));
  if (response.status !== 200) {
    throw new TypeError(String(response.status));
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_PROXY_SCRIPT_BYTES) {
      throw new RangeError('too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
