// The sandbox is for this machine alone: it answers on the loopback address and on no other of the machine's.
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { listen } from '../../../main/sandbox/http-server.ts';

const NOTHING = async () => ({ status: 200, headers: {}, body: '' });

function opens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

it('listens on loopback only', async () => {
  const server = await listen(NOTHING, { port: 0, background: true });
  const { hostname, port } = new URL(server.url);
  // Every address in 127/8 is this machine's, so one of them shows what a server on all addresses would answer.
  const others = Object.values(networkInterfaces()).flatMap((found) => (found ?? []).map(({ address }) => address));
  const reached = [];
  for (const candidate of ['127.0.0.2', ...others.filter((other) => other !== hostname)]) {
    if (await opens(candidate, Number(port))) {
      reached.push(candidate);
    }
  }
  expect([await opens(hostname, Number(port)), reached]).toEqual([true, []]);
  await server.close();
});
