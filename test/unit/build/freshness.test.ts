import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { isFresh, newestChange } from '../../../build/freshness.mjs';
import { folderForEach } from '../../support/folder.ts';

const at = folderForEach();
const date = (name: string, seconds: number) => utimesSync(at(name), seconds, seconds);

beforeEach(() => {
  mkdirSync(at('sources/deep'), { recursive: true });
  writeFileSync(at('sources/deep/one.ts'), '');
  writeFileSync(at('built.cjs'), '');
  for (const name of ['sources/deep/one.ts', 'sources/deep', 'sources']) date(name, 1_000);
  date('built.cjs', 2_000);
});

describe('freshness', () => {
  it('holds while nothing is newer than the output', () => {
    expect(isFresh(at('built.cjs'), [at('sources')])).toBe(true);
    expect(newestChange([at('sources')])).toBe(1_000_000);
  });

  it('is lost by a change deep below', () => {
    date('sources/deep/one.ts', 3_000);
    expect(isFresh(at('built.cjs'), [at('sources')])).toBe(false);
  });

  it('is lost by a removal, which only the folder tells', () => {
    rmSync(at('sources/deep/one.ts'));
    expect(isFresh(at('built.cjs'), [at('sources')])).toBe(false);
  });

  it('needs the output to exist, and the sources not to', () => {
    expect(isFresh(at('missing.cjs'), [at('sources')])).toBe(false);
    expect(isFresh(at('built.cjs'), [at('never-written')])).toBe(true);
  });
});
