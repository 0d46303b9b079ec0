// A JWK set as a plain document behind HTTP, as identity systems other than Auth0 offer it: read by everybody at one URL,
// written at another by whoever is let in. It knows ETags and refuses what is no public set.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export interface JwksServer {
  writeUrl: string;
  publicUrl: string;
  /** What the document is now; `null` when there is none. */
  document(): string | null;
  /** As another officer's change, past every check. */
  put(document: string): void;
  /** Method, conditions and body of every request to the write URL. */
  asked: { method: string; ifMatch: string | undefined; body: string }[];
  close(): Promise<void>;
}

interface Options {
  /** The Authorization header that lets a client in; anybody when left out. */
  authorization?: string;
  /** Speaks TLS. With `requestCert` only clients with a certificate get a connection. */
  tls?: ServerOptions;
  etags?: 'strong' | 'weak' | 'none';
}

const publicKey = z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), d: z.undefined().optional() });
const setSchema = z.object({ keys: z.array(publicKey).min(1).max(10) });

export async function startJwksServer({ authorization, tls, etags = 'strong' }: Options = {}): Promise<JwksServer> {
  let document: string | null = null;
  const asked: JwksServer['asked'] = [];

  const etagOf = (text: string): string => {
    const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
    return etags === 'weak' ? `W/${tag}` : tag;
  };

  function show(response: ServerResponse): void {
    if (document === null) {
      response.writeHead(404).end();
      return;
    }
    const etag = etags === 'none' ? {} : { etag: etagOf(document) };
    response.writeHead(200, { 'content-type': 'application/jwk-set+json', 'cache-control': 'max-age=60', ...etag });
    response.end(document);
  }

  function write({ method, headers }: IncomingMessage, response: ServerResponse, body: string): void {
    const ifMatch = headers['if-match'];
    if (authorization !== undefined && headers.authorization !== authorization) {
      response.writeHead(401).end(JSON.stringify({ error: `not let in: ${headers.authorization ?? ''}` }));
    } else if (method === 'GET') {
      show(response);
    } else if (ifMatch !== undefined && (document === null || ifMatch !== etagOf(document))) {
      response.writeHead(412).end();
    } else if (method === 'DELETE') {
      response.writeHead(document === null ? 404 : 204).end();
      document = null;
    } else if (setSchema.safeParse(parsed(body)).success) {
      document = body;
      response.writeHead(204).end();
    } else {
      response.writeHead(400).end(JSON.stringify({ message: 'not a public JWK set' }));
    }
  }

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (request.url === '/.well-known/jwks.json') {
        show(response);
        return;
      }
      asked.push({ method: request.method ?? '', ifMatch: request.headers['if-match'], body });
      write(request, response, body);
    });
  };

  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const base = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return {
    writeUrl: `${base}/admin/jwks`,
    publicUrl: `${base}/.well-known/jwks.json`,
    document: () => document,
    put(text) {
      document = text;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
