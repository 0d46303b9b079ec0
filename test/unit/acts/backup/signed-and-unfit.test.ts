// Backups that the device itself listed and signed, and that do not hold together all the same: each way has its own code.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Device, openDevice } from '../../../../main/acts/audit/device.ts';
import { checkBackup, type Visitor } from '../../../../main/acts/backup/check.ts';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import {
  BACKUP_PURPOSE,
  type BackupHead,
  type BackupManifest,
  certificatePath,
  keyFactsPath,
  privateKeyPath,
} from '../../../../shared/domain/backup/format.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import {
  backUp,
  type Files,
  from,
  type Holder,
  newHolder,
  openedBy,
  packed,
  unpacked,
} from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const OTHER_HASH = 'ab'.repeat(32);
const OTHER_ID = '00000000-0000-4000-8000-000000000000';
const TENANTS = 'registry/tenants-0001.jsonl';
const AUDIT = 'audit/0001.jsonl';

let holder: Holder;
let desk: Desk;
let device: Device;
let files: Files;
let head: BackupHead;
let manifest: BackupManifest;
/** Ids of the two keys. */
let current: string;
let next: string;
beforeAll(async () => {
  holder = await newHolder();
  desk = openDesk();
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  files = await unpacked((await backUp(desk, holder)).file, holder);
  device = await openDevice(desk.ports, 'backup');
  head = JSON.parse(text('backup.json')) as BackupHead;
  manifest = JSON.parse(text('manifest.json')) as BackupManifest;
  current = keyIn(desk, 'current').id;
  next = keyIn(desk, 'next').id;
});
afterAll(() => desk.close());

const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8');
const json = (value: unknown): Uint8Array => Buffer.from(`${canonicalJson(value)}\n`);

interface Forgery {
  /** Instead of the files that are listed, or without some of them. */
  changed?: Record<string, Uint8Array | null>;
  listed?: (all: BackupManifest['files']) => BackupManifest['files'];
  manifest?: Partial<BackupManifest>;
  signed?: Partial<Record<'purpose' | 'id' | 'manifestSha256', string>>;
  type?: string;
}

/** As the device would list and sign it, but for what is given. */
async function forged(forgery: Forgery = {}): Promise<Uint8Array> {
  const { changed = {}, listed = (all) => all, type = BACKUP_PURPOSE } = forgery;
  const content = new Map([...files].filter(([path]) => !path.startsWith('manifest.')));
  for (const [path, bytes] of Object.entries(changed)) {
    if (bytes === null) {
      content.delete(path);
    } else {
      content.set(path, bytes);
    }
  }
  const all = [...content].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const list = json({ ...manifest, files: listed(all), ...forgery.manifest });
  const manifestSha256 = createHash('sha256').update(list).digest('hex');
  const said = canonicalJson({ purpose: BACKUP_PURPOSE, id: head.id, manifestSha256, ...forgery.signed });
  content.set('manifest.json', list);
  content.set('manifest.jws', Buffer.from(await device.sign(type, said)));
  return packed(content, holder);
}

const check = (file: Uint8Array, visitor?: Visitor) =>
  checkBackup(
    { reading: desk.ports.reading, schema: desk.ports.registry.schema() },
    from(file),
    openedBy(holder),
    visitor,
  );
const refused = async (forgery: Forgery) => check(await forged(forgery)).then(() => null, problemIn);
const problemIn = (error: unknown): unknown => (error as { facts: { problem: unknown } }).facts.problem;

const withHead = (change: object): Forgery => ({ changed: { 'backup.json': json({ ...head, ...change }) } });

describe('a backup', () => {
  it('that is as it was made is told as it is', async () => {
    const file = await forged();
    expect(await check(file)).toEqual({
      head,
      absent: [],
      keys: 2,
      credentials: 0,
      manifestSha256: createHash('sha256')
        .update(files.get('manifest.json') ?? '')
        .digest('hex'),
      sha256: createHash('sha256').update(file).digest('hex'),
      bytes: file.length,
    });
  });

  it('hands on what it finds, in its order', async () => {
    const found: [string, unknown][] = [];
    await check(await forged(), {
      head: (one) => void found.push(['head', one]),
      row: (table, row) => void found.push([table, row]),
      entry: ({ seq }) => void found.push(['entry', seq]),
      key: async (id, key) => void found.push(['key', [id, key.spki.length]]),
    });
    expect(found[0]).toEqual(['head', head]);
    const kinds = found.map(([kind]) => kind);
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual(['head', ...tables(), 'entry', 'key']);
    expect(found.filter(([kind]) => kind === 'tenants')).toMatchObject([['tenants', { name: 'Acme' }]]);
    expect(found.filter(([kind]) => kind === 'entry').map(([, seq]) => seq)).toEqual(
      Array.from({ length: head.audit.entries }, (_, at) => at + 1),
    );
    expect(found.filter(([kind]) => kind === 'key')).toEqual(
      [...files.keys()]
        .filter((path) => path.endsWith('private-key.pem'))
        .map((path) => ['key', [path.split('/')[1], expect.any(Number)]]),
    );
  });

  it('has nothing of a key once the visitor is done with it', async () => {
    const kept: { [Symbol.dispose](): void }[] = [];
    let disposed = 0;
    await check(await forged(), {
      key: async (_, key) => {
        const dispose = key[Symbol.dispose].bind(key);
        key[Symbol.dispose] = () => {
          disposed += 1;
          dispose();
        };
        kept.push(key);
      },
    });
    expect([kept.length, disposed]).toEqual([2, 2]);
  });
});

/** As they follow in the backup. */
const tables = (): string[] => {
  const found = [...files.keys()].flatMap((path) => /^registry\/(.+)-\d+\.jsonl$/.exec(path)?.[1] ?? []);
  return found.filter((table, at) => table !== found[at - 1]);
};

describe('a list', () => {
  it.each<[string, Forgery['listed'], unknown]>([
    [
      'that leaves a file out',
      (all) => all.filter(({ path }) => path !== TENANTS),
      { code: 'not-listed', path: TENANTS },
    ],
    [
      'with another hash',
      (all) => all.map((file) => (file.path === TENANTS ? { ...file, sha256: OTHER_HASH } : file)),
      { code: 'file-other', path: TENANTS },
    ],
    [
      'with another length',
      (all) => all.map((file) => (file.path === TENANTS ? { ...file, bytes: 1 } : file)),
      { code: 'file-other', path: TENANTS },
    ],
    [
      'with a file more',
      (all) => [...all, { path: 'x'.repeat(300), bytes: 1, sha256: OTHER_HASH }],
      { code: 'file-missing', path: 'x'.repeat(200) },
    ],
  ])('%s is refused', async (_, listed, problem) => {
    expect(await refused({ ...(listed && { listed }) })).toEqual(problem);
  });

  it.each<[string, () => Forgery]>([
    ['of another backup', () => ({ manifest: { id: OTHER_ID } })],
    ['signed for another backup', () => ({ signed: { id: OTHER_ID } })],
    ['that is not the one that was signed', () => ({ signed: { manifestSha256: OTHER_HASH } })],
    ['signed as something else', () => ({ signed: { purpose: 'key-custodian/audit-file' } })],
    ['signed under another type', () => ({ type: 'key-custodian/audit-file' })],
    ['signed by another device than the backup names', () => withHead({ device: OTHER_HASH })],
    ['of another head', () => withHead({ id: OTHER_ID })],
  ])('%s is refused', async (_, forgery) => {
    expect(await refused(forgery())).toEqual({ code: 'signature-wrong' });
  });

  it.each(['manifest.json', 'manifest.jws'])('%s must be there', async (path) => {
    const without = [...files].filter(([one]) => one !== path);
    expect(await check(await packed(without, holder)).catch(problemIn)).toEqual({ code: 'file-missing', path });
  });

  it('that is no list is refused', async () => {
    const spoilt = new Map(files).set('manifest.json', json({ ...manifest, more: 1 }));
    expect(await check(await packed(spoilt, holder)).catch(problemIn)).toEqual({
      code: 'unreadable',
      path: 'manifest.json',
    });
  });

  it('with a signature that is none is refused', async () => {
    const spoilt = new Map(files).set('manifest.jws', Buffer.from('{}'));
    expect(await check(await packed(spoilt, holder)).catch(problemIn)).toEqual({ code: 'signature-wrong' });
  });
});

describe('a key', () => {
  it('without its private key is refused, and named', async () => {
    const changed = { [privateKeyPath(current)]: null };
    expect(await refused({ changed })).toEqual({ code: 'key-missing', kid: keyIn(desk, 'current').kid });
  });

  it('that is told to be absent may be absent, and no other', async () => {
    const changed = { [privateKeyPath(current)]: null };
    const absent = (id: string) => [{ id, tenant: 'Acme', kid: 'x', why: 'missing' as const }];
    expect(await check(await forged({ changed, manifest: { absent: absent(current) } }))).toMatchObject({
      keys: 1,
      absent: absent(current),
    });
    expect(await refused({ changed, manifest: { absent: absent(next) } })).toMatchObject({ code: 'key-missing' });
  });

  it('that was erased has no private key', async () => {
    const facts = JSON.parse(text(keyFactsPath(current))) as object;
    const changed = {
      [privateKeyPath(current)]: null,
      [keyFactsPath(current)]: json({ ...facts, destroyedAt: head.madeAt }),
    };
    expect(await check(await forged({ changed }))).toMatchObject({ keys: 1 });
  });

  it('without its facts is refused', async () => {
    expect(await refused({ changed: { [keyFactsPath(current)]: null } })).toEqual({
      code: 'file-missing',
      path: keyFactsPath(current),
    });
  });

  it('with the facts of another is refused', async () => {
    const changed = { [keyFactsPath(current)]: files.get(keyFactsPath(next)) ?? null };
    expect(await refused({ changed })).toEqual({ code: 'unreadable', path: keyFactsPath(current) });
  });

  it('with the private key of another is refused', async () => {
    const changed = { [privateKeyPath(current)]: files.get(privateKeyPath(next)) ?? null };
    expect(await refused({ changed })).toEqual({ code: 'other-key', kid: keyIn(desk, 'current').kid });
  });

  it('that is none is refused', async () => {
    const changed = { [privateKeyPath(current)]: Buffer.from('no key') };
    expect(await refused({ changed })).toEqual({ code: 'key-unreadable', kid: keyIn(desk, 'current').kid });
  });

  it('may go without its certificate', async () => {
    expect(await check(await forged({ changed: { [certificatePath(current)]: null } }))).toMatchObject({ keys: 2 });
  });
});

describe('a head', () => {
  it.each<[string, object, unknown]>([
    ['of another format', { format: 'x' }, { code: 'no-backup' }],
    ['of no version', { version: 0 }, { code: 'no-backup' }],
    ['with more in it', { more: 1 }, { code: 'unreadable', path: 'backup.json' }],
    ['without tables', { schema: 0 }, { code: 'unreadable', path: 'backup.json' }],
  ])('%s is refused', async (_, change, problem) => {
    expect(await refused(withHead(change))).toEqual(problem);
  });

  it('that is no JSON is refused', async () => {
    expect(await refused({ changed: { 'backup.json': Buffer.from('x') } })).toEqual({
      code: 'unreadable',
      path: 'backup.json',
    });
  });

  it.each([
    ['version', 2, 1],
    ['schema', 1000, null],
  ])('of a newer %s is told as such', async (member, found, known) => {
    const error: unknown = await check(await forged(withHead({ [member]: found }))).catch(
      (problem: unknown) => problem,
    );
    expect(error).toMatchObject({
      code: 'BACKUP_TOO_NEW',
      facts: { found, known: known ?? desk.ports.registry.schema() },
    });
  });

  it('of the newest tables is read, and of those before', async () => {
    const schema = desk.ports.registry.schema();
    expect(head.schema).toBe(schema);
    expect((await check(await forged(withHead({ schema: schema - 1 })))).head.schema).toBe(schema - 1);
  });

  it('comes first', async () => {
    const late = [...files].toSorted(
      ([one], [other]) => Number(one === 'backup.json') - Number(other === 'backup.json'),
    );
    expect(await check(await packed(late, holder)).catch(problemIn)).toEqual({ code: 'no-backup' });
    expect(await check(await packed([...files].slice(0, 1), holder)).catch(problemIn)).toEqual({ code: 'no-backup' });
  });
});

describe('the audit chain of a backup', () => {
  const lines = (): string[] => text(AUDIT).trimEnd().split('\n');
  const withLines = (all: readonly string[]): Forgery => ({ changed: { [AUDIT]: Buffer.from(`${all.join('\n')}\n`) } });

  it('ends where the head says', async () => {
    const { entries } = head.audit;
    const broken = { code: 'chain-broken', entry: entries + 1 };
    expect(await refused(withHead({ audit: { ...head.audit, head: OTHER_HASH } }))).toEqual(broken);
    expect(await refused(withHead({ audit: { ...head.audit, entries: entries + 1 } }))).toEqual(broken);
    expect(await refused(withLines(lines().slice(0, -1)))).toEqual({ code: 'chain-broken', entry: entries });
  });

  it('has an entry after the other', async () => {
    expect(await refused(withLines(lines().toSpliced(1, 1)))).toEqual({ code: 'chain-broken', entry: 2 });
  });

  it.each([
    ['no JSON', () => 'x'],
    ['no entry', () => '{}'],
    [
      'more in an entry than is kept',
      (line: string) => canonicalJson({ ...(JSON.parse(line) as AuditEntry), more: 1 }),
    ],
    ['a state that is no text', (line: string) => canonicalJson({ ...(JSON.parse(line) as AuditEntry), state: 1 })],
  ])('holds %s', async (_, spoilt) => {
    const [first = '', ...others] = lines();
    expect(await refused(withLines([spoilt(first), ...others]))).toEqual({ code: 'unreadable', path: AUDIT });
  });

  it('may have blank lines', async () => {
    expect(await check(await forged(withLines(['', ...lines(), ''])))).toMatchObject({ head });
  });
});

describe('records', () => {
  it.each(['x', '[]', '1', '{"id":{}}', '{"id":1.5}', '{"id":null}', '{"id":true}'])(
    'are text and whole numbers, and not %s, also when they are only proven',
    async (row) => {
      const changed = { [TENANTS]: Buffer.from(`${row}\n`) };
      expect(await refused({ changed })).toEqual({ code: 'unreadable', path: TENANTS });
    },
  );

  it('name the keys that lie beside them', async () => {
    const file = await forged({ changed: { 'registry/keys-0001.jsonl': null } });
    await expect(desk.custodian.previewRestore(from(file), openedBy(holder))).rejects.toMatchObject({
      code: 'BACKUP_UNREADABLE',
      facts: { problem: { code: 'rows-unfit' } },
    });
  });

  it('belong together', async () => {
    const file = await forged({ changed: { [TENANTS]: null } });
    await expect(desk.custodian.previewRestore(from(file), openedBy(holder))).rejects.toMatchObject({
      code: 'BACKUP_UNREADABLE',
      facts: { problem: { code: 'rows-unfit' } },
    });
  });
});
