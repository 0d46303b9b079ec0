// TLS in front of a plain HTTP server on loopback, as the world sees a tenant.
import { request as forward } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { closePort, openPort } from './ports.ts';

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
  const port = await openPort(server);
  return {
    url: `https://localhost:${port}`,
    close: () => closePort(server),
  };
}
