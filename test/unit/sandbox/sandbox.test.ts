import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUSTOM_DOMAIN, DOMAIN, makeSandbox, openSandbox, sandboxFolder } from './open-sandbox.ts';
import { PRIVATE } from '../../support/this-system.ts';

const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/sandbox/health`).then(
    ({ ok }) => ok,
    () => false,
  );

describe('a sandbox', () => {
  it('remembers everything over two instances: keys, clients and tokens', async () => {
    const first = await openSandbox();
    const token = await first.token();
    const jwks = (await first.ask('GET', `/${DOMAIN}/.well-known/jwks.json`)).text;
    await first.manage('PUT', '/keys/custom-signing', { body: { keys: [{ kty: 'EC', kid: 'k' }] } });
    await first.sandbox.stop();
    const second = await openSandbox({ folder: first.folder });
    const custom = await second.ask('GET', `/${DOMAIN}/api/v2/keys/custom-signing`, { token });
    expect(custom.json).toEqual({ keys: [{ kty: 'EC', kid: 'k' }] });
    expect((await second.ask('GET', `/${DOMAIN}/.well-known/jwks.json`)).text).toBe(jwks);
  });

  it('keeps no client secret in readable form', async () => {
    const folder = sandboxFolder();
    const { clientId, clientSecret } = await makeSandbox({ folder }).register({ domain: DOMAIN, customDomain: null });
    const stored = readFileSync(path.join(folder, 'sandbox.json'), 'utf8');
    expect(stored).toContain(clientId);
    expect(stored).not.toContain(clientSecret);
  });

  it('knows a tenant just as it was registered', async () => {
    const sandbox = makeSandbox();
    const { clientId } = await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
    expect(sandbox.knows({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN, clientId })).toBe(true);
    expect(sandbox.knows({ domain: DOMAIN, customDomain: null, clientId })).toBe(false);
    expect(sandbox.knows({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN, clientId: 'other' })).toBe(false);
    expect(sandbox.knows({ domain: CUSTOM_DOMAIN, customDomain: CUSTOM_DOMAIN, clientId })).toBe(false);
  });

  it('gives a domain to one tenant only', async () => {
    const sandbox = makeSandbox();
    await sandbox.register({ domain: DOMAIN, customDomain: CUSTOM_DOMAIN });
    const other = sandbox.register({ domain: 'other.eu.auth0.com', customDomain: CUSTOM_DOMAIN });
    await expect(other).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'customDomain' } });
    const taken = sandbox.register({ domain: CUSTOM_DOMAIN, customDomain: null });
    await expect(taken).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'domain' } });
  });
});

describe('finding the sandbox', () => {
  it('is announced while started, to this user only, and withdrawn on stop', async () => {
    const folder = sandboxFolder();
    const [serving, looking] = [makeSandbox({ folder }), makeSandbox({ folder })];
    expect(await looking.status()).toEqual({ running: false, url: null });
    const { url } = await serving.start();
    const file = path.join(folder, 'running.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ url, pid: process.pid });
    expect(statSync(file).mode & 0o777).toBe(PRIVATE);
    expect(await looking.findOrStart()).toEqual({ url });
    expect(await looking.status()).toEqual({ running: true, url });
    await serving.stop();
    expect(readdirSync(folder)).not.toContain('running.json');
    expect(await answers(url)).toBe(false);
  });

  it('starts one of its own when the announced server does not answer, or is not the one announced', async () => {
    const folder = sandboxFolder();
    const stranger = makeSandbox();
    const { url: strange } = await stranger.start();
    for (const url of ['http://127.0.0.1:9', strange]) {
      writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ url, pid: 1, nonce: 'n' }));
      const sandbox = makeSandbox({ folder });
      const found = await sandbox.findOrStart();
      expect(found.url).not.toBe(url);
      expect(await answers(found.url)).toBe(true);
    }
    expect(await makeSandbox({ folder }).status()).toEqual({ running: false, url: null });
  });

  it('shares a server that is only for this process with nobody', async () => {
    const folder = sandboxFolder();
    const [one, two] = [makeSandbox({ folder }), makeSandbox({ folder })];
    const first = await one.findOrStart();
    expect(await one.findOrStart()).toEqual(first);
    expect((await two.findOrStart()).url).not.toBe(first.url);
  });

  it('serves on the port that is asked for, or says that it is taken', async () => {
    const [one, two] = [makeSandbox(), makeSandbox()];
    const { url } = await one.start();
    const port = Number(new URL(url).port);
    await expect(two.start(port)).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'port' } });
    await one.stop();
    await two.findOrStart();
    expect(await two.start(port)).toEqual({ url });
  });
});
