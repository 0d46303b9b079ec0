// What leaves in public files, to the letter: names, hashes, manifests, entries, refusals with their facts.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keysForSet, kidInState, previewFile, recordExport, setLabel } from '../../../../main/acts/exports/exports.ts';
import type { FormattedFile } from '../../../../main/ports/formats.ts';
import { EXPORT_FORMATS, isSetFormat } from '../../../../shared/domain/formats.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { ecPem } from '../../../support/own-files.ts';
import { kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const textOf = ({ bytes }: Pick<FormattedFile, 'bytes'>): string => Buffer.from(bytes).toString('utf8');
const addAcme = () => desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
const newest = () => newestEntries(desk, 1)[0];
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;
const revocation = { reason: 'old', compromised: false, compromisedSince: null };

describe('a set', () => {
  const revoked = (part: object) => aKey({ state: 'revoked', revokedAt: after(-1), revocation, ...part });
  const second = { ...aRing, id: 'second', name: 'second' };
  const keys = [
    aKey({ kid: 'now', state: 'current', currentAt: after(-9) }),
    aKey({ kid: 'next' }),
    revoked({ kid: 'gone' }),
    aKey({ kid: 'replaced', state: 'replaced', replacedAt: after(-2) }),
    aKey({ kid: 'other', ringId: 'second', state: 'current' }),
  ];

  it.each([
    ['jwks', ['now', 'other', 'next']],
    ['json', ['next', 'now', 'gone', 'replaced', 'other']],
    ['csv', ['next', 'now', 'gone', 'replaced', 'other']],
    ['pem-bundle', ['next', 'now', 'other']],
  ] as const)('as %s holds %j', (format, kids) => {
    putOnRecord(desk, { rings: [aRing, second], keys });
    desk.ports.registry.read((reader) => {
      const of = (...rings: (typeof aRing)[]) => keysForSet(reader, aTenant, rings, format).map(({ kid }) => kid);
      expect(of(aRing, second)).toEqual(kids);
      expect(of(second)).toEqual(['other']);
    });
  });

  it.each([
    ['jwks', undefined, 'published'],
    ['json', undefined, 'keys'],
    ['csv', undefined, 'keys'],
    ['pem-bundle', undefined, 'certificates'],
    ['csv', 'my ring/№ 7-a_b', 'my_ring_7-a_b-keys'],
  ] as const)('as %s of the ring %s is called %s', (format, ring, label) => {
    expect(setLabel(format, ring)).toBe(label);
  });
});

describe('a key that is meant by its state', () => {
  const find = (state: KeyState, ring?: string) => kidInState(desk.ports, { tenant: 'acme', ring, state });

  it('is the newest of its ring', () => {
    const previous = (kid: string, ringId = 'ring') => aKey({ kid, ringId, state: 'previous' });
    putOnRecord(desk, {
      rings: [aRing, { ...aRing, id: 'second', name: 'Second' }],
      keys: [previous('old'), previous('new'), previous('elsewhere', 'second')],
    });
    expect([find('previous'), find('previous', 'second')]).toEqual(['new', 'elsewhere']);
    expect(() => find('current')).toThrow(refusing('KEY_NOT_FOUND', { tenant, kid: 'in state current' }));
  });
});

describe('one file', () => {
  it('wants a key where its format holds one', async () => {
    await addAcme();
    expect(await failureOf(desk.custodian.exportFile({ tenant, format: 'pem' }))).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'kid', problem: { code: 'one-key-format', format: 'pem' } },
    });
  });

  it('reaches the page without its bytes', async () => {
    await addAcme();
    const kid = kidIn(desk, tenant, 'current');
    const file = await desk.custodian.exportFile({ tenant, kid, format: 'jwk' });
    const { format, fileName, text, base64, sha256: hash } = file;
    expect(await previewFile(desk.ports, { tenant, kid, format: 'jwk' })).toEqual({
      format,
      fileName,
      text,
      base64,
      sha256: hash,
    });
    expect([base64, hash]).toEqual([Buffer.from(file.bytes).toString('base64'), sha256(file.bytes)]);
  });

  it('of an inventory names every ring of the tenant', async () => {
    await addAcme();
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second ring' });
    expect(textOf(await desk.custodian.exportFile({ tenant, format: 'json', ring: 'second ring' }))).toContain(
      '"second ring"',
    );
    expect(textOf(await desk.custodian.exportFile({ tenant, format: 'json' }))).toContain('"default"');
  });

  it('that was saved is on record, and as handed out where it is of one key', () => {
    putOnRecord(desk, { keys: [aKey({ kid: 'k' })] });
    const saved = { format: 'pem', sha256: 'ab'.repeat(32), fileName: 'a.pem' } as const;
    const notes = () => desk.ports.registry.read((reader) => reader.notes('tenant'));
    recordExport(desk.ports, tenant, null, saved);
    expect([newest(), notes()]).toEqual([['export.saved', tenant, { ...saved, kid: null }], []]);
    recordExport(desk.ports, tenant, 'k', saved);
    expect(newest()).toEqual(['export.saved', tenant, { ...saved, kid: 'k' }]);
    expect(notes()).toEqual([{ kid: 'k', kind: 'handed-out', at: after(0) }]);
  });
});

describe('everything public', () => {
  async function all(name = tenant) {
    const files: FormattedFile[] = [];
    const at: Date[] = [];
    const saved = await desk.custodian.exportAll(name, async (folder) => {
      files.push(...folder.files());
      at.push(folder.at);
      expect([folder.tenant, folder.count]).toEqual([tenant, files.length]);
      return 'there';
    });
    const named = (wanted: string) => files.find(({ fileName }) => fileName === wanted) ?? expect.fail(wanted);
    return { saved, files, at, manifest: named('manifest.json'), index: named('index.md') };
  }

  it('is listed in a manifest and an index, and recorded by the hash of the manifest', async () => {
    await addAcme();
    await desk.custodian.addRing({ tenant, alg: 'ES384', name: 'second' });
    const { saved, files, at, manifest, index } = await all('ACME');
    const ones = EXPORT_FORMATS.filter((format) => !isSetFormat(format));
    const sets = EXPORT_FORMATS.filter(isSetFormat);
    const keys = desk.custodian
      .showTenant({ tenant })
      .rings.flatMap(({ ring, keys: inRing }) => inRing.map((key) => ({ key, ring })));
    const shown = keys.map(({ key, ring }) => {
      const facts = desk.ports.formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
      const { subject, notAfter, sha1, sha256: print } = facts;
      return { kid: key.kid, ring: ring.name, state: key.state, alg: key.alg, subject, notAfter, sha1, sha256: print };
    });
    const order = [
      ...keys.flatMap(({ key: { kid } }) => ones.map((format) => ({ format, kid }))),
      ...sets.map((format) => ({ format, kid: null })),
    ];
    const listed = order.map(({ format, kid }, place) => {
      const { fileName: file, bytes } = files[place] ?? expect.fail('no file');
      return { file, format, bytes: bytes.length, sha256: sha256(bytes), kid };
    });
    expect(JSON.parse(textOf(manifest))).toEqual({
      tenant,
      domain: ACME.domain,
      madeAt: after(0),
      keys: shown,
      files: listed,
    });
    expect(textOf(manifest)).toMatch(/^\{\n {2}"tenant": "Acme",\n[^]*\n\}\n$/);
    const lines = (kid: string | null) =>
      listed.filter((one) => one.kid === kid).map(({ file, format }) => `- \`${file}\` (${format})`);
    expect(textOf(index).split('\n')).toEqual([
      '# Public keys of Acme',
      '',
      `${ACME.domain}, ${after(0)}. Public keys only.`,
      '',
      ...shown.flatMap((key) => [
        `## ${key.ring}: ${key.state}`,
        '',
        `- kid \`${key.kid}\`, ${key.alg}`,
        `- ${key.subject}, valid until ${key.notAfter}`,
        `- SHA-1 \`${key.sha1}\``,
        `- SHA-256 \`${key.sha256}\``,
        '',
        ...lines(key.kid),
        '',
      ]),
      '## All keys together',
      '',
      ...lines(null),
      '',
    ]);
    const facts = { folder: 'there', files: files.length, manifestSha256: sha256(manifest.bytes) };
    expect([saved, at]).toEqual([facts, [new Date(after(0))]]);
    expect([manifest.text, index.text, files.length]).toEqual([true, true, order.length + 2]);
    expect(newest()).toEqual(['export.saved-all', tenant, facts]);
  });

  it.each([
    ['plain', '`plain`'],
    ['a`b', '`` a`b ``'],
    ['a``b`c', '``` a``b`c ```'],
  ])('writes the kid %s so that it means nothing', async (kid, written) => {
    await addAcme();
    await desk.custodian.importKey({ tenant, as: 'previous', kid }, ecPem());
    expect(textOf((await all()).index)).toContain(`- kid ${written}, ES256`);
  });

  it('that was not saved leaves no trace', async () => {
    await addAcme();
    const before = newest();
    expect(await desk.custodian.exportAll(tenant, async () => null)).toBeNull();
    expect(newest()).toEqual(before);
  });
});
