// TLS as somebody would have it who sits between us and the tenant, or who may set variables for our process: no server is
// trusted that should not be, and no credential goes to another place than the one it was given for.
import { createServer, type Server, type ServerOptions } from 'node:https';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fetch } from '../../main/ports/network.ts';
import { boundedFetch } from '../../main/tenant/bounded-fetch.ts';
import { createJwksEndpoint } from '../../main/tenant/jwks-endpoint.ts';
import { createPublicVerifier } from '../../main/tenant/public-verifier.ts';
import { isCustodianError } from '../../shared/errors.ts';
import { runCustodian } from '../support/command-line.ts';
import { openNetwork } from '../support/network.ts';
import { startProxy } from '../support/proxy.ts';
import { closePort, openPort } from '../support/ports.ts';
import { type MadeAuthority, makeAuthority, type Pair } from '../support/tls-world.ts';
import { stubServer } from '../unit/tenant/stub-server.ts';

const TOKEN = 'token-0123456789-attack';
const clock = { now: () => new Date() };

let company: MadeAuthority;
let good: Pair;
beforeAll(async () => {
  company = await makeAuthority();
  good = await company.issue(['localhost']);
});

interface Listening {
  port: number;
  /** The Authorization header of every request that arrived. */
  arrived: string[];
}

async function listen(options: ServerOptions): Promise<Listening> {
  const arrived: string[] = [];
  const server: Server = createServer(options, (request, response) => {
    arrived.push(request.headers.authorization ?? 'none');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":[]}');
  });
  server.on('tlsClientError', () => undefined);
  const port = await openPort(server);
  onTestFinished(() => closePort(server));
  return { port, arrived };
}

/** By name of what is wrong: the server, and how it is told. */
const BAD: Record<string, [() => Promise<ServerOptions>, object]> = {
  'an authority that nobody knows': [
    async () => (await makeAuthority('Stranger')).issue(['localhost']),
    { code: 'tls-untrusted' },
  ],
  'no authority at all': [
    async () => makeAuthority('localhost', { ca: false }),
    { code: 'tls-untrusted', name: expect.stringMatching(/^(DEPTH_ZERO_)?SELF_SIGNED/) as string },
  ],
  'another name': [() => company.issue(['other.corp.test']), { code: 'tls-other-name' }],
  'a date that is over': [() => company.issue(['localhost'], { from: -9, to: -1 }), { code: 'tls-expired' }],
  'a date to come': [() => company.issue(['localhost'], { from: 1 }), { code: 'tls-not-yet-valid' }],
  'TLS 1.1': [
    async () => ({
      ...good,
      minVersion: 'TLSv1' as const,
      maxVersion: 'TLSv1.1' as const,
      ciphers: 'DEFAULT:@SECLEVEL=0',
    }),
    { code: 'tls-failed' },
  ],
  'a client certificate that we do not have': [
    async () => ({
      ...good,
      requestCert: true,
      rejectUnauthorized: true,
      ca: company.cert,
      maxVersion: 'TLSv1.2' as const,
    }),
    { code: expect.stringMatching(/^tls-(client-refused|failed)$/) as string },
  ],
};

const endpointAt = (url: string, fetch: Fetch): ReturnType<typeof createJwksEndpoint> =>
  createJwksEndpoint({
    url,
    authorization: `Bearer ${TOKEN}`,
    fetch: boundedFetch(fetch, 5000),
    clock,
    secrets: [TOKEN],
  });

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => ({ went: value }),
    (error: unknown) => error,
  );

/** What somebody may set for our process. */
const VARIABLES = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

describe.each([
  ['as it is', {}],
  ['told not to check', VARIABLES],
])('an environment %s', (_, variables: Record<string, string>) => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  beforeEach(() => {
    Object.assign(process.env, variables);
  });
  afterEach(() => {
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    Object.assign(process.env, before === undefined ? {} : { NODE_TLS_REJECT_UNAUTHORIZED: before });
  });

  it.each(Object.entries(BAD))('sends nothing to a server with %s', async (_name, [make, detail]) => {
    const server = await listen(await make());
    const url = `https://localhost:${server.port}/set`;
    const { fetchAs } = openNetwork({ trusted: company.cert });
    for (const work of [
      () => endpointAt(url, fetchAs()).read(),
      () => endpointAt(url, fetchAs()).replace('{"keys":[]}'),
      () => createPublicVerifier(clock, { fetch: fetchAs(), deadlineMs: 5000 }).listed(url),
    ]) {
      const refused = await failure(work());
      expect(refused).toMatchObject({ code: 'REMOTE_TLS', facts: { detail } });
    }
    expect(server.arrived).toEqual([]);
  });

  it('sends nothing to it through a proxy either, nor with a client certificate', async () => {
    const server = await listen(await (await makeAuthority('Stranger')).issue(['idp.corp.test']));
    const proxy = await startProxy({ to: server.port });
    onTestFinished(proxy.close);
    const network = openNetwork({ trusted: company.cert, env: { HTTPS_PROXY: proxy.url } });
    const identity = { certificate: good.cert, key: good.key };
    for (const fetch of [network.fetchAs(), network.fetchAs(identity)]) {
      expect(await failure(endpointAt('https://idp.corp.test/set', fetch).read())).toMatchObject({
        code: 'REMOTE_TLS',
      });
    }
    expect(await failure(network.reach('https://idp.corp.test'))).toMatchObject({ code: 'REMOTE_TLS' });
    expect([proxy.asked.length, server.arrived]).toEqual([3, []]);
  });

  it('gives no password to a proxy over TLS that is not who it should be', async () => {
    const server = await listen(good);
    const proxy = await startProxy({ to: server.port, tls: await company.issue(['other.corp.test']) });
    onTestFinished(proxy.close);
    const address = proxy.url.replace('https://', 'https://user:secret@');
    const { fetchAs } = openNetwork({ trusted: company.cert, env: { HTTPS_PROXY: address } });
    expect(await failure(endpointAt('https://idp.corp.test/set', fetchAs()).read())).toMatchObject({
      code: 'REMOTE_TLS',
      facts: { host: new URL(proxy.url).host, detail: { code: 'tls-other-name' } },
    });
    expect([proxy.asked, server.arrived]).toEqual([[], []]);
  });

  it('still reaches who is trusted', async () => {
    const server = await listen(good);
    const { fetchAs } = openNetwork({ trusted: company.cert });
    expect(await endpointAt(`https://localhost:${server.port}/set`, fetchAs()).read()).toEqual([]);
    expect(server.arrived).toEqual([`Bearer ${TOKEN}`]);
  });
});

describe('the command line', () => {
  it.each([
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: '--tls-min-v1.0 --use-openssl-ca --no-warnings' }],
    [
      {
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        SSL_CERT_FILE: '/dev/null',
        SSL_CERT_DIR: '/dev/null',
        NODE_EXTRA_CA_CERTS: '/dev/null',
      },
    ],
  ])('checks with %j', async (env: Record<string, string>) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tls-attack-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = await listen(good);
    const url = `https://localhost:${server.port}`;
    const run = (args: string, stdin = '') => runCustodian(folder, [...args.split(' '), '--json'], stdin, env);
    await run(
      `tenant add --name T --domain id.acme.example --endpoint jwks --api-base ${url}/set --jwks-url ${url}/set`,
    );
    await run('tenant credentials T --token-stdin', TOKEN);
    for (const act of ['publish push T --yes', 'publish drift T', 'network test T']) {
      const { stdout, stderr } = await run(act);
      expect(`${stdout}${stderr}`).toMatch(/REMOTE_TLS|never-published/);
    }
    expect(server.arrived).toEqual([]);
    // The variable is taken away before Node.js can say that nothing is checked, which would not be so.
    expect((await run('network test T')).stderr).toBe('');

    // The same server, once its authority is named.
    writeFileSync(path.join(folder, 'ca.pem'), company.cert);
    expect((await run(`network set --ca ${path.join(folder, 'ca.pem')}`)).code).toBe(0);
    expect((await run('network test T')).code).toBe(0);
  });
});

describe('the command line, told to speak old TLS', () => {
  it('does not', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tls-attack-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'ca.pem'), company.cert);
    const ciphers = 'DEFAULT:@SECLEVEL=0';
    const server = await listen({ ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers });
    const url = `https://localhost:${server.port}`;
    const env = {
      NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
      NODE_OPTIONS: `--tls-min-v1.0 --tls-cipher-list=${ciphers}`,
    };
    const run = (args: string) => runCustodian(folder, [...args.split(' '), '--json'], '', env);
    await run(
      `tenant add --name T --domain id.acme.example --endpoint jwks --api-base ${url}/set --jwks-url ${url}/set`,
    );
    const { code, stdout } = await run('network test T');
    expect([code, JSON.parse(stdout)]).toMatchObject([4, [{ error: { code: 'REMOTE_TLS' } }]]);
  });
});

describe('a credential', () => {
  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    const elsewhere = await stubServer((_, response) => response.writeHead(200).end('{"keys":[]}'));
    const remote = await stubServer((_, response) =>
      response.writeHead(status, { location: `${elsewhere.url}/set?token=x#y` }).end('there'),
    );
    const { fetchAs } = openNetwork();
    const identity = { certificate: good.cert, key: good.key };
    for (const fetch of [fetchAs(), fetchAs(identity)]) {
      const endpoint = endpointAt(`${remote.url}/set`, fetch);
      for (const work of [() => endpoint.read(), () => endpoint.replace('{"keys":[]}'), () => endpoint.replace(null)]) {
        expect(await failure(work())).toMatchObject({
          code: 'REMOTE_MALFORMED',
          facts: { host: remote.host, detail: { code: 'redirect', to: `${elsewhere.url}/set` } },
        });
      }
    }
    expect(elsewhere.asked).toEqual([]);
    expect(remote.asked).toHaveLength(6);
  });

  it('for the tenant is never seen by the proxy', async () => {
    const server = await listen(await company.issue(['idp.corp.test']));
    const proxy = await startProxy({ to: server.port });
    onTestFinished(proxy.close);
    const { fetchAs } = openNetwork({ trusted: company.cert, env: { HTTPS_PROXY: proxy.url } });
    await endpointAt('https://idp.corp.test/set', fetchAs()).read();
    expect(server.arrived).toEqual([`Bearer ${TOKEN}`]);
    expect(proxy.asked).toEqual([{ target: 'idp.corp.test:443', authorization: null }]);
  });

  it.each([200, 404, 204, 401, 412, 503])(
    'and what a proxy answers itself (%i) is never taken for the tenant’s word',
    async (status) => {
      // A 404 would read as “no keys are published there”.
      const body = '{"keys":[]}';
      const proxy = await startProxy({
        to: 1,
        instead: (socket) => void socket.end(`HTTP/1.1 ${status} x\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
      });
      onTestFinished(proxy.close);
      const { fetchAs } = openNetwork({ trusted: company.cert, env: { HTTPS_PROXY: proxy.url } });
      const refused = await failure(endpointAt('https://idp.corp.test/set', fetchAs()).read());
      expect(isCustodianError(refused) && refused.code).toMatch(/^REMOTE_(PROXY_REFUSED|TLS|PROXY_UNREACHABLE)$/);
      expect(JSON.stringify(refused)).not.toContain(TOKEN);
    },
  );
});
