// The loader of the command line: chunks run as modules do, what was compiled ahead is taken where it fits, and whatever does
// not is as if it were not there.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { compiledFolder, createLoader, scriptOf } from '../../../main/start/load.ts';
import { folderForEach } from '../../support/folder.ts';

const dist = folderForEach();
let main = '';
beforeEach(() => {
  mkdirSync(dist('chunks'));
  mkdirSync(compiledFolder(dist()), { recursive: true });
  writeFileSync(dist('chunks', 'one.cjs'), 'exports.one = 1;\nexports.file = __filename;');
  main = dist('main.cjs');
  writeFileSync(
    main,
    `const { one, file } = require("./chunks/one.cjs");
    exports.same = require("./chunks/one.cjs") === require("./chunks/../chunks/one.cjs");
    exports.found = [one, file, typeof require("node:fs").readFileSync];`,
  );
});

const one = (): string => dist('chunks', 'one.cjs');

/** Loads the program and says of the one chunk whether what was compiled ahead was refused. */
function load(): { exports: unknown; refused: boolean | undefined } {
  let refused: boolean | undefined;
  const loader = createLoader(dist(), (file, { cachedDataRejected }) => {
    refused = file === one() ? cachedDataRejected : refused;
  });
  return { exports: loader(main), refused };
}

const RIGHT = () => ({ same: true, found: [1, one(), 'function'] });

const keep = (data: Uint8Array): void => writeFileSync(path.join(compiledFolder(dist()), 'one.cjs'), data);

describe('chunks', () => {
  test('run once each and reach each other and Node.js', () => {
    expect(load()).toEqual({ exports: RIGHT(), refused: undefined });
  });

  test('are taken as they were compiled', () => {
    keep(scriptOf(dist(), one()).createCachedData());
    expect(load()).toEqual({ exports: RIGHT(), refused: false });
  });

  test('that did not come to their end begin anew when they are asked for again', () => {
    const file = dist('once.cjs');
    writeFileSync(file, 'exports.half = true; if (require("node:process").env.LOAD_FAILS) throw new Error("not yet");');
    const loader = createLoader(dist());
    vi.stubEnv('LOAD_FAILS', '1');
    expect(() => loader(file)).toThrow('not yet');
    expect(() => loader(file)).toThrow('not yet');
    vi.unstubAllEnvs();
    expect(loader(file)).toEqual({ half: true });
  });

  test.each([
    ['nothing', () => new Uint8Array()],
    ['something else', () => Buffer.from('no code')],
    ['the beginning of it', () => scriptOf(dist(), one()).createCachedData().subarray(0, -40)],
    ['what another version made', () => scriptOf(dist(), one()).createCachedData().fill(7, 4, 8)],
  ])('are compiled anew in place of %s', (_, made) => {
    keep(made());
    expect(load().exports).toEqual(RIGHT());
  });

  test('are compiled anew when the text is another', () => {
    keep(scriptOf(dist(), one()).createCachedData());
    writeFileSync(one(), 'exports.one = 11;\nexports.file = __filename;');
    expect(load()).toMatchObject({ exports: { found: [11, one(), 'function'] }, refused: true });
  });
});
