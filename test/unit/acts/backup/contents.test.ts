// What a backup is made of, part by part and in which order, and the record of it.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Contents, partsOf } from '../../../../main/acts/backup/contents.ts';
import type { BackupOrder, MadeBackup } from '../../../../main/acts/backup/create.ts';
import type { SharesOrder } from '../../../../main/acts/backup/share-sheets.ts';
import type { BackupPart } from '../../../../main/ports/backup.ts';
import type { RegistryCopy } from '../../../../main/ports/registry-copy.ts';
import { credentialName, secretName } from '../../../../main/ports/secret-name.ts';
import { BACKUP_PURPOSE, type BackupHead } from '../../../../shared/domain/backup/format.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { backUp, intoMemory, newHolder, sealedFor } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const OTHER = { ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: null };
const HEAD = { id: 'an id' } as unknown as BackupHead;
const PIECE = 1024 * 1024;

const { desk } = acmeForEach();

const idOf = (name: string): string => desk.ports.registry.read((reader) => reader.tenantByName(name)?.id ?? '');
/** The keys of a tenant as they are read. */
const inOrder = (name: string = tenant) => desk.ports.registry.read((reader) => reader.keys(idOf(name)));

/** Its signature says what was signed as what. */
const device: Contents['device'] = {
  fingerprint: 'of a test',
  sign: (type, content) => Promise.resolve(`${type} ${content}`),
};

async function written(given: Partial<Contents> = {}, of: Partial<RegistryCopy> = {}) {
  using copy = desk.ports.registry.copy();
  const contents: Contents = {
    copy: { ...copy, ...of },
    head: HEAD,
    device,
    secrets: desk.ports.secrets,
    credentials: false,
    listed: [],
    absent: [],
    ...given,
  };
  const parts: BackupPart[] = [];
  for await (const part of partsOf(contents)) {
    parts.push(part);
  }
  return { parts, paths: parts.map(({ path }) => path), absent: contents.absent };
}

const textIn = (parts: readonly BackupPart[], path: string): string => {
  const part = parts.find((one) => one.path === path);
  return part !== undefined && 'bytes' in part ? Buffer.from(part.bytes).toString('utf8') : '';
};

describe('the parts', () => {
  it('follow from what it is to the signature', async () => {
    const { paths } = await written();
    const tables = paths.filter((path) => path.startsWith('registry/'));
    expect(tables).toContain('registry/tenants-0001.jsonl');
    expect(paths).toEqual([
      'README.txt',
      'backup.json',
      ...tables,
      'audit/0001.jsonl',
      ...inOrder().flatMap(({ id }) => [
        `keys/${id}/key.json`,
        `keys/${id}/certificate.pem`,
        `keys/${id}/private-key.pem`,
      ]),
      'manifest.json',
      'manifest.jws',
    ]);
  });

  it('say in plain formats what is on record', async () => {
    const { parts } = await written();
    const { certificate, ...facts } = keyIn(desk, 'current');
    expect(textIn(parts, 'backup.json')).toBe(`${canonicalJson(HEAD)}\n`);
    expect(textIn(parts, `keys/${facts.id}/key.json`)).toBe(
      `${canonicalJson({ ...facts, tenant, ring: 'default' })}\n`,
    );
    const pem = textIn(parts, `keys/${facts.id}/certificate.pem`);
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n[^]+\n-----END CERTIFICATE-----\n$/);
    expect(pem.replaceAll(/-----.*-----|\n/g, '')).toBe(certificate);
    const entries = desk.ports.registry.read((reader) => reader.audit(0, 99));
    expect(textIn(parts, 'audit/0001.jsonl')).toBe(entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
    expect(textIn(parts, 'README.txt')).toContain('backup');
  });

  it('name private keys and do not hold them', async () => {
    const { id } = keyIn(desk, 'current');
    const path = `keys/${id}/private-key.pem`;
    expect((await written()).parts.find((part) => part.path === path)).toEqual({ path, key: secretName(id) });
  });

  it('end with the list of all of them, and the signature over it', async () => {
    const listed = [{ path: 'x', bytes: 1, sha256: 'ab'.repeat(32) }];
    const { parts, absent } = await written({ listed, absent: [{ id: 'k', tenant, kid: 'kid', why: 'damaged' }] });
    const list = textIn(parts, 'manifest.json');
    expect(list).toBe(`${canonicalJson({ format: BACKUP_PURPOSE, id: 'an id', absent, files: listed })}\n`);
    const manifestSha256 = createHash('sha256').update(list).digest('hex');
    expect(textIn(parts, 'manifest.jws')).toBe(
      `${BACKUP_PURPOSE} ${canonicalJson({ purpose: BACKUP_PURPOSE, id: 'an id', manifestSha256 })}`,
    );
  });

  it('leave out what must stay, and say so', async () => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    const { id, kid } = keyIn(desk, 'next');
    const { paths, absent } = await written();
    expect(paths.filter((path) => path.startsWith(`keys/${id}/`))).toEqual([
      `keys/${id}/key.json`,
      `keys/${id}/certificate.pem`,
    ]);
    expect(absent).toEqual([{ id, tenant, kid, why: 'stays-here' }]);
  });

  it.each([true, false])('leave out what was erased, and miss nothing: it might have left: %s', async (exportable) => {
    await desk.custodian.generateNext({ tenant, exportable });
    const { id, kid } = keyIn(desk, 'next');
    await desk.custodian.withdrawKey({ tenant, kid, reason: 'a test', compromised: false });
    await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
    desk.advance(400 * 86_400_000);
    await desk.custodian.settle();
    const { paths, absent } = await written();
    expect(paths).toContain(`keys/${id}/key.json`);
    expect(paths).not.toContain(`keys/${id}/private-key.pem`);
    expect(absent.map((key) => key.kid)).not.toContain(kid);
  });

  it('have credentials only where they are asked for, of tenants that have one, after all keys', async () => {
    await desk.custodian.addTenant({ ...OTHER, alg: 'ES256' });
    const id = idOf(tenant);
    await desk.vault.put(credentialName(id), Buffer.from('a secret'));
    const with_ = await written({ credentials: true });
    expect(with_.paths.slice(-3)).toEqual([`credentials/${id}.json`, 'manifest.json', 'manifest.jws']);
    expect(with_.paths.filter((path) => path.startsWith('credentials/'))).toHaveLength(1);
    expect((await written()).paths.filter((path) => path.startsWith('credentials/'))).toEqual([]);
  });
});

describe('records', () => {
  /** As a line so many characters long. */
  const row = (length: number) => ({ x: 'a'.repeat(length - '{"x":""}\n'.length) });
  const pieces = async (...lengths: number[]) => {
    const { parts } = await written({}, { tables: () => ['t'], rows: () => lengths.map(row) });
    return parts.flatMap((part) =>
      part.path.startsWith('registry/') && 'bytes' in part ? [[part.path, part.bytes.length]] : [],
    );
  };

  it.each<[string, number[], [string, number][]]>([
    ['none', [], []],
    ['a few', [10, 20], [['registry/t-0001.jsonl', 30]]],
    ['a megabyte', [PIECE - 10, 10], [['registry/t-0001.jsonl', PIECE]]],
    ['a megabyte and more', [PIECE - 10, 11], [['registry/t-0001.jsonl', PIECE + 1]]],
    [
      'what comes after a megabyte',
      [PIECE + 1, 10, 10],
      [
        ['registry/t-0001.jsonl', PIECE + 1],
        ['registry/t-0002.jsonl', 20],
      ],
    ],
    [
      'several megabytes',
      [PIECE, 10, PIECE, 10],
      [
        ['registry/t-0001.jsonl', PIECE + 10],
        ['registry/t-0002.jsonl', PIECE + 10],
      ],
    ],
  ])('lie in files of about a megabyte: %s', async (_, lengths, files) => {
    expect(await pieces(...lengths)).toEqual(files);
  });
});

describe('a backup that was made', () => {
  const entry = (action: string) => desk.custodian.listAudit({ afterSeq: 0, limit: 999, action }).at(-1)?.details ?? {};

  it('is told and recorded as it is', async () => {
    const holder = await newHolder();
    const before = desk.ports.clock.now().toISOString();
    const { made, file } = await backUp(desk, holder);
    const begun = desk.custodian.listAudit({ afterSeq: 0, limit: 999, action: 'backup.begun' }).at(-1);
    const head = desk.custodian.listAudit({ afterSeq: (begun?.seq ?? 0) - 1, limit: 1 })[0];
    expect(begun?.details).toEqual({ id: made.id, credentials: false });
    expect(made).toEqual({
      id: made.id,
      at: before,
      file: 'keys.age',
      sha256: createHash('sha256').update(file).digest('hex'),
      bytes: file.length,
      keys: 2,
      protection: 'age, for recipients',
      drilledAt: null,
      drill: null,
      absent: [],
      newInIt: inOrder().map(({ kid }) => ({ tenant, kid })),
      credentials: 0,
      recipients: [holder.recipient],
      anchor: `${head?.seq}:${head?.hash}`,
      proven: 'compared',
      shares: null,
    } satisfies MadeBackup);
    expect(desk.custodian.backupStatus()).toMatchObject({ last: { id: made.id, keys: 2 }, unsaved: [] });
  });

  it('names the keys that came since the last one, tenant by tenant', async () => {
    const holder = await newHolder();
    await backUp(desk, holder);
    expect((await backUp(desk, holder)).made.newInIt).toEqual([]);
    await desk.custodian.generateNext({ tenant });
    await desk.custodian.addTenant({ ...OTHER, alg: 'ES256' });
    await desk.custodian.generateNext({ tenant: OTHER.name, exportable: false });
    const { newInIt } = (await backUp(desk, holder)).made;
    expect(newInIt).toEqual([
      { tenant, kid: keyIn(desk, 'next').kid },
      ...inOrder(OTHER.name)
        .filter(({ exportable }) => exportable)
        .map(({ kid }) => ({ tenant: OTHER.name, kid })),
    ]);
    expect(newInIt).toHaveLength(3);
  });

  it.each([
    ['missing', (name: string) => desk.vault.remove(name)],
    ['damaged', async (name: string) => desk.vault.damage(name)],
  ])('says which keys the keychain did not have: %s', async (why, lose) => {
    const { id, kid } = keyIn(desk, 'current');
    await lose(secretName(id));
    const { made } = await backUp(desk, await newHolder());
    expect(made).toMatchObject({ keys: 1, absent: [{ id, tenant, kid, why }] });
    expect(made.newInIt).toEqual([{ tenant, kid: keyIn(desk, 'next').kid }]);
    expect(entry('backup.made')).toMatchObject({ absent: [{ id, tenant, kid, why }], privateHalves: 1 });
    expect(desk.custodian.backupStatus().unsaved.map((key) => key.kid)).toEqual([kid]);
  });

  it('counts the credentials in it', async () => {
    const id = idOf(tenant);
    await desk.vault.put(credentialName(id), Buffer.from('{}'));
    const holder = await newHolder();
    expect((await backUp(desk, holder, true)).made.credentials).toBe(1);
    expect(entry('backup.begun')).toMatchObject({ credentials: true });
    expect((await backUp(desk, holder, false)).made.credentials).toBe(0);
  });

  it('of an empty registry begins with its own first entry', async () => {
    expect((await backUp(desk, await newHolder())).made.anchor).toMatch(/^[1-9]\d*:[0-9a-f]{64}$/);
  });
});

describe('a backup that is not made', () => {
  const shares: SharesOrder = { holders: ['A', 'B'], threshold: 2, language: 'en', handOver: async () => undefined };
  const entries = () => desk.custodian.listAudit({ afterSeq: 0, limit: 999 }).length;

  it.each([
    ['nobody', { passphrase: null, recipients: [] }, undefined],
    ['a passphrase and recipients', { passphrase: Buffer.from('x'), recipients: [Buffer.from('x')] }, undefined],
    ['a passphrase and shares', { passphrase: Buffer.from('x'), recipients: [] }, shares],
  ])('opens for one or the other, and not for %s', async (_, protection, among) => {
    const before = entries();
    const made = desk.custodian.createBackup({ protection, credentials: false, shares: among }, intoMemory([]));
    await expect(made).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'passphrase', problem: { code: 'passphrase-or-recipient' } },
    });
    expect(entries()).toBe(before);
    expect([...(protection.passphrase ?? [])]).toEqual(protection.passphrase === null ? [] : [0]);
  });

  it('is not possible where keys never leave their store', async () => {
    const { sealBackup } = desk.ports.keys;
    delete desk.ports.keys.sealBackup;
    try {
      const before = entries();
      const made = backUp(desk, await newHolder());
      await expect(made).rejects.toMatchObject({ code: 'BACKUP_NOT_POSSIBLE' });
      expect(entries()).toBe(before);
    } finally {
      Object.assign(desk.ports.keys, { sealBackup });
    }
  });

  it('leaves only that it was begun where it could not be saved', async () => {
    const { recipients } = sealedFor(await newHolder());
    const refused = desk.custodian.createBackup(
      { protection: { passphrase: null, recipients }, credentials: false },
      () => Promise.reject(new TypeError('no room')),
    );
    await expect(refused).rejects.toThrow('no room');
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 99, action: 'backup' }).map(({ action }) => action)).toEqual([
      'backup.begun',
    ]);
    expect(desk.custodian.backupStatus().last).toBeNull();
  });
});

describe('a backup that a second officer has to agree to', () => {
  beforeEach(async () => {
    await desk.custodian.addOfficer({ tenant, name: 'Second', device: 'ab'.repeat(32) });
    await desk.custodian.setFourEyes({ tenant, kinds: ['hand-over'] });
  });

  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const handOver = async () => undefined;

  it.each<[string, Partial<BackupOrder>, object]>([
    ['a passphrase', { protection: { passphrase: Buffer.from('x'), recipients: [] } }, { passphrase: true }],
    [
      'recipients',
      { protection: { passphrase: null, recipients: ['a', 'b'].map((text) => Buffer.from(text)) } },
      { recipientsSha256: [sha256('a'), sha256('b')] },
    ],
    ['credentials', { credentials: true }, { credentials: true }],
    [
      'shares',
      { shares: { holders: ['A', 'B', 'C'], threshold: 2, language: 'en', handOver } },
      { shares: { holders: ['A', 'B', 'C'], threshold: 2 } },
    ],
  ])('is told who opens it and what goes along: %s', async (_, order, said) => {
    const protection = { passphrase: null, recipients: [] };
    const asking = desk.custodian.asking().createBackup({ protection, credentials: false, ...order }, intoMemory([]));
    const error: unknown = await asking.catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code: 'APPROVAL_NEEDED', facts: { tenant, act: 'backup.create' } });
    const { args } = (error as { facts: { args: string } }).facts;
    const nobody = { passphrase: false, recipientsSha256: [], shares: null, credentials: false, tenants: [tenant] };
    expect(JSON.parse(args)).toEqual({ ...nobody, ...said });
  });
});
