import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRunning } from '../../../main/sandbox/announcement.ts';
import { freshState, type SandboxState } from '../../../main/sandbox/state.ts';
import { openStateFile, type StateFile } from '../../../main/sandbox/state-file.ts';
import { realRandom, sandboxFolder } from './open-sandbox.ts';
import { isWindows, PRIVATE } from '../../support/this-system.ts';
import { needs } from '../../support/needs.ts';

const open = (folder: string): StateFile => openStateFile(folder, () => freshState(realRandom));

function addTenant(domain: string): (state: SandboxState) => void {
  return ({ tenants }) => {
    const custom = { keys: [], before: [], changedAt: null };
    tenants.push({ domain, customDomain: null, furtherDomains: [], clients: [], custom, own: [], rotations: [] });
  };
}

describe('the document of the sandbox', () => {
  it('is seen by another instance as soon as it is written', async () => {
    const folder = sandboxFolder();
    const [one, two] = [open(folder), open(folder)];
    expect(two.read().tenants).toEqual([]);
    await one.change(addTenant('a.example'));
    expect(two.read()).toEqual(one.read());
    await two.change(addTenant('b.example'));
    expect(one.read().tenants.map(({ domain }) => domain)).toEqual(['a.example', 'b.example']);
  });

  it('loses no change of two instances that write at once', async () => {
    const folder = sandboxFolder();
    const files = [open(folder), open(folder), open(folder)];
    const names = Array.from({ length: 30 }, (_, index) => `t${index}.example`);
    await Promise.all(names.map((name, index) => (files[index % 3] ?? open(folder)).change(addTenant(name))));
    expect(
      open(folder)
        .read()
        .tenants.map(({ domain }) => domain)
        .toSorted(),
    ).toEqual(names.toSorted());
  });

  it('is for this user only, and leaves nothing else behind', async () => {
    const folder = sandboxFolder();
    await open(folder).change(addTenant('a.example'));
    expect(readdirSync(folder)).toEqual(['sandbox.json']);
    expect(statSync(path.join(folder, 'sandbox.json')).mode & 0o777).toBe(PRIVATE);
  });

  it('stays as it was when a change fails', async () => {
    const folder = sandboxFolder();
    const file = open(folder);
    await file.change(addTenant('a.example'));
    const before = readFileSync(path.join(folder, 'sandbox.json'), 'utf8');
    const failing = file.change((state) => {
      state.tenants = [];
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(readFileSync(path.join(folder, 'sandbox.json'), 'utf8')).toBe(before);
    expect(file.read().tenants).toHaveLength(1);
  });

  it('is not held up by the lock of a process that died', async () => {
    const folder = sandboxFolder();
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(path.join(folder, 'sandbox.json.lock'), String(dead));
    await open(folder).change(addTenant('a.example'));
    expect(existsSync(path.join(folder, 'sandbox.json.lock'))).toBe(false);
  });

  it('waits for no pipe in its place, or in that of its announcement', needs(!isWindows, 'pipes of Unix'), async () => {
    const folder = sandboxFolder();
    await open(folder).change(addTenant('a.example'));
    const [document = ''] = readdirSync(folder);
    rmSync(path.join(folder, document));
    for (const name of [document, 'running.json']) {
      spawnSync('mkfifo', [path.join(folder, name)]);
    }
    expect(() => open(folder).read()).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    expect(await findRunning(folder)).toBeNull();
  });

  it('is refused by name when it is damaged, and kept', async () => {
    const folder = sandboxFolder();
    const file = path.join(folder, 'sandbox.json');
    writeFileSync(file, '{"version":1,');
    expect(() => open(folder).read()).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    await expect(open(folder).change(addTenant('a.example'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(readFileSync(file, 'utf8')).toBe('{"version":1,');
  });
});
