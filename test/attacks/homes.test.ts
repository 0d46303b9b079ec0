// Accounts whose home is no home: services, containers, `sudo -u`. Each ends in a sentence of the registry's, or works.
import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderForEach } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

const folder = folderForEach();

const listIn = (env: Record<string, string>) =>
  spawnSync(process.execPath, [PROGRAM, 'tenant', 'list'], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });

describe('a home', needs(process.platform === 'linux', 'Linux'), () => {
  it.each([
    ['that is a device', () => '/dev/null'],
    [
      'that is a file',
      () => {
        const file = folder('file');
        writeFileSync(file, '');
        return file;
      },
    ],
    [
      'that leads round in a circle',
      () => {
        const link = folder('link');
        symlinkSync(link, link);
        return link;
      },
    ],
    ['in which the kernel lets nobody write', () => '/proc'],
  ])('%s is told in words', (_what, make) => {
    const ran = listIn({ HOME: make() });
    expect(ran.stderr).toMatch(/^The key registry .*\n.*\n\(REGISTRY_(UNREACHABLE|READ_ONLY)\)\n$/);
    expect(ran.status).toBe(3);
  });

  it('behind variables that are empty or no absolute path is used as if they were not set', () => {
    for (const value of ['', 'relative', '.']) {
      const ran = listIn({ HOME: folder(), XDG_DATA_HOME: value, XDG_CONFIG_HOME: value, XDG_RUNTIME_DIR: value });
      expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    }
    expect(existsSync(folder('.local/share/key-custodian-checkout/registry.db'))).toBe(true);
  });
});
