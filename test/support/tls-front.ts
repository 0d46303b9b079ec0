// TLS in front of a plain HTTP server on loopback, as the world sees a tenant.
import { request as forward } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

interface TlsFront {
  /** e.g. `https://localhost:4443` */
  url: string;
  close(): Promise<void>;
}

export async function startTlsFront(target: string, tls: ServerOptions): Promise<TlsFront> {
  const server = createServer(tls, (incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const onward = forward(new URL(url, target), { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
