// A checkout is not the product: it has its own data, and reaches the other's only when it is told to in so many words.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseCustody, editionOf } from '../../../main/composition/custody-place.ts';
import { defaultDataFolder } from '../../../main/composition/data-folder.ts';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';
import { isWindows, LINKS } from '../../support/this-system.ts';

const CHECKOUT = '/home/officer/key-custodian/dist/cli.cjs';
const INSTALLED = '/opt/Key Custodian/resources/app.asar';

const data = folderForEach();
beforeEach(() => {
  for (const name of ['XDG_DATA_HOME', 'LOCALAPPDATA', 'HOME']) {
    vi.stubEnv(name, data());
  }
});

const choose = (program: string, more: { dataDir?: string; product?: boolean } = {}) =>
  chooseCustody({ program, dataDir: null, product: false, ...more });

function installed(): string {
  const folder = defaultDataFolder('product');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'registry.db'), '');
  return folder;
}

describe('which data a program opens', () => {
  it('knows what is installed by the archive it lies in', () => {
    expect(editionOf(INSTALLED)).toBe('product');
    expect(editionOf(String.raw`C:\Program Files\Key Custodian\resources\app.asar\dist\main.cjs`)).toBe('product');
    expect(editionOf(CHECKOUT)).toBe('checkout');
    expect(editionOf('/home/app.asar.old/main.cjs')).toBe('checkout');
  });

  it('keeps the folders apart', () => {
    expect(choose(INSTALLED)).toMatchObject({ folder: defaultDataFolder('product'), custodyOf: 'product' });
    expect(choose(CHECKOUT)).toEqual({
      folder: defaultDataFolder('checkout'),
      edition: 'checkout',
      custodyOf: 'checkout',
      formerFolder: null,
    });
  });

  it('names the data that a checkout would have opened before', () => {
    const former = installed();
    expect(choose(CHECKOUT).formerFolder).toBe(former);
    expect(choose(CHECKOUT, { product: true }).formerFolder).toBeNull();
    expect(choose(CHECKOUT, { dataDir: data('other') }).formerFolder).toBeNull();
    expect(choose(INSTALLED).formerFolder).toBeNull();
  });

  it('refuses the product’s folder by any name, and opens it on purpose', needs(!isWindows, LINKS), () => {
    const folder = installed();
    symlinkSync(folder, data('link'));
    mkdirSync(data('copy'));
    symlinkSync(path.join(folder, 'registry.db'), data('copy', 'registry.db'));
    const names = [folder, `${folder}/`, `${folder}/../${path.basename(folder)}`, data('link'), data('copy')];
    for (const dataDir of names) {
      expect(() => choose(CHECKOUT, { dataDir })).toThrow(expect.objectContaining({ code: 'REGISTRY_OF_PRODUCT' }));
      expect(choose(CHECKOUT, { dataDir, product: true }).custodyOf).toBe('product');
    }
    expect(choose(CHECKOUT, { product: true })).toMatchObject({ folder, edition: 'checkout', custodyOf: 'product' });
  });

  it('refuses it before anything is installed, too', () => {
    expect(() => choose(CHECKOUT, { dataDir: defaultDataFolder('product') })).toThrow(
      expect.objectContaining({ code: 'REGISTRY_OF_PRODUCT' }),
    );
  });
});

describe('where data lie', () => {
  const home = '/home/officer';
  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/key-custodian'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/officer/.local/share/key-custodian'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/officer/.local/share/key-custodian'],
    ['darwin', {}, '/home/officer/Library/Application Support/Key Custodian'],
    ['win32', { LOCALAPPDATA: '' }, '/home/officer/AppData/Local/Key Custodian'],
  ] as const)('on %s with %o', (platform, env, folder) => {
    expect(defaultDataFolder('product', platform, env, home)).toBe(path.normalize(folder));
    expect(defaultDataFolder('checkout', platform, env, home)).not.toBe(path.normalize(folder));
  });

  it('does not take a home that is no place', () => {
    vi.stubEnv('XDG_DATA_HOME', '');
    for (const wrong of ['', 'relative']) {
      vi.stubEnv('HOME', wrong);
      expect(path.isAbsolute(defaultDataFolder('checkout'))).toBe(true);
    }
  });
});
