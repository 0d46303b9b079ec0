// What leaves in files, to the letter: names, hashes, manifests, entries, refusals with their facts; and that what was given is
// overwritten.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { confirmCopy, copyDestroyed } from '../../../../main/acts/exports/copies.ts';
import { keysForSet, kidInState, previewFile, recordExport, setLabel } from '../../../../main/acts/exports/exports.ts';
import { compareFiles, inspectFile } from '../../../../main/acts/exports/inspect.ts';
import type { FormattedFile } from '../../../../main/ports/formats.ts';
import { handOverSchema } from '../../../../shared/domain/exports/hand-over.ts';
import { EXPORT_FORMATS, isSetFormat } from '../../../../shared/domain/formats.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { ecPem } from '../../../support/own-files.ts';
import { keyIn, keysOf, kidIn } from '../../../support/tenant-keys.ts';

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

describe('a private key that is handed over', () => {
  beforeEach(addAcme);
  const order = (part: object = {}) =>
    handOverSchema.parse({ tenant, kid: kidIn(desk, tenant, 'current'), format: 'pkcs8', to: 'Ops', ...part });
  const under = () => ({ passphrase: new TextEncoder().encode('correct horse battery'), recipient: null });
  const handOver = (part: object = {}, protection = under(), keep: Uint8Array[] = []) =>
    desk.custodian.handOver(order(part), protection, async (bytes) => void keep.push(bytes));

  it('is on record before it is saved, and again when it was; then its bytes are overwritten', async () => {
    const kept: Uint8Array[] = [];
    let hash = '';
    const entry = await desk.custodian.handOver(order(), under(), async (bytes) => {
      kept.push(bytes);
      hash = sha256(bytes);
      expect(newest()?.[0]).toBe('key.handed-over');
      desk.advance(1000);
    });
    const { kid } = order();
    expect(entry).toMatchObject({ number: 1, at: after(0), savedAt: after(1), tenant, kid, sha256: hash, to: 'Ops' });
    expect(desk.custodian.listHandOvers({ tenant })).toEqual([entry]);
    expect(newest()).toEqual(['key.hand-over-saved', tenant, { number: 1, kid }]);
    expect(kept[0]?.every((octet) => octet === 0)).toBe(true);
  });

  it.each([
    ['neither', null, null],
    ['both', 'passphrase', 'recipient'],
  ])('wants a passphrase or a recipient, not %s', async (_, passphrase, recipient) => {
    const protection = {
      passphrase: passphrase === null ? null : Buffer.from(passphrase),
      recipient: recipient === null ? null : Buffer.from(recipient),
    };
    const refused = desk.custodian.handOver(order(), protection, async () => undefined);
    expect(await failureOf(refused)).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'passphrase', problem: { code: 'passphrase-or-recipient' } },
    });
  });

  it('is none that may not leave, by its record or by its store', async () => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    const kid = kidIn(desk, tenant, 'next');
    const bound = (of: string) => ({ code: 'KEY_NOT_EXPORTABLE', facts: { kid: of } });
    expect(await failureOf(handOver({ kid }))).toMatchObject(bound(kid));
    const { exportPrivate: _never, ...keys } = desk.ports.keys;
    const custodian = createCustodian({ ...desk.ports, keys });
    const refused = custodian.handOver(order(), under(), async () => undefined);
    expect(await failureOf(refused)).toMatchObject(bound(order().kid));
    expect(desk.custodian.listHandOvers({ tenant })).toEqual([]);
  });

  it('is listed by its key, and as long as it is out', async () => {
    await handOver();
    await handOver({ kid: kidIn(desk, tenant, 'next'), to: 'Vault' });
    await desk.custodian.copyDestroyed({ tenant, number: 1, how: 'wiped' });
    const numbers = (part: object) => desk.custodian.listHandOvers({ tenant, ...part }).map(({ number }) => number);
    expect([numbers({}), numbers({ out: false }), numbers({ out: true })]).toEqual([[1, 2], [1, 2], [2]]);
    expect([numbers({ kid: order().kid }), numbers({ kid: order().kid, out: true })]).toEqual([[1], []]);
  });

  it('asks a second officer with the hash of the recipient, and without where there is none', async () => {
    const recipient = Buffer.from('age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p');
    const argsOf = async (protection: { passphrase: Uint8Array | null; recipient: Uint8Array | null }) => {
      const refused = await failureOf(desk.custodian.asking().handOver(order(), protection, async () => undefined));
      expect(refused).toMatchObject({ code: 'APPROVAL_NEEDED', facts: { act: 'export.private' } });
      return JSON.parse((refused as { facts: { args: string } }).facts.args) as object;
    };
    const { tenant: _tenant, ...said } = order();
    expect(await argsOf({ passphrase: null, recipient })).toEqual({ ...said, recipientSha256: sha256(recipient) });
    expect(await argsOf(under())).toEqual({ ...said, recipientSha256: null });
  });
});

describe('a copy', () => {
  const hash = 'ab'.repeat(32);
  const add = (part: object = {}) =>
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addHandOver('tenant', {
        at: after(-9),
        tenant,
        kid: 'k',
        format: 'pkcs8',
        protection: 'AES',
        to: 'Ops',
        recipient: null,
        sha256: hash,
        ...part,
      }),
    );
  beforeEach(() => {
    putOnRecord(desk, { keys: [aKey({ kid: 'k', spkiSha256: 'cd'.repeat(32) })] });
    add();
    add({ to: 'Vault' });
  });
  const confirm = (fingerprint: string, number = 1) => confirmCopy(desk.ports, { tenant, number, fingerprint });
  const destroyed = (number = 1) => copyDestroyed(desk.ports, { tenant, number, how: 'wiped' });

  it.each([
    [hash, 'file'],
    ['cd'.repeat(32), 'key'],
  ])('is confirmed by %s as the %s', (fingerprint, by) => {
    expect(confirm(fingerprint)).toMatchObject({ number: 1, to: 'Ops', confirmedAt: after(0), confirmedBy: by });
    expect(newest()).toEqual(['key.hand-over-confirmed', tenant, { number: 1, kid: 'k', to: 'Ops', by }]);
    const said = refusing('HAND_OVER_SAID', { number: 1, what: 'confirmed', at: after(0) });
    expect(() => confirm(fingerprint)).toThrow(said);
    expect(confirm(fingerprint, 2).to).toBe('Vault');
  });

  it('is not confirmed by what somebody else would read', () => {
    expect(() => confirm('ef'.repeat(32))).toThrow(refusing('HAND_OVER_READ_WRONG', { number: 1, to: 'Ops' }));
    expect(newest()?.[0]).toBe('test');
  });

  it('is destroyed once', () => {
    expect(destroyed()).toMatchObject({ number: 1, destroyedAt: after(0), destroyedHow: 'wiped' });
    expect(newest()).toEqual(['key.copy-destroyed', tenant, { number: 1, kid: 'k', to: 'Ops', how: 'wiped' }]);
    expect(() => destroyed()).toThrow(refusing('HAND_OVER_SAID', { number: 1, what: 'destroyed', at: after(0) }));
    expect(desk.ports.registry.read((reader) => reader.handOvers('tenant')).map((one) => one.destroyedHow)).toEqual([
      'wiped',
      null,
    ]);
  });

  it('is missed by its number', () => {
    const missed = refusing('HAND_OVER_NOT_FOUND', { tenant, number: 9 });
    expect(() => destroyed(9)).toThrow(missed);
    expect(() => confirm(hash, 9)).toThrow(missed);
  });
});

describe('a file that somebody looks into', () => {
  const secret = () => ({ passphrase: Buffer.from('secret') });
  const isOverwritten = (bytes: Uint8Array | null) => bytes?.every((octet) => octet === 0);

  it('is told with the keys in custody, and overwritten with what opens it', async () => {
    await addAcme();
    const { certificate, kid } = keyIn(desk, 'current');
    const [file, secrets] = [Buffer.from(certificate, 'base64'), secret()];
    const found = await inspectFile(desk.ports, file, secrets);
    expect(JSON.stringify(found)).toContain(kid);
    expect([isOverwritten(file), isOverwritten(secrets.passphrase)]).toEqual([true, true]);
  });

  it('beside another is overwritten with it', async () => {
    await addAcme();
    const files = keysOf(desk).map(({ certificate }) => ({
      file: Buffer.from(certificate, 'base64'),
      secrets: secret(),
    }));
    const [first, second] = files;
    if (first === undefined || second === undefined) {
      throw new Error('two files');
    }
    await compareFiles(desk.ports, first, second);
    expect(files.flatMap(({ file, secrets }) => [isOverwritten(file), isOverwritten(secrets.passphrase)])).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
