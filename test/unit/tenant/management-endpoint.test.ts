import { describe, expect, it } from 'vitest';
import type { PublishingEndpoint } from '../../../main/ports/tenants.ts';
import { boundedFetch } from '../../../main/tenant/bounded-fetch.ts';
import { direct } from '../../support/network.ts';
import type { TokenSource } from '../../../main/tenant/client-credentials.ts';
import { createManagementEndpoint } from '../../../main/tenant/management-endpoint.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';
import { type Respond, sendJson, type StubServer, stubServer } from './stub-server.ts';
import { failureOf } from '../../support/outcome.ts';

const TOKEN = 'eyJ.management-token.sig';
const BODY = '{"keys":[{"kty":"RSA","kid":"ü","9":1,"1":2,  "n":"A\\u0051"}]}';

interface Under {
  remote: StubServer;
  endpoint: PublishingEndpoint;
  forgotten: () => number;
  scopes: string[][];
}

async function endpointOver(respond: Respond, deadlineMs?: number): Promise<Under> {
  const remote = await stubServer(respond);
  return { remote, ...endpointAt(`${remote.url}/api/v2`, deadlineMs) };
}

function endpointAt(baseUrl: string, deadlineMs?: number): Omit<Under, 'remote'> {
  const scopes: string[][] = [];
  let forgotten = 0;
  const tokens: TokenSource = {
    token: async (needed) => {
      scopes.push([...needed]);
      return TOKEN;
    },
    forget: () => {
      forgotten += 1;
    },
    held: () => [TOKEN],
  };
  const endpoint = createManagementEndpoint({
    baseUrl,
    tokens,
    fetch: boundedFetch(direct, deadlineMs),
    clock: steppingClock(),
  });
  return { endpoint, forgotten: () => forgotten, scopes };
}

describe('what goes over the wire', () => {
  it('PUT holds exactly the bytes given, as JSON, with the token and both scopes', async () => {
    const { remote, endpoint, scopes } = await endpointOver((_, response) => sendJson(response, 200, { keys: [] }));
    await endpoint.replace(BODY);
    expect(remote.asked).toHaveLength(1);
    expect(remote.asked[0]).toMatchObject({
      method: 'PUT',
      target: '/api/v2/keys/custom-signing',
      body: BODY,
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(BODY)),
        authorization: `Bearer ${TOKEN}`,
      },
    });
    expect(scopes).toEqual([['create:custom_signing_keys', 'update:custom_signing_keys']]);
  });

  it('null deletes, without a body', async () => {
    const { remote, endpoint, scopes } = await endpointOver((_, response) => response.writeHead(204).end());
    await endpoint.replace(null);
    expect(remote.asked).toMatchObject([{ method: 'DELETE', target: '/api/v2/keys/custom-signing', body: '' }]);
    expect(scopes).toEqual([['delete:custom_signing_keys']]);
  });
});

describe('reading', () => {
  it('gives every key as it is there', async () => {
    const raw = { kty: 'RSA', kid: 'a', alg: 'RS256', n: 'AQAB', e: 'AQAB', extra: [1] };
    const { endpoint } = await endpointOver((_, response) => sendJson(response, 200, { keys: [raw, { kty: 'EC' }] }));
    expect(await endpoint.read()).toMatchObject([
      { kid: 'a', kty: 'RSA', alg: 'RS256', raw },
      { kid: null, kty: 'EC', alg: null, thumbprint: null, raw: { kty: 'EC' } },
    ]);
  });

  it("takes the Management API's own 404 as an empty set, and no other", async () => {
    const own = await endpointOver((_, response) => sendJson(response, 404, { statusCode: 404, error: 'Not Found' }));
    expect(await own.endpoint.read()).toEqual([]);
    const other = await endpointOver((_, response) => response.writeHead(404).end('<h1>Not here</h1>'));
    expect(await failureOf(other.endpoint.read())).toMatchObject({ code: 'REMOTE_REFUSED', facts: { status: 404 } });
  });
});

async function rateLimited(headers: Record<string, string>): Promise<unknown> {
  const { endpoint } = await endpointOver((_, response) => sendJson(response, 429, {}, headers));
  return failureOf(endpoint.read());
}

const until = (instant: string): object => ({ code: 'REMOTE_RATE_LIMITED', facts: { until: instant } });

describe('failures', () => {
  it.each([
    [401, { statusCode: 401, message: 'Invalid token' }, { code: 'REMOTE_UNAUTHORISED', facts: {} }],
    [
      403,
      {
        errorCode: 'insufficient_scope',
        message: 'Insufficient scope, expected all of: create:custom_signing_keys,update:custom_signing_keys',
      },
      { code: 'REMOTE_SCOPE_MISSING', facts: { scopes: 'create:custom_signing_keys, update:custom_signing_keys' } },
    ],
    [
      403,
      { errorCode: 'insufficient_entitlement', message: 'Not part of the plan.' },
      { code: 'REMOTE_NOT_ENTITLED', facts: { detail: 'Not part of the plan.' } },
    ],
    [
      400,
      { errorCode: 'invalid_body', message: "Payload validation error: 'Additional properties not allowed: d'." },
      {
        code: 'REMOTE_INVALID_BODY',
        facts: { member: 'd', detail: "Payload validation error: 'Additional properties not allowed: d'." },
      },
    ],
    [503, {}, { code: 'REMOTE_FAILED', facts: { status: 503 } }],
  ])('%i %j', async (status, body, expected) => {
    const { remote, endpoint } = await endpointOver((_, response) => sendJson(response, status, body));
    const found = await failureOf(endpoint.replace(BODY));
    expect(found).toMatchObject(expected);
    expect(found).toHaveProperty('facts.host', remote.host);
  });

  it('a 5xx page of a proxy', async () => {
    const { endpoint } = await endpointOver((_, response) => response.writeHead(502).end('<html>Bad gateway</html>'));
    expect(await failureOf(endpoint.read())).toMatchObject({ code: 'REMOTE_FAILED', facts: { status: 502 } });
  });

  it('429 says until when, from either header, or for a minute', async () => {
    const reset = Date.parse('2026-11-22T09:00:00Z') / 1000;
    expect(await rateLimited({ 'x-ratelimit-reset': String(reset) })).toMatchObject(until('2026-11-22T09:00:00.000Z'));
    expect(await rateLimited({ 'retry-after': '30' })).toMatchObject(until('2026-11-22T08:00:30.000Z'));
    expect(await rateLimited({ 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' })).toMatchObject(
      until('2026-11-22T10:00:00.000Z'),
    );
    expect(await rateLimited({ 'x-ratelimit-reset': 'soon' })).toMatchObject(until('2026-11-22T08:01:00.000Z'));
  });

  it('a token that is not accepted is dropped', async () => {
    const { endpoint, forgotten } = await endpointOver((_, response) => sendJson(response, 401, {}));
    await failureOf(endpoint.read());
    expect(forgotten()).toBe(1);
  });

  it('never repeat the token, even when the remote echoes it', async () => {
    const { endpoint } = await endpointOver(({ headers }, response) =>
      sendJson(response, 400, { errorCode: 'invalid_body', message: `bad header\u0000 ${headers.authorization}` }),
    );
    const error = await failureOf(endpoint.replace(BODY));
    expect(error).toMatchObject({ code: 'REMOTE_REFUSED', facts: { detail: 'bad header  Bearer …' } });
    expect(JSON.stringify(error)).not.toContain(TOKEN);
    expect(error).not.toHaveProperty('cause');
  });
});

describe('cancelling', () => {
  it('stops a read, and a change that was not sent yet', async () => {
    const aborted = AbortSignal.abort();
    const { remote, endpoint } = await endpointOver((_, response) => sendJson(response, 200, { keys: [] }));
    expect(await failureOf(endpoint.read(aborted))).toMatchObject({ code: 'CANCELLED' });
    expect(await failureOf(endpoint.replace(BODY, aborted))).toMatchObject({ code: 'CANCELLED' });
    expect(remote.asked).toEqual([]);
  });
});
