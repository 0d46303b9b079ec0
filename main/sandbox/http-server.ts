// The loopback side: node:http on 127.0.0.1, a limit on what is read, and nothing about tenants.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { CustodianError } from '../../shared/errors.ts';
import { type Answer, managementError } from './answers.ts';
import type { SandboxRequest } from './call.ts';

/** Bytes. Ten RSA-4096 keys with certificates are about 40 KiB. */
const MAX_BODY_BYTES = 256 * 1024;

export interface RunningServer {
  /** e.g. `http://127.0.0.1:4180` */
  url: string;
  close(): Promise<void>;
}

export const loopbackUrl = (port: number): string => `http://127.0.0.1:${port}`;

interface ListenOptions {
  /** 0 takes any free port. */
  port: number;
  /** A server in the background does not keep its process alive. */
  background: boolean;
}

export async function listen(
  answer: (request: SandboxRequest) => Promise<Answer>,
  { port, background }: ListenOptions,
): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing);
  });
  if (background) {
    server.on('connection', (socket) => socket.unref());
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    send(outgoing, await answerIncoming(incoming).catch(() => managementError(500, 'Internal error')));
  }

  async function answerIncoming(incoming: IncomingMessage): Promise<Answer> {
    const body = await readBody(incoming);
    return body === null ? managementError(413, 'The request body is too large.') : answer(asRequest(incoming, body));
  }

  const bound = await bind(server, port);
  if (background) {
    server.unref();
  }
  return {
    url: loopbackUrl(bound),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends the answer, or as much of it as arrives. */
export function send(outgoing: ServerResponse, { status, headers, body, cut }: Answer): void {
  switch (cut) {
    case undefined:
      outgoing.writeHead(status, headers).end(body);
      return;
    case 'unanswered':
      // TLS has no reset of its own.
      if (outgoing.socket instanceof TLSSocket) {
        outgoing.destroy();
      } else {
        outgoing.socket?.resetAndDestroy();
      }
      return;
    case 'halfway': {
      const bytes = Buffer.from(body, 'utf8');
      outgoing.writeHead(status, { ...headers, 'content-length': bytes.length });
      outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
    }
  }
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new CustodianError(
          'INPUT_INVALID',
          { field: 'port', problem: { code: cause.code === 'EADDRINUSE' ? 'port-in-use' : 'port-unusable', port } },
          { cause },
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** `null` when there is more than the limit; the rest is then read and dropped, so that the client gets its answer. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    }
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks);
}

function asRequest({ method, url, headers }: IncomingMessage, body: Buffer): SandboxRequest {
  return {
    method: method ?? '',
    target: url ?? '/',
    origin: `http://${headers.host ?? '127.0.0.1'}`,
    headers,
    body,
  };
}
