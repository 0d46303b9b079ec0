// What every kind of endpoint makes of answers that are none, whatever else it speaks.
import { describe, expect, it } from 'vitest';
import type { PublishingEndpoint } from '../../../main/ports/tenants.ts';
import { boundedFetch } from '../../../main/tenant/bounded-fetch.ts';
import { createJwksEndpoint } from '../../../main/tenant/jwks-endpoint.ts';
import { createManagementEndpoint } from '../../../main/tenant/management-endpoint.ts';
import { MAX_REMOTE_BYTES } from '../../../shared/domain/limits.ts';
import { direct } from '../../support/network.ts';
import { failureOf } from '../../support/outcome.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';
import { deadUrl, type Respond, sendJson, stubServer } from './stub-server.ts';

const TOKEN = 'bearer-token-0123456789';
const BODY = '{"keys":[{"kty":"EC","kid":"a"}]}';

type At = (url: string, deadlineMs?: number) => PublishingEndpoint;

const jwks: At = (url, deadlineMs) =>
  createJwksEndpoint({
    url: `${url}/set`,
    authorization: `Bearer ${TOKEN}`,
    fetch: boundedFetch(direct, deadlineMs),
    clock: steppingClock(),
    secrets: [TOKEN],
  });

const managementApi: At = (url, deadlineMs) =>
  createManagementEndpoint({
    baseUrl: `${url}/api/v2`,
    tokens: { token: async () => TOKEN, forget: () => undefined, held: () => [TOKEN] },
    fetch: boundedFetch(direct, deadlineMs),
    clock: steppingClock(),
  });

describe.each([
  ['a JWKS endpoint', jwks],
  ['the Management API', managementApi],
])('%s', (_, endpointAt) => {
  async function endpointOver(respond: Respond, deadlineMs?: number) {
    const remote = await stubServer(respond);
    return { remote, endpoint: endpointAt(remote.url, deadlineMs) };
  }

  it.each([503, 500, 408, 429])('sends a change that is answered %i once and never again', async (status) => {
    const { remote, endpoint } = await endpointOver((_asked, response) =>
      sendJson(response, status, {}, { 'retry-after': '1' }),
    );
    await failureOf(endpoint.replace(BODY));
    await failureOf(endpoint.replace(null));
    expect(remote.asked.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  });

  it('sends a change whose answer is cut off once and never again', async () => {
    const { remote, endpoint } = await endpointOver((_asked, response) => response.destroy());
    expect(await failureOf(endpoint.replace(BODY))).toMatchObject({ code: 'REMOTE_UNREACHABLE' });
    expect(remote.asked).toHaveLength(1);
  });

  it.each([
    ['not JSON', '<html>Login</html>'],
    ['JSON of another kind', '[1,2]'],
    ['an object without keys', '{}'],
    ['keys that are no keys', '{"keys":[1]}'],
    ['empty', ''],
    ['too long', `{"keys":[],"x":"${'a'.repeat(MAX_REMOTE_BYTES)}"}`],
  ])('takes no answer that is %s', async (_kind, body) => {
    const { endpoint } = await endpointOver((_asked, response) => sendJson(response, 200, body));
    expect(await failureOf(endpoint.read())).toMatchObject({ code: 'REMOTE_MALFORMED' });
  });

  it.each([
    ['goes over to another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
    ['bears a status of no class', 'HTTP/1.1 700 Odd\r\nContent-Length: 0\r\n\r\n'],
    ['is another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['has a head without end', `HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['states two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ])('takes no answer that %s, to a question or to a change', async (_kind, octets) => {
    const { endpoint } = await endpointOver((_asked, response) => void response.socket?.end(octets));
    const malformed = { code: 'REMOTE_MALFORMED', facts: { detail: { code: 'not-http' } } };
    expect(await failureOf(endpoint.read())).toMatchObject(malformed);
    expect(await failureOf(endpoint.replace(BODY))).toMatchObject(malformed);
  });

  it('waits no longer than it may for an answer, or for the end of one', async () => {
    const silent = await endpointOver(() => {}, 60);
    expect(await failureOf(silent.endpoint.replace(BODY))).toMatchObject({
      code: 'REMOTE_TIMEOUT',
      facts: { seconds: 1 },
    });
    const endless = await endpointOver((_asked, response) => response.writeHead(200).write('{"keys":['), 100);
    expect(await failureOf(endless.endpoint.read())).toMatchObject({ code: 'REMOTE_TIMEOUT' });
  });

  it('takes no answer for whole whose end only the connection would tell, and that was left', async () => {
    const octets = 'HTTP/1.1 200 OK\r\n\r\n{"keys":[]}';
    const { endpoint } = await endpointOver((_asked, response) => void response.socket?.write(octets), 100);
    expect(await failureOf(endpoint.read())).toMatchObject({ code: 'REMOTE_TIMEOUT' });
  });

  it('takes an answer in many small chunks', async () => {
    const { endpoint } = await endpointOver((_asked, response) => {
      Buffer.from(`{"keys":[],"x":"${'a'.repeat(50_000)}"}`).forEach((octet) => response.write(Buffer.of(octet)));
      response.end();
    });
    expect(await endpoint.read()).toEqual([]);
  });

  it('says that nobody is there, or that there is no such name', async () => {
    expect(await failureOf(endpointAt(await deadUrl()).read())).toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      facts: { detail: { code: 'refused' } },
    });
    expect(await failureOf(endpointAt('https://tenant.invalid').read())).toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      facts: { host: 'tenant.invalid' },
    });
  });

  it.each([307, 308])('follows no redirect (%i)', async (status) => {
    const other = await stubServer((_asked, response) => sendJson(response, 200, { keys: [] }));
    const { endpoint } = await endpointOver((_asked, response) =>
      response.writeHead(status, { location: other.url }).end(),
    );
    expect(await failureOf(endpoint.read())).toMatchObject({ code: 'REMOTE_MALFORMED' });
    expect(await failureOf(endpoint.replace(BODY))).toMatchObject({ code: 'REMOTE_MALFORMED' });
    expect(other.asked).toEqual([]);
  });

  it('ends a read that waits when it is cancelled, and lets a change that was sent come to its end', async () => {
    const controller = new AbortController();
    const { endpoint } = await endpointOver(({ method }, response) => {
      controller.abort();
      if (method === 'PUT') {
        sendJson(response, 200, { keys: [] });
      }
    });
    await endpoint.replace(BODY, controller.signal);
    const again = new AbortController();
    const waiting = await endpointOver(() => again.abort());
    expect(await failureOf(waiting.endpoint.read(again.signal))).toMatchObject({ code: 'CANCELLED' });
  });
});
