// A JWK set as a plain document behind HTTP, as identity systems other than Auth0 offer it: read by everybody at one URL,
// written at another by whoever is let in. It knows ETags, refuses what is no public set, and goes wrong as told.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { z } from 'zod';
import type { Clock } from '../../main/ports/clock.ts';
import type { Answer } from '../../main/sandbox/answers.ts';
import { disturb, type FaultSource, NO_FAULTS } from '../../main/sandbox/faults.ts';
import { send } from '../../main/sandbox/http-server.ts';
import type { Gate } from './gate.ts';
import { closePort, openPort } from './ports.ts';

export interface JwksServer {
  writeUrl: string;
  publicUrl: string;
  /** What the document is now; `null` when there is none. */
  document(): string | null;
  /** As another officer's change, past every check. */
  put(document: string): void;
  /** Method, conditions and body of every request to the write URL. */
  asked: { method: string; ifMatch: string | undefined; ifNoneMatch: string | undefined; body: string }[];
  close(): Promise<void>;
}

interface Options {
  /** The Authorization header that lets a client in; anybody when left out. */
  authorization?: string;
  /** Speaks TLS. With `requestCert` only clients with a certificate get a connection. */
  tls?: ServerOptions;
  etags?: 'strong' | 'weak' | 'none';
  /** By method and path: `/admin/jwks` and `/.well-known/jwks.json`. */
  faults?: FaultSource;
  /** Passed by every request before it has an effect and again before it is answered: `before PUT /admin/jwks`. */
  gate?: Gate;
  /** By which a limited client is told when to come back. */
  clock?: Clock;
  /** What becomes of a document that is written. */
  keeps?: (document: string) => string;
  /** Whom the metadata beside the set names; there is none when left out. */
  issuer?: string;
  /** For so many readings after a change the former document is still shown. */
  staleReadings?: () => number;
}

const PUBLIC_PATH = '/.well-known/jwks.json';
const METADATA_PATH = '/.well-known/openid-configuration';
const WRITE_PATH = '/admin/jwks';

const publicKey = z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), d: z.undefined().optional() });
const setSchema = z.object({ keys: z.array(publicKey) });

export async function startJwksServer(options: Options = {}): Promise<JwksServer> {
  const { authorization, tls, etags = 'strong', faults = NO_FAULTS, clock = { now: () => new Date() }, gate } = options;
  const { keeps = (text) => text, staleReadings = () => 0, issuer } = options;
  let stale = 0;
  let document: string | null = null;
  let former: string | null = null;
  const asked: JwksServer['asked'] = [];

  const etagOf = (text: string): string => {
    const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
    return etags === 'weak' ? `W/${tag}` : tag;
  };

  function change(to: string | null): void {
    former = document;
    document = to === null ? null : keeps(to);
    stale = staleReadings();
  }

  function shown(): string | null {
    stale = Math.max(0, stale - 1);
    return stale > 0 ? former : document;
  }

  function show(text = shown()): Answer {
    if (text === null) {
      return plain(404);
    }
    const etag: Record<string, string> = etags === 'none' ? {} : { etag: etagOf(text) };
    const headers = { 'content-type': 'application/jwk-set+json', 'cache-control': 'max-age=60', ...etag };
    return { status: 200, headers, body: text };
  }

  function write({ method, headers }: IncomingMessage, body: string): Answer {
    const ifMatch = headers['if-match'];
    if (authorization !== undefined && headers.authorization !== authorization) {
      return plain(401, JSON.stringify({ error: `not let in: ${headers.authorization ?? ''}` }));
    }
    if (method === 'GET') {
      return show();
    }
    if (ifMatch !== undefined && (document === null || ifMatch !== etagOf(document))) {
      return plain(412);
    }
    if (headers['if-none-match'] === '*' && document !== null) {
      return plain(412);
    }
    if (method === 'DELETE') {
      const status = document === null ? 404 : 204;
      change(null);
      return plain(status);
    }
    if ((setSchema.safeParse(parsed(body)).data?.keys.length ?? 0) === 0) {
      return plain(400, JSON.stringify({ message: 'not a public JWK set' }));
    }
    change(body);
    return plain(204);
  }

  async function answerTo(request: IncomingMessage, body: string): Promise<Answer> {
    const { method = '', url = '' } = request;
    await gate?.pass(`before ${method} ${url}`);
    const given = await answerNow(request, body);
    await gate?.pass(`after ${method} ${url}`);
    return given;
  }

  function answerNow(request: IncomingMessage, body: string): Promise<Answer> {
    const { method = '', url = '' } = request;
    if (url === METADATA_PATH && issuer !== undefined) {
      const jwksUrl = `http://${request.headers.host ?? ''}${PUBLIC_PATH}`;
      return Promise.resolve(plain(200, JSON.stringify({ issuer, jwks_uri: jwksUrl })));
    }
    if (url !== PUBLIC_PATH && url !== WRITE_PATH) {
      return Promise.resolve(plain(404));
    }
    if (url !== PUBLIC_PATH) {
      const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
      asked.push({ method, ifMatch, ifNoneMatch, body });
    }
    return disturb(faults.take(method, url), {
      clock,
      limited: () => plain(429),
      answer: () => (url === PUBLIC_PATH ? show() : write(request, body)),
      answerStale: () => show(former),
      addKeys: (keys) => {
        const { keys: now } = setSchema.parse(parsed(document ?? '{"keys":[]}'));
        change(JSON.stringify({ keys: [...now, ...keys] }));
      },
    });
  }

  const answer: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void answerTo(request, Buffer.concat(chunks).toString('utf8')).then((given) => send(response, given));
    });
  };

  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  const port = await openPort(server);
  const base = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return {
    writeUrl: base + WRITE_PATH,
    publicUrl: base + PUBLIC_PATH,
    document: () => document,
    put: change,
    asked,
    close: () => closePort(server),
  };
}

const plain = (status: number, body = ''): Answer => ({ status, headers: {}, body });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
