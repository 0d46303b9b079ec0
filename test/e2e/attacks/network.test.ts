// The window with the fuses that it is shipped with, in a company's network: it reaches what it should, and no variable or
// switch makes it trust what it should not.
import { X509Certificate } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { launchApp } from '../../../build/launch-app.mjs';
import { Officer } from '../../../build/officer.mjs';
import { type JwksServer, startJwksServer } from '../../support/jwks-server.ts';
import { startProxy, type TestProxy } from '../../support/proxy.ts';
import { type MadeAuthority, makeAuthority } from '../../support/tls-world.ts';
import { ownSession, SCREENSHOTS } from '../desk.ts';
import { type ShippedRuntime, shippedRuntime } from '../shipped.ts';

const IDP = 'idp.corp.test';

let runtime: ShippedRuntime;
let company: MadeAuthority;
let server: JwksServer;
let proxy: TestProxy;
let folder = '';
let authority = '';
let app: ElectronApplication | null = null;

/** What the machine of the test has is taken away. */
const BARE = { NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '', SSL_CERT_DIR: '', HTTPS_PROXY: '', https_proxy: '' };

test.beforeAll(async () => {
  runtime = await shippedRuntime();
  company = await makeAuthority();
  server = await startJwksServer({ tls: await company.issue([IDP, 'localhost']) });
  proxy = await startProxy({ to: Number(new URL(server.writeUrl).port) });
});

test.afterAll(async () => {
  await Promise.all([server.close(), proxy.close()]);
  runtime.remove();
});

test.beforeEach(() => {
  const session = ownSession();
  folder = session.folder('data');
  authority = path.join(session.folder('files'), 'company.pem');
  writeFileSync(authority, company.cert);
  chmodSync(authority, 0o644);
  proxy.asked.length = 0;
});

test.afterEach(async () => {
  await app?.close();
  app = null;
});

async function open(env: Record<string, string> = {}, args: string[] = []): Promise<Officer> {
  app = await launchApp({
    dataDir: folder,
    env: { ...BARE, ...env },
    args,
    executable: runtime.executable,
    held: true,
  });
  return Officer.at(app);
}

/** Calls as the page does. */
const call = ({ page }: Pick<Officer, 'page'>, channel: string, args: object): Promise<unknown> =>
  page.evaluate(
    ([name, given]) =>
      (
        window as unknown as { custodian: { calls: Record<string, (args: object) => Promise<unknown>> } }
      ).custodian.calls[name]?.(given),
    [channel, args] as const,
  );

async function addTenant(officer: Officer, host: string): Promise<void> {
  const base = `https://${host}`;
  const added = call(officer, 'tenant.add', {
    name: 'T',
    domain: 'id.acme.example',
    environment: 'development',
    endpoint: 'jwks',
    apiBaseUrl: `${base}/admin/jwks`,
    jwksUrl: `${base}/.well-known/jwks.json`,
  });
  await officer.confirm();
  expect(await added).toMatchObject({ ok: true });
}

const here = (): string => new URL(server.writeUrl).host;
const tried = async (officer: Officer): Promise<string> => JSON.stringify(await call(officer, 'network.test', {}));

test('no variable and no switch makes it trust a stranger', async () => {
  const officer = await open({ NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: '--use-openssl-ca' }, [
    '--ignore-certificate-errors',
    '--allow-insecure-localhost',
  ]);
  await addTenant(officer, here());
  expect(await tried(officer)).toContain('REMOTE_TLS');
  expect(server.asked).toEqual([]);
});

test('an authority that the environment names is trusted', async () => {
  const officer = await open({ SSL_CERT_FILE: authority });
  await addTenant(officer, here());
  expect(await tried(officer)).toMatch(/"tls":"TLSv1\.[23]","issuer":"CN=Company authority"/);
});

test('an authority is added by the officer, by a file and a clear yes, and serves at once', async () => {
  const officer = await open();
  const { page } = officer;
  await addTenant(officer, here());
  await officer.answerOpenDialog(authority);
  await officer.goTo('#/settings');
  const network = page.getByRole('region', { name: 'Network' });
  const add = network.getByRole('button', { name: 'Add an authority…' });
  await add.click();
  const asked = await officer.question();
  await expect(asked.getByRole('heading', { level: 1, name: 'Trust this authority?' })).toBeVisible();
  await expect(asked.getByText('CN=Company authority', { exact: true })).toBeVisible();
  const fingerprint = new X509Certificate(company.cert).fingerprint256.replaceAll(':', '').toLowerCase();
  expect((await asked.getByRole('alertdialog').innerText()).replaceAll(/\s/g, '')).toContain(fingerprint);
  await asked.screenshot({ path: path.join(SCREENSHOTS, 'network-authority.png') });
  await officer.decline();
  expect(await tried(officer)).toContain('REMOTE_TLS');
  await add.click();
  await officer.confirm();
  await expect(network.getByText('CN=Company authority')).toBeVisible();
  await network.getByRole('button', { name: 'Test the connection to every tenant' }).click();
  await expect(network.getByText(/reached, TLSv1/)).toBeVisible();
  await page.screenshot({ path: path.join(SCREENSHOTS, 'network.png') });
});

test('the proxy of the environment is used', async () => {
  const officer = await open({ SSL_CERT_FILE: authority, HTTPS_PROXY: proxy.url });
  await addTenant(officer, IDP);
  expect(await tried(officer)).toContain('"from":"environment","variable":"HTTPS_PROXY"');
  expect(proxy.asked).toEqual([{ target: `${IDP}:443`, authorization: null }]);
});

test('the proxy of the system is used', async () => {
  const officer = await open({ SSL_CERT_FILE: authority }, [`--proxy-server=${proxy.url}`]);
  await addTenant(officer, IDP);
  expect(await tried(officer)).toContain('"from":"system"');
  expect(proxy.asked).toContainEqual({ target: `${IDP}:443`, authorization: null });
});

test('a proxy script from a file says which one is used', async () => {
  const script = path.join(path.dirname(authority), 'company.pac');
  const { host } = new URL(proxy.url);
  writeFileSync(
    script,
    `function FindProxyForURL(url, host) { return host === "${IDP}" ? "PROXY 127.0.0.1:1; PROXY ${host}" : "DIRECT"; }`,
  );
  chmodSync(script, 0o644);
  // Names of the network reach nobody in the window's own network, and a script given as text serves all the same.
  const officer = await open({ SSL_CERT_FILE: authority }, ['--host-resolver-rules=MAP * ~NOTFOUND']);
  await addTenant(officer, IDP);
  await officer.answerOpenDialog(script);
  const order = { kind: 'script', address: null, noProxy: ['build.corp.test'] };
  const no = call(officer, 'network.setProxy', order);
  const asked = await officer.question();
  await expect(asked.getByRole('heading', { level: 1 })).toContainText('company.pac');
  await expect(asked.getByText('build.corp.test', { exact: true })).toBeVisible();
  await asked.screenshot({ path: path.join(SCREENSHOTS, 'network-proxy.png') });
  await officer.decline();
  expect(await no).toEqual({ ok: true, value: null });
  expect(await tried(officer)).not.toContain('"from":"script"');
  const yes = call(officer, 'network.setProxy', order);
  await officer.confirm();
  expect(await yes).toMatchObject({ ok: true });
  const said = await tried(officer);
  // The first is dead, so the second is taken.
  expect(said).toContain(`"proxy":"${proxy.url}","from":"script"`);
  expect(proxy.asked).toEqual([{ target: `${IDP}:443`, authorization: null }]);
});
