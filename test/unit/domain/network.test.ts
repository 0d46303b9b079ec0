import { describe, expect, it } from 'vitest';
import { check } from '../../../shared/problems/issue.ts';
import { listOf, proxyAddressSchema, proxyOrderSchema } from '../../../shared/domain/network.ts';

describe('the address of a proxy', () => {
  it('is its scheme, host and port, written in one way', () => {
    expect(proxyAddressSchema.parse('http://Proxy.Acme.example:3128/')).toBe('http://proxy.acme.example:3128');
    expect(proxyAddressSchema.parse('https://proxy')).toBe('https://proxy');
  });

  it.each([
    'ftp://proxy',
    'xhttp://proxy',
    'httpx://proxy',
    'http://ann:secret@proxy',
    'http://proxy/path',
    'http://proxy//',
    'http://proxy?x',
    'http://proxy#x',
    'http:///',
    'proxy:3128',
    '',
  ])('is not %s', (address) => {
    expect(check(proxyAddressSchema, address)).toMatchObject({ refusal: { problem: { code: 'proxy-address' } } });
  });
});

describe('the address of a script', () => {
  const checked = (address: string) => check(proxyOrderSchema, { kind: 'script', address, noProxy: [] });

  it.each(['http://proxy/pac', 'https://proxy/a/b.pac?x=@#y', 'https://proxy/@', 'https://proxy?at=http://a@b'])(
    'may be %s',
    (address) => {
      expect(checked(address).ok).toBe(true);
    },
  );

  it.each([
    'ftp://proxy/pac',
    'file:///etc/pac',
    'xhttp://a',
    'httpx://a',
    'https://ann@proxy',
    'http://a:b@proxy/pac',
  ])('is not %s', (address) => {
    expect(checked(address)).toMatchObject({ refusal: { problem: { code: 'script-address' } } });
  });
});

describe('what goes past a proxy', () => {
  const refusedOf = (entries: string) =>
    entries.split(' ').filter((entry) => !proxyOrderSchema.safeParse({ kind: 'none', noProxy: [entry] }).success);

  it.each([
    ['all', '*'],
    ['hosts', 'localhost acme.example acme.example. a.b.c.example my_host xn--a-1 host:1 host:65535'],
    ['suffixes', '.example *.example *.a.example .example:443 *.example:443'],
    ['addresses', '10.0.0.1 10.0.0.1:80 ::1 [::1] [fe80::1]:8080'],
    ['networks', '10.0.0.0/8 192.168.0.0/16 fd00::/8 fd00::/128'],
  ])('may be %s: %s', (_, entries) => {
    expect(refusedOf(entries)).toEqual([]);
  });

  it.each([
    ['a sign alone or in between', '** *a *. a.* a* ..x x..y'],
    ['an address of a page', 'https://a a/b a@b é.example'],
    ['a port that is none', 'host: host:port host:123456 host:1x [::1]: [::1]:123456 [::1]:x'],
    ['a network that is none', '10.0.0.0/ 10.0.0.0/1234 10.0.0.0/x host/8 [::1]/8'],
    ['brackets around nothing of the kind', '[::1 ::1] [] [host] x[::1]'],
  ])('is not %s: %s', (_, entries) => {
    expect(refusedOf(entries)).toEqual(entries.split(' '));
  });
});

it.each([
  ['', []],
  [' , ', []],
  ['a', ['a']],
  ['a,b', ['a', 'b']],
  [' a  b,\n,c, ', ['a', 'b', 'c']],
])('%j is the list %j', (text, list) => {
  expect(listOf(text)).toEqual(list);
});
