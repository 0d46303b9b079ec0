// A remote that answers as told and remembers, byte for byte, what it was asked. Closed when the test ends.
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { closePort, openPort } from '../../support/ports.ts';

export interface Asked {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface StubServer {
  url: string;
  host: string;
  asked: Asked[];
  /** How many connections were made. */
  connections(): number;
}

export type Respond = (asked: Asked, response: ServerResponse) => void;

/** Over TLS when it is given a key and a certificate (PEM). */
export async function stubServer(respond: Respond, tls?: { key: string | Buffer; cert: string }): Promise<StubServer> {
  const asked: Asked[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const entry = { method, target: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      asked.push(entry);
      respond(entry, response);
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.on('connection', () => {
    connections += 1;
  });
  const port = await openPort(server);
  onTestFinished(() => closePort(server));
  const host = `127.0.0.1:${port}`;
  return { url: `${tls === undefined ? 'http' : 'https'}://${host}`, host, asked, connections: () => connections };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The address of a port on which nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  const port = await openPort(server);
  await closePort(server);
  return `http://127.0.0.1:${port}`;
}
