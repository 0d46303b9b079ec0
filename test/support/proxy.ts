// A forward proxy on loopback, as companies have them: plain or over TLS, with or without a login, kind or hostile. Names
// that exist nowhere lead to the port it was told, so that only what goes through it arrives.
import http, { type IncomingMessage } from 'node:http';
import https, { type ServerOptions } from 'node:https';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { openPort } from './ports.ts';

export interface TestProxy {
  /** `http://127.0.0.1:port`, or `https://localhost:port` over TLS. */
  url: string;
  /** Every CONNECT: where to, and the credentials that came with it. */
  asked: { target: string; authorization: string | null }[];
  close(): Promise<void>;
}

interface ProxyOptions {
  /** The port on this machine to which every tunnel leads. */
  to: number;
  tls?: ServerOptions;
  /** `Basic …`, without which nobody passes. */
  login?: string;
  /** What it says to who is not let in. */
  challenge?: string;
  /** Answers in place of a tunnel. */
  instead?: (socket: Duplex) => void;
}

export async function startProxy({
  to,
  tls,
  login,
  challenge = 'Basic realm="corp"',
  instead,
}: ProxyOptions): Promise<TestProxy> {
  const asked: TestProxy['asked'] = [];
  const open = new Set<Duplex>();
  const server = tls === undefined ? http.createServer() : https.createServer(tls);
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const authorization = request.headers['proxy-authorization'] ?? null;
    asked.push({ target: request.url ?? '', authorization });
    open.add(socket);
    socket.on('error', () => undefined);
    if (login !== undefined && authorization !== login) {
      socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${challenge}\r\n\r\n`);
    } else if (instead !== undefined) {
      instead(socket);
    } else {
      tunnel(socket, to, open);
    }
  });
  server.on('connection', (socket: Socket) => open.add(socket));
  const port = await openPort(server);
  return {
    url: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        open.forEach((socket) => socket.destroy());
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tunnel(socket: Duplex, to: number, open: Set<Duplex>): void {
  const onward = connect(to, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    onward.pipe(socket).pipe(onward);
  });
  open.add(onward);
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}

/** A port that takes connections and never says a word. */
export async function startSilence(): Promise<{ url: string; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
  });
  const port = await openPort(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        open.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
}
