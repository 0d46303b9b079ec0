// A private key that is handed over and what becomes of its copies, to the letter; and files that somebody looks into, which are
// overwritten.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { confirmCopy, copyDestroyed } from '../../../../main/acts/exports/copies.ts';
import { compareFiles, inspectFile } from '../../../../main/acts/exports/inspect.ts';
import { handOverSchema } from '../../../../shared/domain/exports/hand-over.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn, keysOf, kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const addAcme = () => desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
const newest = () => newestEntries(desk, 1)[0];
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;

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
