// What happens to a backup and a restore when a disk goes away or fills up in the middle: a clear word, nothing that looks whole and
// is not, and a second try that works. The stick is an exFAT disk whose driver is killed, which is what the kernel is left with when one
// is pulled out.
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChunks } from '../../main/files/read-chunks.ts';
import { saveStream } from '../../main/files/save-stream.ts';
import { isCustodianError } from '../../shared/errors.ts';
import { type Holder, newHolder, openedBy, sealedFor } from '../support/backups.ts';
import { isRoot, makeSmallDisk, makeStick, noExfat, type Stick } from '../support/disks.ts';
import { needs } from '../support/needs.ts';
import { ACME, NOW, ring, tenant, timesDone } from './act.ts';
import { disagreements } from './agreement.ts';
import { type FaultDesk, keychainFolder, makeKeyPool, openFaultDesk } from './fault-desk.ts';
import { folderForAll, folderForEach } from '../support/folder.ts';

const pool = folderForAll()('pool.json');
let desk: FaultDesk;
let holder: Holder;
const at = folderForEach();
const openAt = (folder: string): FaultDesk => openFaultDesk({ folder, pool, now: NOW });

beforeAll(async () => writeFileSync(pool, await makeKeyPool(4)));

beforeEach(async () => {
  mkdirSync(at('one'));
  desk = openAt(at('one'));
  await desk.custodian.addTenant(ACME);
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: ring });
  await desk.custodian.addTenant({ ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: null });
  holder = await newHolder();
});
afterEach(() => desk.close());

const backUp = (file: string, meanwhile: () => void = () => undefined) =>
  desk.custodian.createBackup({ protection: sealedFor(holder), credentials: false }, async (chunks, prove) => ({
    file: path.basename(file),
    ...(await saveStream(file, after(chunks, meanwhile), prove)),
  }));

/** `happens` once, behind the first piece. */
async function* after(chunks: AsyncIterable<Uint8Array>, happens: () => void): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    yield chunk;
    if (first) {
      first = false;
      happens();
    }
  }
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it worked'),
    (error: unknown) => (isCustodianError(error) ? { code: error.code, ...error.facts } : error),
  );

const restoreIn = (into: FaultDesk, source: () => AsyncIterable<Uint8Array>) =>
  into.custodian.restoreBackup(source, openedBy(holder), { file: 'keys.age', seen: null });

async function expectWhole(into: FaultDesk, folder: string): Promise<void> {
  await into.custodian.settle();
  expect(await disagreements(into, folder)).toEqual([]);
  expect((await into.custodian.examine(() => undefined)).findings).toEqual([]);
}

describe('a stick that is pulled out', needs(noExfat === null, noExfat ?? ''), () => {
  let stick: Stick;
  beforeEach(() => {
    stick = makeStick();
  });
  afterEach(() => stick.remove());
  const onStick = (): string => path.join(stick.folder, 'keys.age');

  it('while a backup is written: it counts for nothing, and the next one elsewhere does', async () => {
    expect(await failure(backUp(onStick(), stick.pullOut))).toMatchObject({
      code: 'FILE_NOT_WRITTEN',
      problem: { code: 'disk-gone' },
    });
    expect(timesDone(desk, 'backup.made')).toBe(0);
    expect(desk.custodian.backupStatus().last).toBeNull();
    await expectWhole(desk, at('one'));
    await backUp(at('keys.age'));
    expect(timesDone(desk, 'backup.made')).toBe(1);
  });

  it.each([
    ['when it is read for the first time', 1],
    ['when keys are brought in from it', 2],
  ])('during a restore, %s: nothing half comes in, and it goes on from another copy', async (_, reading) => {
    await backUp(onStick());
    await backUp(at('keys.age'));
    mkdirSync(at('two'));
    const fresh = openAt(at('two'));
    try {
      let readings = 0;
      const source = (): AsyncIterable<Uint8Array> => {
        readings += 1;
        const chunks = readChunks(onStick());
        return readings === reading ? pulledBefore(chunks) : chunks;
      };
      expect(await failure(restoreIn(fresh, source))).toMatchObject({
        code: 'FILE_UNREADABLE',
        problem: { code: 'disk-gone' },
      });
      expect(timesDone(fresh, 'backup.restored')).toBe(0);
      await expectWhole(fresh, at('two'));
      await restoreIn(fresh, () => readChunks(at('keys.age')));
      expect(timesDone(fresh, 'backup.restored')).toBe(1);
      expect(fresh.custodian.listTenants()).toHaveLength(2);
      await expectWhole(fresh, at('two'));
    } finally {
      fresh.close();
    }
  });

  async function* pulledBefore(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    stick.pullOut();
    yield* chunks;
  }
});

it(
  'a disk that is unmounted while a backup is written: nothing is left under its name',
  needs(isRoot, 'root, who alone can mount a disk'),
  async () => {
    const disk = makeSmallDisk(4 * 1024 * 1024);
    const file = path.join(disk.folder, 'keys.age');
    expect(await failure(backUp(file, disk.remove))).toMatchObject({
      code: 'FILE_NOT_WRITTEN',
      problem: { code: 'disk-gone' },
    });
    expect(timesDone(desk, 'backup.made')).toBe(0);
    await expectWhole(desk, at('one'));
  },
);

describe('a disk that is full', needs(isRoot, 'root, who alone can mount a disk'), () => {
  it('of a restore: it is said, whole tenants stay, and it goes on when there is room', async () => {
    await backUp(at('keys.age'));
    const disk = makeSmallDisk(4 * 1024 * 1024);
    mkdirSync(at('keychain'));
    symlinkSync(at('keychain'), keychainFolder(disk.folder));
    const fresh = openAt(disk.folder);
    const filler = path.join(disk.folder, 'filler');
    try {
      const source = (): AsyncIterable<Uint8Array> => readChunks(at('keys.age'));
      const full = (): void => {
        rmSync(filler, { force: true });
        fill(filler);
      };
      expect(await failure(restoreIn(fresh, () => after(source(), full)))).toMatchObject({ code: 'REGISTRY_FULL' });
      expect(timesDone(fresh, 'backup.restored')).toBe(0);
      rmSync(filler);
      await expectWhole(fresh, disk.folder);
      await restoreIn(fresh, source);
      expect(fresh.custodian.listTenants()).toHaveLength(2);
      await expectWhole(fresh, disk.folder);
      expect(readdirSync(disk.folder).filter((name) => name.includes('staged'))).toEqual([]);
    } finally {
      fresh.close();
      disk.remove();
    }
  });
});

/** Until the disk takes no more. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 512;) {
    try {
      writeFileSync(file, Buffer.alloc(size, 1), { flag: 'a' });
    } catch {
      size /= 2;
    }
  }
}
