import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PublishingEndpoint } from '../../../main/ports/tenants.ts';
import { failureOf } from '../../support/outcome.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { boundedFetch } from '../../../main/tenant/bounded-fetch.ts';
import { createJwksEndpoint } from '../../../main/tenant/jwks-endpoint.ts';
import { MAX_REMOTE_BYTES } from '../../../shared/domain/limits.ts';
import { type JwksServer, startJwksServer } from '../../support/jwks-server.ts';
import { direct, openNetwork } from '../../support/network.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';
import { type Respond, sendJson, type StubServer, stubServer } from './stub-server.ts';

const TOKEN = 'bearer-token-0123456789';
const BODY = '{"keys":[{"kty":"EC","kid":"ü","9":1,"1":2,  "x":"A\\u0051"}]}';
const OTHER = '{"keys":[{"kty":"EC","kid":"another officer"}]}';

function endpointAt(url: string, fetch = boundedFetch(direct)): PublishingEndpoint {
  const authorization = `Bearer ${TOKEN}`;
  return createJwksEndpoint({ url, authorization, fetch, clock: steppingClock(), secrets: [TOKEN] });
}

async function endpointOver(
  respond: Respond,
  deadlineMs?: number,
): Promise<{ remote: StubServer; endpoint: PublishingEndpoint }> {
  const remote = await stubServer(respond);
  return { remote, endpoint: endpointAt(`${remote.url}/set`, boundedFetch(direct, deadlineMs)) };
}

async function openServer(
  options: Parameters<typeof startJwksServer>[0] = {},
): Promise<{ server: JwksServer; endpoint: PublishingEndpoint }> {
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, ...options });
  onTestFinished(server.close);
  return { server, endpoint: endpointAt(server.writeUrl) };
}

describe('what goes over the wire', () => {
  it('PUT holds exactly the bytes given, as JSON, with the token', async () => {
    const { remote, endpoint } = await endpointOver((_, response) => response.writeHead(204).end());
    await endpoint.replace(BODY);
    expect(remote.asked).toMatchObject([
      {
        method: 'PUT',
        target: '/set',
        body: BODY,
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(BODY)),
          authorization: `Bearer ${TOKEN}`,
          'accept-encoding': 'identity',
        },
      },
    ]);
  });
});

describe('the guard against a change in between', () => {
  it('is the ETag of what was read last', async () => {
    const { server, endpoint } = await openServer();
    server.put(OTHER);
    await endpoint.read();
    await endpoint.replace(BODY);
    await endpoint.read();
    await endpoint.replace(null);
    const guards = server.asked.filter(({ method }) => method !== 'GET').map(({ ifMatch }) => ifMatch);
    expect(guards).toEqual([expect.stringMatching(/^"[0-9a-f]{16}"$/), expect.stringMatching(/^"[0-9a-f]{16}"$/)]);
    expect(guards[0]).not.toBe(guards[1]);
    expect(server.document()).toBeNull();
  });

  it.each(['PUT', 'DELETE'])('stops a %s over what another officer wrote', async (method) => {
    const { server, endpoint } = await openServer();
    server.put(BODY);
    await endpoint.read();
    server.put(OTHER);
    expect(await failureOf(endpoint.replace(method === 'PUT' ? BODY : null))).toMatchObject({ code: 'REMOTE_CHANGED' });
    expect(server.document()).toBe(OTHER);
  });

  it.each(['weak', 'none'] as const)('is left out where ETags are %s', async (etags) => {
    const { server, endpoint } = await openServer({ etags });
    server.put(OTHER);
    await endpoint.read();
    await endpoint.replace(BODY);
    expect(server.asked.at(-1)).toEqual({ method: 'PUT', ifMatch: undefined, body: BODY });
    expect(server.document()).toBe(BODY);
  });

  it('is forgotten once the set is found gone', async () => {
    const { server, endpoint } = await openServer();
    server.put(OTHER);
    await endpoint.read();
    await fetch(server.writeUrl, { method: 'DELETE', headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await endpoint.read()).toEqual([]);
    await endpoint.replace(BODY);
    expect(server.document()).toBe(BODY);
  });
});

describe('failures', () => {
  it.each([
    [400, { message: 'no keys' }, { code: 'REMOTE_REFUSED', facts: { status: 400, detail: 'no keys' } }],
    [400, 'plain words', { code: 'REMOTE_REFUSED', facts: { status: 400, detail: 'plain words' } }],
    [400, '<html><body>Bad</body></html>', { code: 'REMOTE_REFUSED', facts: { detail: null } }],
    [401, {}, { code: 'REMOTE_UNAUTHORISED' }],
    [403, {}, { code: 'REMOTE_REFUSED', facts: { status: 403 } }],
    [404, {}, { code: 'REMOTE_REFUSED', facts: { status: 404 } }],
    [405, {}, { code: 'REMOTE_REFUSED', facts: { status: 405 } }],
    [412, {}, { code: 'REMOTE_CHANGED' }],
    [428, {}, { code: 'REMOTE_REFUSED', facts: { status: 428 } }],
    [429, {}, { code: 'REMOTE_RATE_LIMITED' }],
    [502, '<html>', { code: 'REMOTE_FAILED', facts: { status: 502 } }],
  ])('a PUT answered %i %j', async (status, body, expected) => {
    const { remote, endpoint } = await endpointOver((_, response) => sendJson(response, status, body));
    const found = await failureOf(endpoint.replace(BODY));
    expect(found).toMatchObject(expected);
    expect(found).toHaveProperty('facts.host', remote.host);
  });

  it('never repeat the token, even when the server echoes it', async () => {
    const { endpoint } = await endpointOver(({ headers }, response) =>
      sendJson(response, 400, { message: `bad header ${headers.authorization}` }),
    );
    const error = await failureOf(endpoint.replace(BODY));
    expect(error).toMatchObject({ code: 'REMOTE_REFUSED', facts: { detail: 'bad header Bearer …' } });
    expect(error).not.toHaveProperty('cause');
  });
});

describe('mutual TLS', () => {
  const workshop = createKeyWorkshop();

  async function identity(commonName: string): Promise<{ key: string; cert: string }> {
    const material = await workshop.generate('ES256', null);
    const der = await workshop.certify(material, 'ES256', { commonName, notBefore: new Date(), days: 2 });
    const key = createPrivateKey({ key: Buffer.from(material.pkcs8), format: 'der', type: 'pkcs8' });
    return { key: String(key.export({ format: 'pem', type: 'pkcs8' })), cert: new X509Certificate(der).toString() };
  }

  it('lets in who has the certificate, and nobody else', async () => {
    const [here, officer, stranger] = [
      await identity('localhost'),
      await identity('officer'),
      await identity('stranger'),
    ];
    const tls = { ...here, ca: officer.cert, requestCert: true, rejectUnauthorized: true };
    const server = await startJwksServer({ tls });
    onTestFinished(server.close);
    const as = ({ key, cert }: typeof officer): PublishingEndpoint =>
      createJwksEndpoint({
        url: server.writeUrl,
        authorization: null,
        fetch: boundedFetch(openNetwork({ trusted: here.cert }).fetchAs({ certificate: cert, key })),
        clock: steppingClock(),
        secrets: [],
      });
    const endpoint = as(officer);
    expect(await endpoint.read()).toEqual([]);
    await endpoint.replace(BODY);
    expect(server.document()).toBe(BODY);
    await endpoint.read();
    server.put(OTHER);
    expect(await failureOf(endpoint.replace(BODY))).toMatchObject({ code: 'REMOTE_CHANGED' });
    await endpoint.read();
    await endpoint.replace(null);
    expect(server.document()).toBeNull();
    // Whether its words or the end of the connection arrive first is up to the server.
    expect(await failureOf(as(stranger).read())).toHaveProperty(
      'code',
      expect.stringMatching(/^REMOTE_(UNREACHABLE|TLS)$/),
    );
    expect(server.document()).toBeNull();
  });

  it('is as bounded as any other', async () => {
    const here = await identity('localhost');
    const remote = await stubServer(
      ({ method }, response) =>
        method === 'GET' ? sendJson(response, 200, 'a'.repeat(MAX_REMOTE_BYTES + 1)) : undefined,
      here,
    );
    const fetch = openNetwork({ trusted: here.cert }).fetchAs({ certificate: here.cert, key: here.key });
    const url = remote.url.replace('127.0.0.1', 'localhost');
    expect(await failureOf(endpointAt(url, boundedFetch(fetch)).read())).toMatchObject({ code: 'REMOTE_MALFORMED' });
    expect(await failureOf(endpointAt(url, boundedFetch(fetch, 100)).replace(BODY))).toMatchObject({
      code: 'REMOTE_TIMEOUT',
    });
  });

  it('trusts no server that it was not told to', async () => {
    const here = await identity('localhost');
    const remote = await stubServer((_, response) => sendJson(response, 200, { keys: [] }), here);
    const fetch = boundedFetch(openNetwork().fetchAs({ certificate: here.cert, key: here.key }));
    expect(await failureOf(endpointAt(remote.url, fetch).read())).toMatchObject({
      code: 'REMOTE_TLS',
      facts: { detail: { code: 'tls-untrusted', name: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    });
    expect(remote.asked).toEqual([]);
  });
});
