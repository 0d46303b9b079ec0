import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { dependenciesAreCurrent } from '../../../build/dependencies.mjs';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();
const lock = (packages: object) => writeFileSync(folder('package-lock.json'), JSON.stringify({ packages }));
const installed = (packages: object) =>
  writeFileSync(folder('node_modules', '.package-lock.json'), JSON.stringify({ packages }));

const one = { version: '1.0.0', integrity: 'sha512-one' };
const wanted = {
  '': { name: 'app' },
  'node_modules/one': one,
  'node_modules/other-platform': { ...one, optional: true },
};

beforeEach(() => {
  // The package itself lies there too: npm's own record alone is not believed.
  mkdirSync(folder('node_modules', 'one'), { recursive: true });
  writeFileSync(folder('node_modules', 'one', 'package.json'), '{}');
  lock(wanted);
});

describe('whether node_modules agrees with the lock file', () => {
  it('believes what npm recorded, and stamps it for the next time', () => {
    installed({ 'node_modules/one': one });
    expect(dependenciesAreCurrent(folder())).toBe(true);
    expect(existsSync(folder('node_modules', '.key-custodian-stamp'))).toBe(true);
  });

  it('leaves the stamp of another checkout alone that shares the files', () => {
    const [ours, theirs] = [folder('node_modules', '.key-custodian-stamp'), folder('theirs')];
    writeFileSync(theirs, 'of another lock file');
    linkSync(theirs, ours);
    installed({ 'node_modules/one': one });
    expect(dependenciesAreCurrent(folder())).toBe(true);
    expect(readFileSync(theirs, 'utf8')).toBe('of another lock file');
    expect(readFileSync(ours, 'utf8')).not.toBe('of another lock file');
  });

  it('notices another version, another content and a missing package', () => {
    for (const other of [
      { ...one, version: '1.0.1' },
      { ...one, integrity: 'sha512-two' },
    ]) {
      installed({ 'node_modules/one': other });
      expect(dependenciesAreCurrent(folder())).toBe(false);
    }
    installed({});
    expect(dependenciesAreCurrent(folder())).toBe(false);
  });

  it('notices that the lock file changed since the stamp', () => {
    installed({ 'node_modules/one': one });
    expect(dependenciesAreCurrent(folder())).toBe(true);
    lock({ ...wanted, 'node_modules/two': one });
    expect(dependenciesAreCurrent(folder())).toBe(false);
  });

  it('wants a node_modules folder to begin with', () => {
    rmSync(folder('node_modules'), { recursive: true });
    expect(dependenciesAreCurrent(folder())).toBe(false);
  });

  it('believes neither record nor stamp when a package is gone', () => {
    installed({ 'node_modules/one': one });
    expect(dependenciesAreCurrent(folder())).toBe(true);
    rmSync(folder('node_modules', 'one'), { recursive: true });
    expect(dependenciesAreCurrent(folder())).toBe(false);
  });
});
