import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor } from '../../../main/app/page-protocol.ts';

const folder = path.resolve('/built/renderer');

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
});
