// An answer as `fetch` gives it. What a server compressed unasked is read all the same; the recipient counts what comes out.
import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Statuses that have no body. */
const NO_BODY = new Set([101, 204, 205, 304]);

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Throws what `isNotHttp` knows. */
export function responseOf(incoming: IncomingMessage): Response {
  const { statusCode: status = 0 } = incoming;
  if (status < 200 || status > 599) {
    // RFC 9110 §15: there is no such class. The parser of Node.js lets every number through.
    throw new StrangeStatus(`status ${status}`);
  }
  const headers = headersOf(incoming);
  if (NO_BODY.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const decoder = DECODERS[headers.get('content-encoding')?.trim().toLowerCase() ?? '']?.();
  // Whatever ends one end of the pipeline ends the other; the reader sees the error.
  const body = decoder === undefined ? incoming : pipeline(incoming, decoder, () => undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node.js and the DOM have a type each for the same class
  const stream = Readable.toWeb(body) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(stream, { status, headers });
}

class StrangeStatus extends Error {}

/** What came is no HTTP: a status that means nothing, or what the parser of Node.js refuses, such as another protocol. */
export const isNotHttp = (error: unknown): boolean =>
  error instanceof StrangeStatus ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('HPE_'));

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]));
