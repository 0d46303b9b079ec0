// Authorities, proxy and its password as an officer sets them, and the ways to tenants: exact answers, entries and refusals.
import { beforeEach, describe, expect, it } from 'vitest';
import { tenantRoutes } from '../../../../main/acts/network/network.ts';
import type { RecordedAuthority } from '../../../../main/ports/network.ts';
import { PROXY_ACCOUNT } from '../../../../main/ports/secret-name.ts';
import {
  MAX_AUTHORITIES,
  MAX_PROXY_SCRIPT_BYTES,
  type ProxyOrder,
  type Route,
} from '../../../../shared/domain/network.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const PROXY = 'http://proxy.corp.test:3128';
const SCRIPT = 'function FindProxyForURL(url, host) { return "DIRECT"; }';

const desk = deskForEach();
const network = () => desk.custodian.network;

const entries = () =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 999, action: 'network' })
    .map(({ action, subject, details }) => [action, subject, details]);
const refusal = (field: string, code: string, more: object = {}) => ({
  code: 'INPUT_INVALID',
  facts: { field, problem: { code, ...more } },
});

describe('authorities', () => {
  const authority = (number: number): RecordedAuthority => ({
    subject: `CN=${number}`,
    sha256: String(number).padStart(64, '0'),
    endsAt: '2030-01-01T00:00:00.000Z',
    certificate: 'a certificate',
  });
  const shown = (...numbers: number[]) =>
    numbers.map((number) => {
      const { certificate: _text, ...facts } = authority(number);
      return facts;
    });
  const names = (...numbers: number[]) => ({
    authorities: shown(...numbers).map(({ subject, sha256 }) => ({ subject, sha256 })),
  });
  /** As if a file held these. */
  const add = (...numbers: number[]) => {
    desk.ports.network.authoritiesIn = () => numbers.map(authority);
    return network().addAuthorities(Buffer.from('a file'));
  };
  const trusted = async () => (await network().show()).authorities.toSorted((a, b) => a.sha256.localeCompare(b.sha256));

  it('are judged as they are now, and nothing is trusted by that', async () => {
    const asked: unknown[] = [];
    desk.ports.network.authoritiesIn = (file, now) => {
      asked.push([Buffer.from(file).toString(), now.toISOString()]);
      return [authority(1)];
    };
    expect(network().judge(Buffer.from('a file'))).toEqual(shown(1));
    expect(asked).toEqual([['a file', desk.ports.clock.now().toISOString()]]);
    expect([await trusted(), entries()]).toEqual([[], []]);
  });

  it('are trusted besides those before, and named in the chain', async () => {
    expect(await add(1, 2)).toEqual(shown(1, 2));
    expect(await add(3)).toEqual(shown(3));
    expect(await trusted()).toEqual(shown(1, 2, 3));
    expect(entries()).toEqual([
      ['network.authority-added', 'network', names(1, 2)],
      ['network.authority-added', 'network', names(3)],
    ]);
  });

  it('are as many as a company has, and none of one too many', async () => {
    const all = Array.from({ length: MAX_AUTHORITIES }, (_, index) => index + 1);
    await add(...all);
    expect(await trusted()).toHaveLength(MAX_AUTHORITIES);
    await expect(add(MAX_AUTHORITIES + 1)).rejects.toMatchObject(
      refusal('authority', 'too-many-certificates', { most: MAX_AUTHORITIES }),
    );
    expect([await trusted(), entries().length]).toEqual([shown(...all), 1]);
  });

  it('are trusted no more one by one', async () => {
    await add(1, 2, 3);
    expect(await network().removeAuthorities(authority(2).sha256)).toEqual(shown(2));
    expect(await trusted()).toEqual(shown(1, 3));
    expect(entries().at(-1)).toEqual(['network.authority-removed', 'network', names(2)]);
  });

  it('are trusted no more all at once', async () => {
    await add(1, 2);
    expect((await network().removeAuthorities(null)).map(({ subject }) => subject).toSorted()).toEqual([
      'CN=1',
      'CN=2',
    ]);
    expect(await trusted()).toEqual([]);
  });

  it('that nobody named cannot be taken away, and none is no fault', async () => {
    await expect(network().removeAuthorities('ab'.repeat(32))).rejects.toMatchObject(
      refusal('authority', 'unknown-authority'),
    );
    expect(await network().removeAuthorities(null)).toEqual([]);
    expect(entries()).toEqual([]);
  });
});

describe('the proxy', () => {
  const file = (text: string) => ({ name: 'corp.pac', bytes: Buffer.from(text) });
  const kept = () => desk.ports.registry.read((reader) => reader.proxy());

  it('is that of the system in the beginning', async () => {
    expect((await network().show()).proxy).toEqual({ kind: 'system', address: null, noProxy: [], account: null });
    expect((await network().show()).trusted).toEqual(await desk.ports.network.trustedBeyond());
  });

  it.each<[ProxyOrder, string | null]>([
    [{ kind: 'none', noProxy: ['a.test'] }, null],
    [{ kind: 'system', noProxy: [] }, null],
    [{ kind: 'address', address: `${PROXY}/`, noProxy: ['a.test', 'b.test'] }, PROXY],
    [{ kind: 'script', address: 'http://pac.test/x.pac', noProxy: [] }, 'http://pac.test/x.pac'],
  ])('is set to %j', async (order, address) => {
    const { kind, noProxy } = order;
    expect(await network().setProxy(order, null)).toEqual({ kind, address, noProxy, account: null });
    expect(kept()).toEqual({ kind, address, script: null, noProxy });
    expect(entries()).toEqual([['network.proxy-set', 'network', { kind, address, noProxy }]]);
  });

  it('is what a script from a file says, which is kept', async () => {
    await network().setProxy({ kind: 'script', address: null, noProxy: [] }, file(SCRIPT));
    expect(kept()).toEqual({ kind: 'script', address: 'corp.pac', script: SCRIPT, noProxy: [] });
    expect(entries()).toEqual([['network.proxy-set', 'network', { kind: 'script', address: 'corp.pac', noProxy: [] }]]);
  });

  it('needs no file where the script has an address, or it is no script', async () => {
    await network().setProxy({ kind: 'script', address: 'http://pac.test/x.pac', noProxy: [] }, file('no script'));
    expect(kept()).toMatchObject({ address: 'http://pac.test/x.pac', script: null });
    await network().setProxy({ kind: 'none', noProxy: [] }, file('no script'));
    expect(kept()).toMatchObject({ address: null, script: null });
  });

  const filled = (length: number): string => `${SCRIPT}${' '.repeat(length - SCRIPT.length)}`;

  it('takes scripts up to a length', async () => {
    await network().setProxy({ kind: 'script', address: null, noProxy: [] }, file(filled(MAX_PROXY_SCRIPT_BYTES)));
    expect(kept().script).toHaveLength(MAX_PROXY_SCRIPT_BYTES);
  });

  it.each([
    ['no file', null],
    ['an empty file', file('')],
    ['something else', file('function find() {}')],
    ['a script that is too long', file(filled(MAX_PROXY_SCRIPT_BYTES + 1))],
  ])('takes for a script not %s', async (_, given) => {
    await expect(network().setProxy({ kind: 'script', address: null, noProxy: [] }, given)).rejects.toMatchObject(
      refusal('script', 'no-proxy-script'),
    );
    expect([kept().kind, entries()]).toEqual(['system', []]);
  });

  it('stays as it is while other places are reached without it', async () => {
    await network().setProxy({ kind: 'script', address: null, noProxy: ['a.test'] }, file(SCRIPT));
    expect(await network().setNoProxy(['b.test'])).toEqual({
      kind: 'script',
      address: 'corp.pac',
      noProxy: ['b.test'],
      account: null,
    });
    expect(kept()).toEqual({ kind: 'script', address: 'corp.pac', script: SCRIPT, noProxy: ['b.test'] });
  });
});

describe('the password of the proxy', () => {
  const account = { proxy: `${PROXY}/`, user: 'officer' };
  const held = async () => Buffer.from(await desk.vault.get(PROXY_ACCOUNT)).toString();

  it('is kept with whose and for which proxy it is, in the keychain and nowhere else', async () => {
    expect(await network().storeAccount(account, Buffer.from('pass word'))).toBeNull();
    expect(await held()).toBe(JSON.stringify({ proxy: PROXY, user: 'officer', password: 'pass word' }));
    const known = { proxy: PROXY, user: 'officer' };
    expect((await network().show()).proxy.account).toEqual(known);
    expect(entries()).toEqual([['network.proxy-password-stored', 'network', known]]);
    expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
    expect(await network().setProxy({ kind: 'none', noProxy: [] }, null)).toMatchObject({ account: known });
  });

  it.each([
    ['secret\n', 'secret'],
    ['secret\r\n', 'secret'],
    [' secret ', ' secret '],
    ['€', '€'],
  ])('loses no more than the end of its line: %j', async (given, password) => {
    await network().storeAccount(account, Buffer.from(given));
    expect(JSON.parse(await held())).toMatchObject({ password });
  });

  it.each([
    ['', 'empty'],
    ['\n', 'empty'],
    ['a\nb', 'control-characters'],
    ['a\n\n', 'control-characters'],
    ['a\tb', 'control-characters'],
  ])('is none: %j', async (given, code) => {
    const password = Buffer.from(given);
    await expect(network().storeAccount(account, password)).rejects.toMatchObject(refusal('password', code));
    expect([desk.vault.names().includes(PROXY_ACCOUNT), entries()]).toEqual([false, []]);
    expect(password.every((byte) => byte === 0)).toBe(true);
  });

  it('is overwritten where it came from, once it is kept', async () => {
    const password = Buffer.from('secret');
    await network().storeAccount(account, password);
    expect([...password]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('says for which proxy it could not be kept', async () => {
    const { find } = desk.ports.secrets;
    desk.ports.secrets.find = (name) => (name === PROXY_ACCOUNT ? Promise.resolve(null) : find(name));
    await expect(network().storeAccount(account, Buffer.from('x'))).rejects.toMatchObject({
      code: 'VAULT_SECRET_DAMAGED',
      facts: { kid: `the password of the proxy ${PROXY}` },
    });
    expect((await network().show()).proxy.account).toBeNull();
  });

  it('is taken away once', async () => {
    await network().storeAccount(account, Buffer.from('secret'));
    expect(await network().removeAccount()).toBe(true);
    expect(desk.vault.names()).not.toContain(PROXY_ACCOUNT);
    expect((await network().show()).proxy.account).toBeNull();
    expect(entries().at(-1)).toEqual(['network.proxy-password-removed', 'network', { proxy: PROXY, user: 'officer' }]);
    expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
    expect(await network().removeAccount()).toBe(false);
    expect(entries()).toHaveLength(2);
  });
});

describe('the ways to tenants', () => {
  const route: Route = { proxy: PROXY, from: 'setting', variable: null };
  const unknown = new CustodianError('REMOTE_ROUTE_UNKNOWN', {
    host: 'unknown.example',
    detail: { code: 'script-silent' },
  });
  const jwks = { ...ACME, alg: 'ES256', endpoint: 'jwks', customDomain: null } as const;
  let asked: string[];
  beforeEach(() => {
    asked = [];
    desk.ports.network.routeTo = async (url) => {
      asked.push(url);
      if (url.includes('unknown')) {
        throw unknown;
      }
      return route;
    };
  });

  it('of a sandbox is one on this machine', async () => {
    await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
    expect(await tenantRoutes(desk.ports)).toEqual([{ tenant: 'Acme', host: 'localhost', route, error: null }]);
    expect(asked).toEqual(['http://localhost']);
  });

  it('of another are where it is written and where the public reads it', async () => {
    await desk.custodian.addTenant({
      ...jwks,
      apiBaseUrl: 'https://write.example:8443/a/set',
      jwksUrl: 'https://read.example/b/set',
    });
    expect((await tenantRoutes(desk.ports)).map(({ host }) => host)).toEqual(['write.example:8443', 'read.example']);
    expect(asked).toEqual(['https://write.example:8443', 'https://read.example']);
  });

  it('are one where both are at one host', async () => {
    await desk.custodian.addTenant({ ...jwks, apiBaseUrl: 'https://a.example/a', jwksUrl: 'https://a.example/b' });
    expect((await tenantRoutes(desk.ports)).map(({ host }) => host)).toEqual(['a.example']);
  });

  it('leave out what nobody said yet', async () => {
    await desk.custodian.addTenant({ ...jwks, jwksUrl: 'https://read.example/set' });
    await desk.custodian.addTenant({ ...jwks, name: 'Nowhere' });
    expect((await tenantRoutes(desk.ports)).map(({ tenant, host }) => [tenant, host])).toEqual([
      ['Acme', 'read.example'],
    ]);
  });

  it('say why one is not known, beside the others', async () => {
    await desk.custodian.addTenant({
      ...jwks,
      apiBaseUrl: 'https://unknown.example/set',
      jwksUrl: 'https://a.example/b',
    });
    expect(await tenantRoutes(desk.ports)).toEqual([
      {
        tenant: 'Acme',
        host: 'unknown.example',
        route: null,
        error: { code: 'REMOTE_ROUTE_UNKNOWN', facts: unknown.facts },
      },
      { tenant: 'Acme', host: 'a.example', route, error: null },
    ]);
  });

  describe('are tried', () => {
    const reached = { route, tls: 'TLSv1.3', issuer: 'CN=x', endsAt: null };
    let signals: (AbortSignal | undefined)[];
    beforeEach(async () => {
      signals = [];
      desk.ports.network.reach = async (url, signal) => {
        asked.push(`reach ${url}`);
        signals.push(signal);
        if (url.includes('unknown')) {
          throw unknown;
        }
        return reached;
      };
      await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
      await desk.custodian.addTenant({
        ...jwks,
        name: 'Jwks',
        apiBaseUrl: 'https://unknown.example/set',
        jwksUrl: 'https://a.example/b',
      });
    });

    const here = {
      tenant: 'Acme',
      host: 'localhost',
      reached: { route, tls: null, issuer: null, endsAt: null },
      error: null,
    };
    const there = [
      {
        tenant: 'Jwks',
        host: 'unknown.example',
        reached: null,
        error: { code: 'REMOTE_ROUTE_UNKNOWN', facts: unknown.facts },
      },
      { tenant: 'Jwks', host: 'a.example', reached, error: null },
    ];

    it('one by one, on this machine only as far as the way', async () => {
      expect(await network().test({})).toEqual([here, ...there]);
      expect(asked).toEqual(['http://localhost', 'reach https://unknown.example', 'reach https://a.example']);
    });

    it('of one tenant', async () => {
      expect(await network().test({ tenant: 'jwks' })).toEqual(there);
      expect(await network().test({ tenant: 'Acme' })).toEqual([here]);
      await expect(network().test({ tenant: 'Nobody' })).rejects.toMatchObject({ code: 'TENANT_NOT_FOUND' });
    });

    it('until somebody stops it', async () => {
      const stop = new AbortController();
      const { routeTo } = desk.ports.network;
      desk.ports.network.routeTo = (url) => {
        stop.abort();
        return routeTo(url);
      };
      await expect(network().test({}, { signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(asked).toEqual(['http://localhost']);
    });

    it('with the signal in hand', async () => {
      const { signal } = new AbortController();
      await network().test({ tenant: 'Jwks' }, { signal });
      expect(signals).toEqual([signal, signal]);
    });
  });
});
