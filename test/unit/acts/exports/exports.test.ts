// What leaves in public files: which keys each format holds, what the files are called, and what is noted.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { consumerAddSchema } from '../../../../shared/domain/consumers/consumer.ts';
import { EXPORT_FORMATS, isSetFormat } from '../../../../shared/domain/formats.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { FormattedFile } from '../../../../main/ports/formats.ts';
import { ACME } from '../../../support/desk.ts';
import { keysOf, kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'ec' });
  // Something of each state.
  await desk.custodian.rotateRing({ tenant });
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'lost', compromised: true });
});

const keys = (): SigningKey[] => keysOf(desk);
const living = (): string[] =>
  keys()
    .filter(({ state }) => ['current', 'next', 'previous'].includes(state))
    .map(({ kid }) => kid);
const text = ({ bytes }: Pick<FormattedFile, 'bytes'>): string => Buffer.from(bytes).toString('utf8');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const notes = (kind: string): string[] =>
  desk.ports.registry.read((reader) => {
    const id = reader.tenantByName(tenant)?.id ?? '';
    return reader
      .notes(id)
      .filter((note) => note.kind === kind)
      .map(({ kid }) => kid);
  });

describe('one file', () => {
  it('of a key is named after tenant, state and kid, and comes with its hash', async () => {
    const kid = kidIn(desk, tenant, 'current');
    const file = await desk.custodian.exportFile({ tenant, kid, format: 'pem' });
    expect(file).toMatchObject({ format: 'pem', sha256: sha256(file.bytes) });
    expect(file.fileName).toMatch(/^acme-current-.{1,8}\.pem$/);
    expect(Buffer.from(file.base64, 'base64')).toEqual(Buffer.from(file.bytes));
  });

  it('needs a kid where the format holds one key', async () => {
    await expect(desk.custodian.exportFile({ tenant, format: 'pem' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'kid' },
    });
    await expect(desk.custodian.exportFile({ tenant, format: 'pem', kid: 'nobody' })).rejects.toMatchObject({
      code: 'KEY_NOT_FOUND',
    });
  });

  it('of a set holds what should be published, of one ring when it is named', async () => {
    const kidsIn = async (ring?: string): Promise<string[]> => {
      const file = await desk.custodian.exportFile({ tenant, format: 'jwks', ring });
      return (JSON.parse(text(file)) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    expect((await kidsIn()).toSorted()).toEqual(living().toSorted());
    const [, ec] = desk.custodian.showTenant({ tenant }).rings;
    expect((await kidsIn('EC')).toSorted()).toEqual(ec?.keys.map(({ kid }) => kid).toSorted());
    await expect(kidsIn('nowhere')).rejects.toMatchObject({ code: 'RING_NOT_FOUND' });
  });

  it('of an inventory holds every key there ever was, and of certificates those that live', async () => {
    const inventory = text(await desk.custodian.exportFile({ tenant, format: 'json' }));
    expect(keys().every(({ kid }) => inventory.includes(kid))).toBe(true);
    const bundle = text(await desk.custodian.exportFile({ tenant, format: 'pem-bundle' }));
    expect(bundle.match(/BEGIN CERTIFICATE/g)).toHaveLength(living().length);
  });

  it.each<['jwks' | 'json' | 'csv', string | undefined, string]>([
    ['jwks', undefined, 'acme-published'],
    ['json', undefined, 'acme-keys'],
    ['csv', 'ec', 'acme-ec-keys'],
    ['jwks', 'ec', 'acme-ec-published'],
  ])('%s of ring %s is called %s', async (format, ring, name) => {
    const { fileName } = await desk.custodian.exportFile({ tenant, format, ring });
    expect(fileName.startsWith(`${name}.`)).toBe(true);
  });

  it('is of the newest key of a state', () => {
    const args = { tenant, ring: undefined, state: 'revoked' as const };
    const revoked = keys().filter(({ state }) => state === 'revoked');
    expect(revoked.map(({ kid }) => kid)).toContain(desk.custodian.kidInState(args));
    expect(() => desk.custodian.kidInState({ ...args, state: 'replaced' })).toThrow(
      expect.objectContaining({ code: 'KEY_NOT_FOUND', facts: { tenant, kid: 'in state replaced' } }),
    );
  });

  it('is noted as handed out when it is of one key, and not when it is a set', async () => {
    const kid = kidIn(desk, tenant, 'next');
    const saved = { format: 'pem' as const, sha256: 'ab'.repeat(32), fileName: 'a.pem' };
    await desk.custodian.recordExport(tenant, null, saved);
    expect(notes('handed-out')).toEqual([]);
    await desk.custodian.recordExport(tenant, kid, saved);
    expect(notes('handed-out')).toEqual([kid]);
  });
});

describe('everything public', () => {
  const files: FormattedFile[] = [];
  const save = async (folder: { files(): Iterable<FormattedFile>; suggestedName: string; count: number }) => {
    files.splice(0, files.length, ...folder.files());
    expect(files).toHaveLength(folder.count);
    expect(folder.suggestedName).toBe('acme-public-keys');
    return 'saved-there';
  };
  const found = (name: string): FormattedFile | undefined => files.find(({ fileName }) => fileName === name);

  it('is every format of every key, the sets, a manifest and an index', async () => {
    const saved = await desk.custodian.exportAll(tenant, save);
    const manifest = found('manifest.json');
    expect(saved).toEqual({
      folder: 'saved-there',
      files: files.length,
      manifestSha256: sha256(manifest?.bytes ?? Buffer.alloc(0)),
    });
    const told = JSON.parse(text(manifest ?? { bytes: Buffer.alloc(0) })) as {
      keys: { kid: string; ring: string; state: string }[];
      files: { file: string; format: string; bytes: number; sha256: string; kid: string | null }[];
    };
    expect(told).toMatchObject({ tenant, domain: ACME.domain, madeAt: '2026-11-22T08:00:00.000Z' });
    expect(told.keys.map(({ kid, state }) => `${kid} ${state}`).toSorted()).toEqual(
      keys()
        .map(({ kid, state }) => `${kid} ${state}`)
        .toSorted(),
    );
    expect(new Set(told.keys.map(({ ring }) => ring))).toEqual(new Set(['default', 'ec']));
    for (const { file, bytes, sha256: hash } of told.files) {
      const there = found(file)?.bytes ?? Buffer.alloc(0);
      expect([bytes, hash]).toEqual([there.length, sha256(there)]);
    }
    const [one, many] = [EXPORT_FORMATS.filter((format) => !isSetFormat(format)), EXPORT_FORMATS.filter(isSetFormat)];
    expect(told.files.filter(({ kid }) => kid === null).map(({ format }) => format)).toEqual(many);
    for (const { kid } of keys()) {
      expect(told.files.filter((file) => file.kid === kid).map(({ format }) => format)).toEqual(one);
    }
    expect(new Set(files.map(({ fileName }) => fileName.toLowerCase())).size).toBe(files.length);
  });

  it('has an index that people read, in which no name can become a link or a heading of its own', async () => {
    await desk.custodian.addTenant({ ...ACME, name: '[x](http://y) <b> #1' });
    await desk.custodian.exportAll('[x](http://y) <b> #1', async (folder) => {
      files.splice(0, files.length, ...folder.files());
      return 'x';
    });
    const index = text(found('index.md') ?? { bytes: Buffer.alloc(0) });
    expect(index.split('\n')[0]).toBe(String.raw`# Public keys of \[x\](http://y) \<b\> \#1`);
    expect(index).toContain('2026-11-22T08:00:00.000Z. Public keys only.');
    const [first] = desk.custodian.showTenant({ tenant: '[x](http://y) <b> #1' }).rings[0]?.keys ?? [];
    expect(index).toContain(`- kid \`${first?.kid}\`, RS256`);
    expect(index).toContain('## All keys together');
    const listed = [...index.matchAll(/^- `([^`]+)` \(/gm)].map(([, name = '']) => name);
    expect(listed.toSorted()).toEqual(
      files
        .map(({ fileName }) => fileName)
        .filter((name) => name !== 'manifest.json' && name !== 'index.md')
        .toSorted(),
    );
  });

  it('is handed to nobody: a folder for oneself is no answer to who has the certificate', async () => {
    await desk.custodian.exportAll(tenant, save);
    expect(notes('handed-out')).toEqual([]);
    const { steps } = desk.custodian.showPlan({ tenant, order: 'apps-first' });
    expect(steps.find(({ kind }) => kind === 'hand-out')?.state).not.toBe('done');
  });
});

describe('the file of a consumer', () => {
  const register = (part: object) =>
    desk.custodian.addConsumer(consumerAddSchema.parse({ tenant, name: 'Portal', verifier: 'pinned', ...part }));
  const given = (part: object = {}) => desk.custodian.exportForConsumer({ tenant, consumer: 'portal', ...part });

  it('is the key that signs, and once it was given that, the one that will sign', async () => {
    await register({ format: 'pem', rings: ['default'] });
    const first = await given();
    expect(first.kids).toEqual([kidIn(desk, tenant, 'current')]);
    await desk.custodian.recordConsumerExport({ tenant, consumer: 'Portal' }, first);
    expect((await given()).kids).toEqual([kidIn(desk, tenant, 'next')]);
    await desk.custodian.recordConsumerExport({ tenant, consumer: 'Portal' }, await given());
    expect((await given()).kids).toEqual([kidIn(desk, tenant, 'current')]);
  });

  it('needs a ring where the consumer verifies several and its file holds one key', async () => {
    await register({ format: 'pem' });
    await expect(given()).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'ring', problem: { code: 'which-ring', rings: 2 } },
    });
    const { file, kids } = await given({ ring: 'ec' });
    expect(file.fileName).toMatch(/^acme-current-.{1,8}\.pem$/);
    const [, ec] = desk.custodian.showTenant({ tenant }).rings;
    expect(ec?.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(kids));
  });

  it('is of the rings that it verifies, and named after them where they are not all', async () => {
    await register({ format: 'jwks', rings: ['ec'] });
    const { file, kids } = await given();
    expect(file.fileName).toMatch(/^acme-ec-published\./);
    expect(kids).toHaveLength(2);
    await expect(given({ ring: 'default' })).rejects.toMatchObject({ code: expect.any(String) as string });
    await expect(given({ kid: kidIn(desk, tenant, 'current') })).rejects.toMatchObject({
      code: expect.any(String) as string,
    });
  });

  it('is none for a consumer that reads the public set, and for one that nobody knows', async () => {
    await register({ format: null, verifier: 'jose' });
    await expect(given()).rejects.toMatchObject({ code: 'CONSUMER_NEEDS_NO_FILE', facts: { consumer: 'Portal' } });
    await expect(given({ consumer: 'Nobody' })).rejects.toMatchObject({
      code: 'CONSUMER_NOT_FOUND',
      facts: { tenant, consumer: 'Nobody' },
    });
  });
});
