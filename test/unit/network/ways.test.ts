// By which way a host is reached: what is recorded, what the environment says, what the system says, in this order.
import { describe, expect, it } from 'vitest';
import type { RecordedProxy } from '../../../main/ports/network.ts';
import { openNetwork } from '../../support/network.ts';
import type { Route } from '../../../shared/domain/network.ts';

const IDP = 'https://idp.corp.test/x';

interface Case {
  env?: Record<string, string>;
  setting?: Partial<RecordedProxy>;
  system?: string;
  script?: string;
}

const wayTo = (url: string, { env, setting, system, script }: Case): Promise<Route> =>
  openNetwork({
    ...(env && { env }),
    ...(setting && { setting }),
    ...((system ?? script) !== undefined && {
      resolver: { bySystem: async () => system ?? '', byScript: async () => script ?? '' },
    }),
  }).routeTo(url);

describe('the environment', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://p.test:3128' }, 'http://p.test:3128', 'HTTPS_PROXY'],
    [{ https_proxy: 'http://p.test:3128' }, 'http://p.test:3128', 'https_proxy'],
    [{ https_proxy: 'http://low.test:1', HTTPS_PROXY: 'http://up.test:1' }, 'http://low.test:1', 'https_proxy'],
    [{ ALL_PROXY: 'http://p.test:3128' }, 'http://p.test:3128', 'ALL_PROXY'],
    [{ all_proxy: 'https://p.test' }, 'https://p.test', 'all_proxy'],
    [{ HTTPS_PROXY: 'p.test:3128' }, 'http://p.test:3128', 'HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'http://user:pass@p.test:3128/' }, 'http://p.test:3128', 'HTTPS_PROXY'],
    [{ HTTP_PROXY: 'http://p.test:3128' }, null, null],
    [{ HTTPS_PROXY: '' }, null, null],
    [{ HTTPS_PROXY: 'http://p.test:3128', NO_PROXY: '.corp.test' }, null, 'NO_PROXY'],
    [{ HTTPS_PROXY: 'http://p.test:3128', no_proxy: 'idp.corp.test' }, null, 'no_proxy'],
    [{ HTTPS_PROXY: 'http://p.test:3128', no_proxy: 'other.test', NO_PROXY: '*' }, 'http://p.test:3128', 'HTTPS_PROXY'],
  ])('%j', async (env, proxy, variable) => {
    expect(await wayTo(IDP, { env })).toMatchObject({ proxy, variable });
  });

  it('tells of no password', async () => {
    const told = JSON.stringify(await wayTo(IDP, { env: { HTTPS_PROXY: 'http://user:pass@p.test:3128' } }));
    expect(told).not.toMatch(/user|pass/);
  });

  it.each(['socks5://p.test:1080', 'ftp://p.test', 'http://'])(
    '%s is a proxy that is not spoken here, not “none”',
    async (value) => {
      await expect(wayTo(IDP, { env: { HTTPS_PROXY: value } })).rejects.toMatchObject({
        code: 'REMOTE_ROUTE_UNKNOWN',
        facts: { detail: 'HTTPS_PROXY names no http or https proxy' },
      });
    },
  );
});

describe('what is recorded', () => {
  const env = { HTTPS_PROXY: 'http://env.test:1' };
  const system = 'PROXY system.test:1';

  it('goes before the environment and the system', async () => {
    const setting = { kind: 'address', address: 'http://set.test:1' } as const;
    expect(await wayTo(IDP, { env, system, setting })).toMatchObject({ proxy: 'http://set.test:1', from: 'setting' });
    expect(await wayTo(IDP, { env, system, setting: { kind: 'none' } })).toMatchObject({
      proxy: null,
      from: 'setting',
    });
  });

  it('exempts what it says, whatever the proxy is', async () => {
    const noProxy = ['.corp.test'];
    for (const setting of [
      { kind: 'system', noProxy } as const,
      { kind: 'address', address: 'http://s:1', noProxy } as const,
    ]) {
      expect(await wayTo(IDP, { env, system, setting })).toMatchObject({ proxy: null, from: 'setting' });
    }
  });

  it('never leads this machine through a proxy', async () => {
    const setting = { kind: 'address', address: 'http://set.test:1' } as const;
    expect(await wayTo('http://127.0.0.1:8080', { env, system, setting })).toMatchObject({ from: 'this-machine' });
  });
});

describe('the system', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY p.test:3128', 'http://p.test:3128'],
    ['HTTPS p.test:443; DIRECT', 'https://p.test'],
    ['SOCKS5 s.test:1080; PROXY p.test:3128', 'http://p.test:3128'],
    [' proxy p.test:3128 ', 'http://p.test:3128'],
  ])('%j', async (system, proxy) => {
    expect(await wayTo(IDP, { system })).toMatchObject({ proxy, from: 'system' });
  });

  it.each([
    ['', 'the system’s proxy settings give no answer'],
    ['SOCKS5 s.test:1080', 'only a proxy of a kind that is not spoken here leads there'],
  ])('%j is no leave to go straight', async (system, detail) => {
    await expect(wayTo(IDP, { system })).rejects.toMatchObject({ code: 'REMOTE_ROUTE_UNKNOWN', facts: { detail } });
  });

  it('is asked after the environment', async () => {
    const env = { HTTPS_PROXY: 'http://env.test:1' };
    expect(await wayTo(IDP, { env, system: 'DIRECT' })).toMatchObject({
      proxy: 'http://env.test:1',
      from: 'environment',
    });
  });
});

describe('a script', () => {
  const setting = { kind: 'script', address: 'company.pac', script: 'function FindProxyForURL() {}' } as const;

  it('decides where it can be run', async () => {
    expect(await wayTo(IDP, { setting, script: 'PROXY p.test:1' })).toMatchObject({
      proxy: 'http://p.test:1',
      from: 'script',
    });
    await expect(wayTo(IDP, { setting, script: '' })).rejects.toMatchObject({ code: 'REMOTE_ROUTE_UNKNOWN' });
  });

  it('is not passed over where it cannot', async () => {
    await expect(wayTo(IDP, { setting })).rejects.toMatchObject({
      code: 'REMOTE_ROUTE_UNKNOWN',
      facts: { detail: 'a proxy script decides, and only the window can run one' },
    });
  });
});
