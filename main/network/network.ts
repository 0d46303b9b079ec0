// The one network client of window and command line: a connection of its own for each call, by the way that is set, with
// certificates always checked. It repeats nothing, follows nothing and keeps nothing.
import http, { type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import { REMOTE_DEADLINE_MS } from '../../shared/domain/limits.ts';
import type { Reached } from '../../shared/domain/network.ts';
import { networkError } from '../ports/network-error.ts';
import type { ClientCertificate, Network, RecordedProxy } from '../ports/network.ts';
import { authoritiesIn } from './authority-file.ts';
import { underAnyOf } from '../ports/stopping.ts';
import { connectTo } from './connect.ts';
import { isNotHttp, responseOf } from './response.ts';
import { createScriptReader } from './script-reader.ts';
import { createTrust } from './trust.ts';
import { type Account, routeOf, type Way } from './way.ts';
import { type ProxyResolver, waysTo } from './ways.ts';

export interface NetworkOptions {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  resolver: ProxyResolver | null;
  setting: () => RecordedProxy;
  /** Authorities (PEM) that a person named. */
  named: () => readonly string[];
  /** What the keychain has for this very proxy. */
  account: (proxy: string) => Promise<Account | null>;
}

interface Outgoing {
  url: URL;
  signal: AbortSignal;
  identity?: ClientCertificate | undefined;
}

export function createNetwork({ env, platform, resolver, setting, named, account }: NetworkOptions): Network {
  const trust = createTrust({ env, platform, named });
  const readStraight = async (address: string, signal: AbortSignal): Promise<Response> => {
    const outgoing = { url: new URL(address), signal };
    return send(new Request(address), await connect(outgoing, STRAIGHT), signal);
  };
  const readScript = createScriptReader(readStraight, Date.now);
  const waysFor = (url: URL): Promise<Way[]> => waysTo(url, { setting, env, resolver, readScript });

  const connect = ({ url, signal, identity }: Outgoing, way: Way): Promise<Socket> =>
    connectTo(url, {
      way,
      context: () => trust.context(identity),
      proxyContext: () => trust.context(),
      account: (proxy) => account(proxy.url.origin),
      signal,
    });

  /** By the first way that is open. Nothing was sent by one that is not, so trying the next repeats nothing. */
  async function connectSomehow(outgoing: Outgoing): Promise<{ socket: Socket; way: Way }> {
    const ways = await waysFor(outgoing.url);
    let failure: unknown = null;
    for (const way of ways) {
      try {
        return { socket: await connect(outgoing, way), way };
      } catch (error) {
        if (!isCustodianError(error, 'REMOTE_PROXY_UNREACHABLE')) {
          throw error;
        }
        failure ??= error;
      }
    }
    throw failure;
  }

  return {
    fetchAs: (identity) => async (input, init) => {
      const request = new Request(input, init);
      const signal = init?.signal ?? request.signal;
      const { socket } = await connectSomehow({ url: new URL(request.url), signal, identity });
      return send(request, socket, signal);
    },
    async routeTo(address) {
      const [way = STRAIGHT] = await waysFor(new URL(address));
      return routeOf(way);
    },
    async reach(address, stop) {
      const url = new URL(address);
      const deadline = AbortSignal.timeout(REMOTE_DEADLINE_MS);
      const signals = stop === undefined ? [deadline] : [deadline, stop];
      try {
        return await underAnyOf(signals, async (signal) => {
          const { socket, way } = await connectSomehow({ url, signal });
          return reachedOver(socket, way);
        });
      } catch (error) {
        if (isCustodianError(error)) {
          throw error;
        }
        const seconds = REMOTE_DEADLINE_MS / 1000;
        throw deadline.aborted
          ? new CustodianError('REMOTE_TIMEOUT', { host: url.host, seconds }, { cause: error })
          : networkError(error, url.host);
      }
    },
    authoritiesIn,
    trustedBeyond: () => {
      const { system, environment } = trust.found();
      return Promise.resolve({ system, environment });
    },
  };
}

const STRAIGHT: Way = { proxy: null, from: 'nothing', variable: null };

/** Once, over this connection, which ends with the answer. */
async function send(request: Request, socket: Socket, signal: AbortSignal): Promise<Response> {
  const { method, url, headers } = request;
  const { host, pathname, search } = new URL(url);
  try {
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = http.request({
        createConnection: () => socket,
        method,
        path: `${pathname}${search}`,
        headers: { ...Object.fromEntries(headers), host },
        signal,
      });
      outgoing.once('response', resolve).once('error', reject);
      // A change of protocol that nobody asked for (101) ends a request without a word.
      outgoing.once('close', () => reject(notHttp(host)));
      outgoing.end(body);
    });
    return responseOf(answer);
  } catch (error) {
    socket.destroy();
    throw isNotHttp(error) ? notHttp(host, error) : error;
  }
}

const notHttp = (host: string, cause?: unknown): CustodianError =>
  new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-http' } }, { cause });

/** The connection has served. */
function reachedOver(socket: Socket, way: Way): Reached {
  const inside = socket instanceof TLSSocket ? socket : null;
  const certificate = inside?.getPeerX509Certificate();
  const reached: Reached = {
    route: routeOf(way),
    tls: inside?.getProtocol() ?? null,
    issuer: certificate?.issuer.split('\n').join(', ') ?? null,
    endsAt: certificate === undefined ? null : new Date(certificate.validTo).toISOString(),
  };
  socket.destroy();
  return reached;
}
