// A company's network, as a script and an officer at the command line meet it: an authority of its own, a proxy that alone
// knows the way to the tenant, with or without a login, and proxies that go wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DoctorReport } from '../../shared/domain/doctor/report.ts';
import type { NetworkTest, NetworkView } from '../../shared/domain/network.ts';
import { type Ran, runCustodian } from '../support/command-line.ts';
import { type JwksServer, startJwksServer } from '../support/jwks-server.ts';
import { startProxy, startSilence, type TestProxy } from '../support/proxy.ts';
import { type MadeAuthority, makeAuthority } from '../support/tls-world.ts';
import { deadUrl } from '../unit/tenant/stub-server.ts';

const IDP = 'idp.corp.test';
const TOKEN = 'token-0123456789-company';
const LOGIN = `Basic ${Buffer.from('officer:p@ss wörd').toString('base64')}`;

let folder = '';
let data = '';
let company: MadeAuthority;
let server: JwksServer;
/** What the machine itself has is taken away. */
const BARE = Object.fromEntries(
  ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NO_PROXY', 'no_proxy'].map((name) => [name, '']),
);
let env: Record<string, string> = {};
const at = (name: string): string => path.join(folder, name);
const portOf = ({ writeUrl }: JwksServer): number => Number(new URL(writeUrl).port);

const run = (args: readonly string[], stdin = ''): Promise<Ran> =>
  runCustodian(at(data), args, stdin, { ...BARE, ...env });

async function ok<T>(line: string, stdin = ''): Promise<T> {
  const { code, stdout, stderr } = await run([...line.split(' '), '--json'], stdin);
  expect([line, code, stderr]).toEqual([line, 0, '']);
  return JSON.parse(stdout) as T;
}

async function refused(line: string): Promise<{ code: string; message: string; advice: string; exit: number | null }> {
  const { code, stderr } = await run([...line.split(' '), '--json']);
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string; advice: string } };
  return { ...error, exit: code };
}

async function proxied(options: Partial<Parameters<typeof startProxy>[0]> = {}): Promise<TestProxy> {
  const proxy = await startProxy({ to: portOf(server), ...options });
  onTestFinished(proxy.close);
  return proxy;
}

const addTenant = async (host = IDP): Promise<void> => {
  await ok(
    `tenant add --name T --alg ES256 --environment development --domain id.acme.example --endpoint jwks --api-base https://${host}/admin/jwks --jwks-url https://${host}/.well-known/jwks.json`,
  );
  await ok('tenant credentials T --token-stdin', TOKEN);
};

async function openWorld(): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'company-'));
  data = 'data';
  company = await makeAuthority();
  writeFileSync(at('ca.pem'), company.cert);
  server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, tls: await company.issue([IDP, 'localhost']) });
  env = {};
}

async function closeWorld(): Promise<void> {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

function aWorldForEach(): void {
  beforeEach(openWorld);
  afterEach(closeWorld);
}

/** Where nothing is changed there, or the next test does not see it. */
function oneWorldForAll(): void {
  beforeAll(openWorld);
  beforeEach(() => {
    data = 'data';
    env = {};
  });
  afterAll(closeWorld);
}

describe('the authority of a company', () => {
  aWorldForEach();
  beforeEach(() => addTenant(`localhost:${portOf(server)}`));

  it('is trusted once it is named, shown with what it is, and trusted no more once it is removed', async () => {
    expect(await refused('publish push T --yes')).toMatchObject({ code: 'REMOTE_TLS', exit: 4 });
    expect((await refused('publish push T --yes')).advice).toContain('custodian network set --ca FILE');
    const set = await ok<NetworkView>(`network set --ca ${at('ca.pem')}`);
    expect(set.authorities).toMatchObject([{ subject: 'CN=Company authority' }]);
    expect(set.authorities[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    await ok('publish push T --yes');
    expect(await ok('publish verify T')).toMatchObject({ ok: true });
    const { stdout } = await run(['network', 'show']);
    expect(stdout).toContain(set.authorities[0]?.sha256);
    expect(stdout).toContain('CN=Company authority');
    expect((await ok<NetworkView>(`network set --remove-ca ${set.authorities[0]?.sha256 ?? ''}`)).authorities).toEqual(
      [],
    );
    expect(await ok<{ action: string }[]>('audit list')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'network.authority-added' }),
        expect.objectContaining({ action: 'network.authority-removed' }),
      ]),
    );
  });

  it.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])(
    'is trusted when %s names it, and the doctor says so',
    async (variable) => {
      env = { [variable]: at('ca.pem') };
      await ok('publish push T --yes');
      const { network } = await ok<DoctorReport>('doctor');
      expect(network.trusted.environment).toEqual([{ variable, count: 1 }]);
      expect(network.routes).toMatchObject([{ tenant: 'T', route: { proxy: null, from: 'this-machine' } }]);
    },
  );

  it('is not taken from a file that holds something else, and a key least of all', async () => {
    writeFileSync(at('leaf.pem'), (await company.issue(['x.test'])).cert);
    writeFileSync(at('key.pem'), company.cert + company.key);
    expect(await refused(`network set --ca ${at('leaf.pem')}`)).toMatchObject({ code: 'INPUT_INVALID', exit: 2 });
    expect((await refused(`network set --ca ${at('key.pem')}`)).message).toContain('private key');
    expect(await refused(`network set --ca ${at('none.pem')}`)).toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect((await ok<NetworkView>('network show')).authorities).toEqual([]);
  });

  it('can be given for one push of a courier', async () => {
    const { device } = await ok<{ device: string }>(`publish bundle T --out ${at('bundle.json')}`);
    const carry = (more: string): Promise<Ran> =>
      runCustodian(
        at('courier'),
        `publish courier push ${at('bundle.json')} --fingerprint ${device} --out ${at('receipt.json')} --token-stdin${more} --json`.split(
          ' ',
        ),
        TOKEN,
        BARE,
      );
    const untrusting = await carry('');
    expect([untrusting.code, untrusting.stderr.includes('REMOTE_TLS')]).toEqual([4, true]);
    expect(await carry(` --ca ${at('ca.pem')}`)).toMatchObject({ code: 0 });
    expect(server.document()).not.toBeNull();
  });
});

describe('a proxy that alone knows the way', () => {
  aWorldForEach();
  beforeEach(async () => {
    await addTenant();
    await ok(`network set --ca ${at('ca.pem')}`);
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('is taken from %s', async (variable) => {
    const proxy = await proxied();
    env = { [variable]: proxy.url };
    await ok('publish push T --yes');
    expect(await ok('publish verify T')).toMatchObject({ ok: true });
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set([`${IDP}:443`]));
    const { network } = await ok<DoctorReport>('doctor');
    expect(network.routes).toMatchObject([{ host: IDP, route: { proxy: proxy.url, from: 'environment', variable } }]);
  });

  it('is passed by where NO_PROXY says so', async () => {
    const proxy = await proxied();
    env = { HTTPS_PROXY: proxy.url, NO_PROXY: '.corp.test' };
    const [result] = JSON.parse((await run(['network', 'test', 'T', '--json'])).stdout) as NetworkTest[];
    expect(result?.error?.code).toMatch(/^REMOTE_(UNREACHABLE|TIMEOUT)$/);
    expect(proxy.asked).toEqual([]);
  });

  it('is recorded, goes before the environment, and is forgotten again', async () => {
    const [proxy, other] = [await proxied(), await proxied()];
    env = { HTTPS_PROXY: other.url };
    await ok(`network set --proxy ${proxy.url}/ --no-proxy .other.test,10.0.0.0/8`);
    await ok('publish push T --yes');
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(other.asked).toEqual([]);
    expect(await ok<NetworkView>('network set --no-proxy none')).toMatchObject({
      proxy: { kind: 'address', address: proxy.url, noProxy: [] },
    });
    await ok('network set --proxy system');
    expect(await ok<NetworkTest[]>('network test')).toMatchObject([{ reached: { route: { proxy: other.url } } }]);
  });

  it('lets us in with user and password, which stay in the keychain and go to no other proxy', async () => {
    const proxy = await proxied({ login: LOGIN });
    await ok(`network set --proxy ${proxy.url}`);
    const before = await refused('publish push T --yes');
    expect(before).toMatchObject({ code: 'REMOTE_PROXY_UNAUTHORISED', exit: 4 });
    expect(before.message).toContain(`${proxy.url} does not let us through to ${IDP}: it wants a user and password`);
    const { processList, stdout } = await run(
      ['network', 'set', '--proxy-user', 'officer', '--proxy-password-stdin'],
      'p@ss wörd\n',
    );
    expect(`${processList}${stdout}`).not.toContain('wörd');
    await ok('publish push T --yes');
    expect(proxy.asked.at(-1)?.authorization).toBe(LOGIN);

    // Whoever changes the recorded address does not get the password.
    const other = await proxied({ login: LOGIN });
    await ok(`network set --proxy ${other.url}`);
    expect(await refused('publish push T --yes')).toMatchObject({ code: 'REMOTE_PROXY_UNAUTHORISED' });
    expect(other.asked.map(({ authorization }) => authorization)).toEqual([null]);

    await ok(`network set --proxy ${proxy.url} --forget-proxy-user`);
    expect(await refused('publish push T --yes')).toMatchObject({ code: 'REMOTE_PROXY_UNAUTHORISED' });
    expect(JSON.stringify(await ok('audit list'))).not.toContain('wörd');
    expect(readFileSync(at('data/registry.db')).includes('wörd')).toBe(false);
  });

  it('lets us in by what stands in the address that the environment names, which is told to nobody', async () => {
    const proxy = await proxied({ login: LOGIN });
    env = { HTTPS_PROXY: proxy.url.replace('http://', 'http://officer:p%40ss%20w%C3%B6rd@') };
    await ok('publish push T --yes');
    env = { HTTPS_PROXY: proxy.url.replace('http://', 'http://officer:wrong-secret@') };
    const { message, advice } = await refused('publish push T --yes');
    expect(message).toContain('it does not accept the user and password that it was given');
    expect(`${message}${advice}${JSON.stringify(await ok('doctor'))}`).not.toContain('wrong-secret');
  });

  it('may speak TLS itself', async () => {
    const proxy = await proxied({ tls: await company.issue(['localhost']) });
    env = { HTTPS_PROXY: proxy.url };
    await ok('publish push T --yes');
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it('lets a client certificate through', async () => {
    const officer = await company.issue(['officer']);
    await server.close();
    server = await startJwksServer({
      tls: { ...(await company.issue([IDP])), ca: company.cert, requestCert: true, rejectUnauthorized: true },
    });
    writeFileSync(at('officer.pem'), officer.cert);
    writeFileSync(at('officer.key'), officer.key);
    const proxy = await proxied();
    env = { HTTPS_PROXY: proxy.url };
    expect((await refused('publish push T --yes')).code).toMatch(/^REMOTE_(TLS|UNREACHABLE)$/);
    await ok(`tenant credentials T --client-certificate ${at('officer.pem')} --key-file ${at('officer.key')}`);
    const pushed = await run(['publish', 'push', 'T', '--yes', '--json']);
    expect(server.document()).not.toBeNull();
    expect(pushed.code).not.toBe(2);
  });
});

describe('a proxy that goes wrong is named', () => {
  oneWorldForAll();
  beforeAll(async () => {
    await addTenant();
    await ok(`network set --ca ${at('ca.pem')}`);
  });

  const through = async (url: string): Promise<Awaited<ReturnType<typeof refused>>> => {
    env = { HTTPS_PROXY: url };
    return refused('publish push T --yes');
  };

  it('when it forbids', async () => {
    const proxy = await proxied({ instead: (socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\nsecret page') });
    const { code, message, exit } = await through(proxy.url);
    expect([code, exit]).toEqual(['REMOTE_PROXY_REFUSED', 4]);
    expect(message).toBe(`The proxy ${proxy.url} refused to connect to ${IDP} (403). Nothing was sent.`);
  });

  it('when it takes another kind of login only', async () => {
    const proxy = await proxied({ login: 'Negotiate x', challenge: 'Negotiate' });
    expect((await through(proxy.url)).message).toContain('only a kind of login that is not spoken here');
  });

  it('when it is dead', async () => {
    const url = await deadUrl();
    const { code, message } = await through(url);
    expect(code).toBe('REMOTE_PROXY_UNREACHABLE');
    expect(message).toContain(`The proxy ${url} cannot be reached (connection refused)`);
    // A push may wait for it as for any other way that is closed.
    expect((await run(['publish', 'push', 'T', '--yes', '--queue', '--json'])).stdout).toContain(
      'REMOTE_PROXY_UNREACHABLE',
    );
  });

  it('when its head never ends', async () => {
    const proxy = await proxied({
      instead: (socket) => void socket.write(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}`),
    });
    expect(await through(proxy.url)).toMatchObject({ code: 'REMOTE_PROXY_UNREACHABLE' });
  });

  it('when it is no proxy', async () => {
    const proxy = await proxied({ instead: (socket) => void socket.end('SSH-2.0-OpenSSH\r\n') });
    expect(await through(proxy.url)).toMatchObject({ code: 'REMOTE_PROXY_UNREACHABLE' });
  });

  it('when it is of a kind that is not spoken here', async () => {
    expect(await through('socks5://127.0.0.1:1080')).toMatchObject({ code: 'REMOTE_ROUTE_UNKNOWN', exit: 4 });
  });

  it('and one that says nothing has an end, as one that speaks a letter at a time', async () => {
    const silent = await startSilence();
    onTestFinished(silent.close);
    const dripping = await proxied({
      instead: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX: ');
        const timer = setInterval(() => socket.write('a'), 300);
        socket.on('close', () => clearInterval(timer));
      },
    });
    const began = Date.now();
    // Both at once, since each is waited for until the deadline; one of them from a data folder of its own.
    const here = through(silent.url);
    data = 'beside';
    await addTenant();
    const [first, second] = await Promise.all([here, through(dripping.url)]);
    expect(first.code).toMatch(/^REMOTE_(TIMEOUT|PROXY_UNREACHABLE)$/);
    expect(second.code).toMatch(/^REMOTE_(TIMEOUT|PROXY_UNREACHABLE)$/);
    expect(Date.now() - began).toBeLessThan(30_000);
  });

  it('the sandbox needs none', async () => {
    env = { HTTPS_PROXY: await deadUrl(), ALL_PROXY: await deadUrl(), HTTP_PROXY: await deadUrl() };
    await ok('tenant add --name Rehearsal --domain rehearsal.eu.auth0.com --custom-domain id.rehearsal.example');
    await ok('publish push Rehearsal --yes');
    expect(await ok('publish verify Rehearsal')).toMatchObject({ ok: true });
  });
});

describe('what is no proxy', () => {
  oneWorldForAll();
  it('a proxy script is left to the window, and that is said', async () => {
    await addTenant();
    writeFileSync(at('company.pac'), 'function FindProxyForURL(url, host) { return "DIRECT"; }');
    expect(await ok<NetworkView>(`network set --pac ${at('company.pac')}`)).toMatchObject({
      proxy: { kind: 'script', address: 'company.pac' },
    });
    const { code, message } = await refused('publish push T --yes');
    expect([code, message.includes('only the window can run one')]).toEqual(['REMOTE_ROUTE_UNKNOWN', true]);
    writeFileSync(at('none.pac'), 'hello');
    expect(await refused(`network set --pac ${at('none.pac')}`)).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it.each([
    'network set',
    'network set --proxy http://user:secret@p.test:1',
    'network set --proxy socks5://p.test:1',
    'network set --proxy http://p.test:1/path',
    'network set --proxy http://p.test:1 --pac http://p.test/x.pac',
    'network set --proxy-user officer',
    'network set --proxy system --proxy-user officer --proxy-password-stdin',
    'network set --no-proxy http://x',
    'network set --remove-ca abc',
  ])('%s is a usage error', async (line) => {
    const { exit, message, advice } = await refused(line);
    expect(exit).toBe(2);
    expect(`${message}${advice}`).not.toContain('secret');
  });
});
