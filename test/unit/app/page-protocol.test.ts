import path from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor, pageAddress, servePage } from '../../../main/app/page-protocol.ts';

const folder = path.resolve('/built/renderer');

const TYPES = { 'index.html': 'text/html; charset=utf-8', 'assets/a.js': 'text/javascript; charset=utf-8' };

/** What a request for that is answered with. */
function answered(url: string, method = 'GET'): ProtocolResponse | null {
  let answer: ProtocolResponse | null = null;
  const protocol = {
    registerFileProtocol(
      _: string,
      serve: (request: ProtocolRequest, give: (given: ProtocolResponse) => void) => void,
    ) {
      serve({ url, method } as ProtocolRequest, (given) => (answer = given));
    },
  };
  servePage({ protocol } as unknown as Session, folder);
  return answer;
}

const headerOf = (url: string, name: string): string | undefined =>
  (answered(url)?.headers as Record<string, string> | undefined)?.[name];

describe('the page', () => {
  it('is served from the built files', () => {
    expect(fileFor(folder, '/')).toBe(path.join(folder, 'index.html'));
    expect(fileFor(folder, '/assets/a.js')).toBe(path.join(folder, 'assets', 'a.js'));
  });

  it.each(['/../main.cjs', '/assets/../../main.cjs', '/%2e%2e/main.cjs', '/%2e%2e%2fmain.cjs', '/a%00.js', '/a%zz.js'])(
    'is never anything outside them: %s',
    (pathname) => {
      expect(fileFor(folder, pathname)).toBeNull();
    },
  );

  it('stays inside for any path', () => {
    fc.assert(
      fc.property(fc.webPath(), (pathname) => {
        const file = fileFor(folder, pathname);
        expect(file === null || file === folder || file.startsWith(folder + path.sep)).toBe(true);
      }),
    );
  });

  it('is never read here: which file it is, and of what type, is all that is answered', () => {
    for (const [file, type] of Object.entries(TYPES)) {
      const { headers, ...answer } = answered(`app://custodian/${file === 'index.html' ? '' : file}`) ?? {};
      expect(answer).toEqual({ path: path.join(folder, file) });
      expect(headers).toMatchObject({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
    }
  });

  it('asks for the words of the language in its address, and for no others', () => {
    const asked = ['de', 'en', 'de-AT', '"><script>', ''].map((language) =>
      headerOf(`app://custodian/?language=${encodeURIComponent(language)}`, 'Link'),
    );
    const words = (language: string): string => `<app://custodian/assets/words-${language}.js>; rel=modulepreload`;
    expect(asked).toEqual([words('de'), words('en'), words('de'), words('en'), words('en')]);
    expect(headerOf('app://custodian/confirm.html?language=de', 'Link')).toBeUndefined();
  });

  it('may use its own files, under a nonce of its own each time, and nothing else', () => {
    const policyOf = (url: string): string | undefined => headerOf(url, 'Content-Security-Policy');
    const policy = (styles: string): string =>
      `default-src 'none'; script-src 'self'; style-src 'self'${styles}; img-src 'self' data:; font-src 'self'; ` +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    const addresses = [pageAddress('', 'en'), pageAddress('', 'en')];
    const nonces = addresses.map((address) => new URL(address).searchParams.get('nonce') ?? '');
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((nonce) => /^[\w-]{22}$/.test(nonce))).toBe(true);
    expect(addresses.map(policyOf)).toEqual(nonces.map((nonce) => policy(` 'nonce-${nonce}'`)));
    // Only those that were given out.
    for (const made of ['', 'AAAAAAAAAAAAAAAAAAAAAA', "x' 'unsafe-inline", '*']) {
      expect(policyOf(`app://custodian/?nonce=${encodeURIComponent(made)}`)).toBe(policy(''));
    }
  });

  it.each([
    ['app://custodian/key.pem', 'GET'],
    ['app://custodian/', 'POST'],
    ['app://elsewhere/', 'GET'],
    ['app://custodian/%2e%2e/main.cjs', 'GET'],
  ])('is not %s by %s', (url, method) => {
    expect(answered(url, method)).toEqual({ error: -6 });
  });
});
