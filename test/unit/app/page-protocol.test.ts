import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor, servePage } from '../../../main/app/page-protocol.ts';

const folder = path.resolve('/built/renderer');

const textOf = ({ data }: ProtocolResponse): string => (Buffer.isBuffer(data) ? data.toString() : 'not a buffer');

/** Answers as the folder's pages are served. */
function served(built: string) {
  let serve: (request: ProtocolRequest, answer: (given: ProtocolResponse) => void) => void = () => undefined;
  const protocol = { registerBufferProtocol: (_: string, by: typeof serve) => (serve = by) };
  servePage({ protocol } as unknown as Session, built);
  return (url: string, method = 'GET') =>
    new Promise<ProtocolResponse>((answer) => serve({ url, method } as ProtocolRequest, answer));
}

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

  it('asks for the words of the language in its address, and for no others', async () => {
    const built = mkdtempSync(path.join(tmpdir(), 'page-'));
    writeFileSync(path.join(built, 'index.html'), 'words-__LANGUAGE__.js');
    const asked = served(built);
    const given = ['de', 'en', 'de-AT', '"><script>', ''].map((language) => encodeURIComponent(language));
    const pages = await Promise.all(given.map((language) => asked(`app://custodian/?language=${language}`)));
    expect(pages.map(textOf)).toEqual(['de', 'en', 'de', 'en', 'en'].map((one) => `words-${one}.js`));
    rmSync(built, { recursive: true });
  });

  it('may use its own files, under a nonce of its own each time, and nothing else', async () => {
    const built = mkdtempSync(path.join(tmpdir(), 'page-'));
    writeFileSync(path.join(built, 'index.html'), '<style nonce="__CSP_NONCE__"></style>');
    writeFileSync(path.join(built, 'key.pem'), 'not served');
    const asked = served(built);
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const page = await asked('app://custodian/');
        const policy = String(page.headers?.['Content-Security-Policy']);
        const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(policy) ?? [];
        expect(textOf(page)).toBe(`<style nonce="${nonce}"></style>`);
        return [nonce, policy.replace(nonce, 'NONCE')];
      }),
    );
    expect(policies[0]?.[0]).not.toBe(policies[1]?.[0]);
    expect(policies[0]?.[1]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    for (const [url, method] of [
      ['app://custodian/key.pem', 'GET'],
      ['app://custodian/', 'POST'],
      ['app://elsewhere/', 'GET'],
      ['app://custodian/missing.html', 'GET'],
    ] as const) {
      expect(await asked(url, method)).toEqual({ statusCode: 404, data: Buffer.alloc(0) });
    }
    rmSync(built, { recursive: true });
  });
});
