import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSession, retire, writeSession } from '../../../../build/linux-session/rehearsal-session.mjs';
import { folderForEach } from '../../../support/folder.ts';

const limit = 60_000;
const folder = folderForEach();
let record: string;
let bus: Server;
let address: string;

beforeEach(async () => {
  record = folder('session.json');
  const socket = folder('bus');
  bus = createServer((connection) => connection.end());
  await new Promise<void>((resolve) => bus.listen(socket, resolve));
  address = `unix:path=${socket},guid=1`;
});
afterEach(() => {
  bus.close();
});

const age = (milliseconds: number) => {
  const then = new Date(Date.now() - milliseconds);
  utimesSync(record, then, then);
};

describe('the record of a rehearsal session', () => {
  it('is private and written whole', () => {
    writeSession(folder(), { address, pid: process.pid, children: [] });
    expect(statSync(record).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder()).toSorted()).toEqual(['bus', 'session.json']);
  });

  it('is joined while the supervisor and the bus live, and marked as used', async () => {
    writeSession(folder(), { address, pid: process.pid, children: [] });
    age(limit);
    await expect(findSession(folder())).resolves.toMatchObject({ address });
    expect(Date.now() - statSync(record).mtimeMs).toBeLessThan(limit / 2);
  });

  it('is stale when the supervisor is gone, the bus is silent, or nothing was recorded', async () => {
    await expect(findSession(folder())).resolves.toBeUndefined();
    writeSession(folder(), { address, pid: 2 ** 30, children: [] });
    await expect(findSession(folder())).resolves.toBeUndefined();
    writeSession(folder(), { address: 'unix:path=/nowhere', pid: process.pid, children: [] });
    await expect(findSession(folder())).resolves.toBeUndefined();
  });

  it('is withdrawn after the idle time, not before', async () => {
    writeSession(folder(), { address, pid: process.pid, children: [] });
    age(limit / 2);
    await expect(retire(folder(), limit)).resolves.toBe(false);
    expect(existsSync(record)).toBe(true);
    age(limit * 2);
    await expect(retire(folder(), limit)).resolves.toBe(true);
    expect(existsSync(record)).toBe(false);
    await expect(findSession(folder())).resolves.toBeUndefined();
  });
});
