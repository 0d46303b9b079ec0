import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { bundleFixture } from '../../support/bundle-fixture.ts';
import { needs } from '../../support/needs.ts';
import { aConsumer } from '../../support/consumers.ts';
import { folderForEach } from '../../support/folder.ts';
import { aKey, aRing, AT, aTenant } from '../../support/keys.ts';
import { isWindows, PRIVATE } from '../../support/this-system.ts';

const folder = folderForEach();

const clock = { now: () => new Date(AT) };
const open = (where: string | null = folder(), holder = 'a test') =>
  openRegistry({ folder: where, holder, waitMs: 50, clock, actor: 'officer' });
const act = { action: 'test', subject: 'x', details: {} };

describe('the registry', () => {
  it('gives back what was written, also after it was closed and opened again', () => {
    const key = aKey({
      state: 'revoked',
      revokedAt: AT,
      revocation: { reason: 'lost', compromised: true, compromisedSince: null },
      uses: 3,
    });
    const publication = {
      id: 'p',
      tenantId: 'tenant',
      at: AT,
      hash: 'h',
      kids: ['a'],
      replaced: '{"keys":[]}',
      confirmedAt: null,
      variations: [{ kid: 'a', kind: 'moved' as const }],
      act: 'push' as const,
      sent: '{"keys":[]}',
    };
    const { consumer } = aConsumer({ verifier: 'jose', cacheSeconds: 30, format: 'jwks', rings: ['default'] });
    const note = { consumerId: consumer.id, kid: key.kid, kind: 'has' as const, at: AT };
    const first = open();
    first.change(act, (writer) => {
      writer.addTenant(aTenant);
      writer.addRing(aRing);
      writer.addKey(key);
      writer.addPublication(publication);
      writer.addConsumer(consumer);
      writer.addConsumerNote(note);
      writer.addIntent({ name: 'key-1', purpose: 'write', at: AT });
    });
    first.close();
    const second = open();
    second.read((reader) => {
      expect(reader.tenantByName('ACME')).toEqual(aTenant);
      expect(reader.rings('tenant')).toEqual([aRing]);
      expect(reader.keys('tenant')).toEqual([key]);
      // The narrow record of the due list says the same of a key, with fewer columns.
      expect(reader.allKeyDates()).toHaveLength(1);
      expect(reader.keys('tenant')).toMatchObject(reader.allKeyDates());
      expect(reader.keysBySpki(key.spkiSha256)).toEqual([key]);
      expect(reader.lastPublication('tenant')).toEqual(publication);
      expect(reader.consumers('tenant')).toEqual([consumer]);
      expect(reader.consumerNotes('tenant')).toEqual([{ ...note, by: 'officer' }]);
      expect(reader.intents()).toEqual([{ name: 'key-1', purpose: 'write', at: AT }]);
    });
    second.close();
  });

  it('appends one audit entry to each change, and none when the change fails', () => {
    const registry = open(null);
    registry.change(act, (writer) => writer.addTenant(aTenant));
    expect(() =>
      registry.change(act, (writer) => {
        writer.addTenant({ ...aTenant, id: 'other', name: 'Other' });
        throw new Error('no');
      }),
    ).toThrow('no');
    registry.read((reader) => {
      expect(reader.tenants()).toHaveLength(1);
      expect(reader.audit(0, 10).map(({ seq, actor }) => [seq, actor])).toEqual([[1, 'officer']]);
      expect(verifyChain([reader.audit(0, 10)]).ok).toBe(true);
    });
    registry.close();
  });

  it('refuses a second current key in a ring by itself', () => {
    const registry = open(null);
    const twoCurrent = () =>
      registry.change(act, (writer) => {
        writer.addTenant(aTenant);
        writer.addRing(aRing);
        writer.addKey(aKey({ state: 'current' }));
        writer.addKey(aKey({ state: 'current' }));
      });
    expect(twoCurrent).toThrow(/UNIQUE/);
    registry.close();
  });

  it('lets nobody edit or delete an audit entry through SQL', () => {
    const registry = open();
    registry.change(act, (writer) => writer.addTenant(aTenant));
    registry.close();
    const raw = new DatabaseSync(folder('registry.db'));
    expect(() => raw.exec("UPDATE audit SET action = 'forged'")).toThrow(/append-only/);
    expect(() => raw.exec('DELETE FROM audit')).toThrow(/append-only/);
    raw.close();
  });

  it('belongs to the user alone', () => {
    const registry = open();
    registry.change(act, (writer) => writer.addTenant(aTenant));
    for (const file of ['registry.db', 'registry.db-wal']) {
      expect(statSync(folder(file)).mode & 0o777).toBe(PRIVATE);
    }
    registry.close();
  });

  it('tells the second process who has it open', () => {
    const registry = open(folder(), 'the window');
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'REGISTRY_IN_USE', facts: { holder: { code: 'window', process: process.pid } } }),
    );
    registry.close();
    open().close();
  });

  it('keeps every acknowledged change when the process is killed', async () => {
    const program = await bundleFixture(path.join(import.meta.dirname, 'endless-writer.fixture.ts'));
    const child = fork(program, [folder()], { stdio: 'ignore' });
    let acknowledged = 0;
    child.on('message', (count) => {
      acknowledged = Number(count);
      if (acknowledged === 25) {
        child.kill('SIGKILL');
      }
    });
    await once(child, 'exit');
    expect(acknowledged).toBeGreaterThanOrEqual(25);
    const registry = open();
    const chain = registry.read((reader) => reader.audit(0, 10_000));
    expect(chain.length).toBeGreaterThanOrEqual(acknowledged);
    expect(verifyChain([chain])).toMatchObject({ ok: true, head: { seq: chain.length } });
    registry.close();
  });

  it('refuses a file that is no database, and one from the future', () => {
    writeFileSync(folder('registry.db'), 'this is not a database, it only pretends to be one');
    expect(() => open()).toThrow(expect.objectContaining({ code: 'REGISTRY_DAMAGED' }));
    rmSync(folder('registry.db'));
    open().close();
    const raw = new DatabaseSync(folder('registry.db'));
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    expect(() => open()).toThrow(expect.objectContaining({ code: 'REGISTRY_TOO_NEW' }));
  });

  it('leaves the database of another program alone', () => {
    const raw = new DatabaseSync(folder('registry.db'));
    raw.exec('CREATE TABLE theirs (a)');
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'REGISTRY_DAMAGED', facts: { detail: { code: 'tables-unfit' } } }),
    );
    expect(raw.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'theirs' }]);
    raw.close();
  });

  it('leaves the file behind a link as it is, also who may read it', needs(!isWindows, 'links of Unix'), () => {
    writeFileSync(folder('theirs'), 'theirs', { mode: 0o644 });
    symlinkSync(folder('theirs'), folder('registry.db'));
    expect(() => open()).toThrow(expect.objectContaining({ code: 'REGISTRY_DAMAGED' }));
    expect(statSync(folder('theirs')).mode & 0o777).toBe(0o644);
  });

  it(
    'changes nothing of a file that was taken away under it: nobody would find that again',
    needs(!isWindows, 'a file that can be removed while it is open'),
    () => {
      const registry = open();
      rmSync(folder('registry.db'));
      expect(() => registry.change(act, (writer) => writer.addTenant(aTenant))).toThrow(
        expect.objectContaining({ code: 'REGISTRY_UNREACHABLE' }),
      );
      registry.close();
    },
  );

  it(
    'writes its note through no link, and waits for no pipe in its place',
    needs(!isWindows, 'links and pipes of Unix'),
    () => {
      writeFileSync(folder('theirs'), 'theirs');
      symlinkSync(folder('theirs'), folder('registry.holder'));
      open().close();
      expect(readFileSync(folder('theirs'), 'utf8')).toBe('theirs');
      rmSync(folder('registry.holder'));
      execFileSync('mkfifo', [folder('registry.holder')]);
      const registry = open();
      expect(() => open()).toThrow(expect.objectContaining({ facts: { holder: { code: 'unknown' } } }));
      registry.close();
    },
  );

  it('takes a number that nobody can have written for damage', () => {
    const registry = open();
    registry.change(act, (writer) => {
      writer.addTenant(aTenant);
      writer.addRing(aRing);
      writer.addKey(aKey());
    });
    registry.close();
    const raw = new DatabaseSync(folder('registry.db'));
    raw.exec('UPDATE keys SET uses = 9007199254740993');
    raw.close();
    const again = open();
    expect(() => again.read((reader) => reader.keys('tenant'))).toThrow(
      expect.objectContaining({ code: 'REGISTRY_DAMAGED' }),
    );
    again.close();
  });

  it('makes a lasting value once', () => {
    const registry = open();
    expect(registry.known('vault')).toBeNull();
    expect(registry.lasting('vault', () => 'one')).toBe('one');
    registry.close();
    const again = open();
    expect(again.lasting('vault', () => 'two')).toBe('one');
    again.close();
  });
});
