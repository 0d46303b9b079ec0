// NO_PROXY has no standard. These are the forms that curl, wget, Python, Go and Node.js take, and what they mean here.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBypassed, isThisMachine } from '../../../main/network/no-proxy.ts';
import { listOf, proxyOrderSchema } from '../../../shared/domain/network.ts';

const bypassed = (url: string, list: string): boolean => isBypassed(new URL(url), listOf(list));

const IDP = 'https://idp.corp.test';

describe('NO_PROXY', () => {
  it.each([
    [IDP, 'idp.corp.test', true],
    [IDP, 'IDP.Corp.TEST', true],
    ['https://IDP.corp.test.', 'idp.corp.test', true],
    [IDP, '.corp.test', true],
    [IDP, '*.corp.test', true],
    [IDP, 'corp.test', true],
    [IDP, 'corp.test.', true],
    ['https://corp.test', '.corp.test', true],
    [IDP, '*', true],
    [IDP, 'other.test, idp.corp.test', true],
    [IDP, 'other.test idp.corp.test', true],
    [IDP, 'idp.corp.test:443', true],
    [IDP, 'idp.corp.test:8443', false],
    ['https://idp.corp.test:8443', 'idp.corp.test:8443', true],
    ['https://idp.corp.test:8443', 'idp.corp.test', true],
    ['http://idp.corp.test', '.corp.test:80', true],
    ['https://notcorp.test', 'corp.test', false],
    [IDP, 'idp.corp', false],
    [IDP, 'rp.test', false],
    [IDP, '', false],
    [IDP, ',,', false],
    [IDP, '.', false],
    [IDP, '10.0.0.0/8', false],
    ['https://10.1.2.3', '10.0.0.0/8', true],
    ['https://10.1.2.3', '10.1.2.3', true],
    ['https://10.1.2.3', '10.1.2.3/32', true],
    ['https://11.1.2.3', '10.0.0.0/8', false],
    ['https://10.1.2.3', '10.1.2.3:443', true],
    ['https://10.1.2.3', '10.1.2.3:80', false],
    ['https://10.1.2.3', '2.3', false],
    ['https://10.1.2.3', '10.0.0.0/99', false],
    ['https://10.1.2.3', '10.0.0.0/x', false],
    ['https://[fd00::1]', 'fd00::/8', true],
    ['https://[fd00::1]', '[fd00::1]', true],
    ['https://[fd00::1]', 'fd00:0::1', true],
    ['https://[fd00::1]:8443', '[fd00::1]:8443', true],
    ['https://[fd00::1]', '[fd00::1]:8443', false],
    ['https://[fe00::1]', 'fd00::/8', false],
    ['https://[fd00::1]', '10.0.0.0/8', false],
  ])('%s with %j: %s', (url, list, expected) => {
    expect(bypassed(url, list)).toBe(expected);
  });

  it('a name exempts itself and all below it, and nothing that only ends like it', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 4 }), label, (labels, more) => {
        const name = labels.join('.');
        expect(bypassed(`https://${name}`, name)).toBe(true);
        expect(bypassed(`https://${more}.${name}`, name)).toBe(true);
        expect(bypassed(`https://${more}${name}`, name)).toBe(false);
        expect(bypassed(`https://${name}.${more}`, name)).toBe(
          labels.join('.') === `${labels.slice(1).join('.')}.${more}`,
        );
      }),
    );
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        expect(bypassed(IDP, list)).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('this machine', () => {
  it.each([
    'http://localhost',
    'https://x.localhost:1',
    'http://127.0.0.1:80',
    'http://127.8.9.1',
    'http://[::1]:1',
    'http://2130706433',
  ])('%s is never reached by a proxy', (url) => expect(isThisMachine(new URL(url))).toBe(true));

  it.each(['https://localhost.corp.test', 'https://128.0.0.1', 'https://[::2]', 'https://mylocalhost'])(
    '%s is another',
    (url) => expect(isThisMachine(new URL(url))).toBe(false),
  );
});

describe('a recorded list', () => {
  it.each(['corp.test', '.corp.test', '*.corp.test', 'h:443', '10.0.0.0/8', 'fd00::/8', '[::1]:8080', '*'])(
    'takes %s',
    (entry) => {
      expect(proxyOrderSchema.safeParse({ kind: 'none', noProxy: [entry] }).success).toBe(true);
    },
  );

  it.each(['', 'http://corp.test', 'a b', 'a/b', 'user@host', '<local>'])('refuses %j', (entry) => {
    expect(proxyOrderSchema.safeParse({ kind: 'none', noProxy: [entry] }).success).toBe(false);
  });
});
