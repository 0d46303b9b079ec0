// A connection to a host, made for one request: straight or through a proxy's CONNECT (RFC 9110 §9.3.6), and TLS inside.
import { once } from 'node:events';
import http from 'node:http';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import tls, { type SecureContext, type TLSSocket } from 'node:tls';
import { CustodianError } from '../../shared/errors.ts';
import { networkError } from '../ports/network-error.ts';
import { hostOf, portOf } from './no-proxy.ts';
import type { Account, Proxy, Way } from './way.ts';

export interface Connecting {
  way: Way;
  /** For the host, perhaps with a client certificate. */
  context: () => SecureContext;
  /** For the proxy, which sees no client certificate. */
  proxyContext: () => SecureContext;
  account: (proxy: Proxy) => Promise<Account | null>;
  signal: AbortSignal;
}

/** Less than the deadline of a request, so that a proxy that is gone is named and another one can be tried. */
const PROXY_PATIENCE_MS = 5000;

/** Throws REMOTE_PROXY_* codes, or what a socket throws. */
export async function connectTo(url: URL, options: Connecting): Promise<Socket> {
  const { way, context, signal } = options;
  const raw = way.proxy === null ? await openTcp(url, signal) : await openTunnel(url, way.proxy, options);
  return url.protocol === 'https:' ? secure(raw, url, context(), signal) : raw;
}

/** `patienceMs`: how long the connection itself may take, apart from the deadline of the whole. */
async function openTcp(url: URL, signal: AbortSignal, patienceMs = 0): Promise<Socket> {
  signal.throwIfAborted();
  const socket = guarded(connectTcp({ host: hostOf(url), port: portOf(url) }), signal);
  socket.setTimeout(patienceMs, () => {
    socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
  });
  await once(socket, 'connect');
  return socket.setTimeout(0);
}

/** Checks the certificate, whatever the environment says: that is stated, not left to a default that a variable changes. */
async function secure(socket: Socket, url: URL, context: SecureContext, signal: AbortSignal): Promise<TLSSocket> {
  const host = hostOf(url);
  const inside = guarded(
    tls.connect({
      socket,
      secureContext: context,
      // SECURITY: NODE_TLS_REJECT_UNAUTHORIZED changes the default of this only.
      rejectUnauthorized: true,
      checkServerIdentity: tls.checkServerIdentity,
      host,
      // RFC 6066 §3: an address is no server name.
      servername: isIP(host) === 0 ? host : '',
    }),
    signal,
  );
  try {
    await once(inside, 'secureConnect');
    return inside;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function openTunnel(url: URL, proxy: Proxy, options: Connecting): Promise<Socket> {
  const { signal, proxyContext } = options;
  const account = proxy.account ?? (await options.account(proxy));
  const raw = await openTcp(proxy.url, signal, PROXY_PATIENCE_MS).catch((error: unknown) => {
    signal.throwIfAborted();
    throw lost(error, url, proxy);
  });
  const toProxy = proxy.url.protocol === 'https:' ? await secureProxy(raw, proxy, proxyContext(), signal) : raw;
  const target = `${isIP(hostOf(url)) === 6 ? `[${hostOf(url)}]` : hostOf(url)}:${portOf(url)}`;
  const { status, challenge, early } = await ask(toProxy, target, account, signal).catch((error: unknown) => {
    toProxy.destroy();
    signal.throwIfAborted();
    throw lost(error, url, proxy);
  });
  if (status >= 200 && status < 300 && !early) {
    return toProxy;
  }
  toProxy.destroy();
  throw refusal({ host: url.host, proxy: proxy.url.origin, status, challenge, known: account !== null });
}

/** What is wrong with the proxy’s own certificate is told of the proxy, not of the host behind it. */
function secureProxy(socket: Socket, { url }: Proxy, context: SecureContext, signal: AbortSignal): Promise<Socket> {
  return secure(socket, url, context, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw networkError(error, url.host);
  });
}

const lost = (error: unknown, { host }: URL, { url }: Proxy): CustodianError =>
  new CustodianError(
    'REMOTE_PROXY_UNREACHABLE',
    { host, proxy: url.origin, detail: networkError(error, url.host).facts.detail },
    { cause: error },
  );

interface Answer {
  status: number;
  /** Ways to prove who one is, as the proxy names them. */
  challenge: string;
  /** It spoke before it was asked anything: what follows could not be told from the host’s own words. */
  early: boolean;
}

/** The head of the answer is bounded by the parser of Node.js (16 KiB), its time by the signal. */
function ask(socket: Socket, target: string, account: Account | null, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(account && { 'proxy-authorization': `Basic ${basic(account)}` }) },
      createConnection: () => socket,
      signal,
    });
    request.once('connect', ({ statusCode = 0, headers }, _socket, head) => {
      resolve({ status: statusCode, challenge: headers['proxy-authenticate'] ?? '', early: head.length > 0 });
    });
    request.once('error', reject);
    request.end();
  });
}

/** RFC 7617 §2: user and password in UTF-8, joined by a colon. */
const basic = ({ user, password }: Account): string => Buffer.from(`${user}:${password}`, 'utf8').toString('base64');

interface Refused {
  host: string;
  proxy: string;
  status: number;
  challenge: string;
  /** Credentials were sent. */
  known: boolean;
}

function refusal({ host, proxy, status, challenge, known }: Refused): CustodianError {
  if (status !== 407) {
    return new CustodianError('REMOTE_PROXY_REFUSED', { host, proxy, status });
  }
  const detail =
    challenge !== '' && !/\bbasic\b/i.test(challenge)
      ? 'it takes no user and password, only a kind of login that is not spoken here'
      : known
        ? 'it does not accept the user and password that it was given'
        : 'it wants a user and password';
  return new CustodianError('REMOTE_PROXY_UNAUTHORISED', { host, proxy, detail });
}

/** Ends with the signal. An error that comes while nobody waits for the socket must not end the program. */
function guarded<S extends Socket>(socket: S, signal: AbortSignal): S {
  socket.on('error', () => undefined);
  return addAbortSignal(signal, socket);
}
