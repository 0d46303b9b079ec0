// A key that is brought in, to the letter: what it is called, where it goes, what is recorded, and what is refused; alone and
// among many.
import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { keyInFile } from '../../../../main/acts/keys/import.ts';
import { type BulkFile, takesIn } from '../../../../main/acts/keys/import-many.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import { MAX_BULK_KEYS } from '../../../../shared/domain/key-ring/bulk-import.ts';
import type { CustodianError } from '../../../../shared/errors.ts';
import { jwkThumbprint } from '../../../../shared/encoding/thumbprint.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import { keysOf, kidIn, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const { desk } = acmeForEach();

const ec = (namedCurve = 'P-256'): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;
const [first, second, third] = [ec(), ec(), ec()];
const pem = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'pem', type: 'pkcs8' }));
const jwk = (key: KeyObject, members: object = {}) => ({ ...key.export({ format: 'jwk' }), ...members });
const jsonFile = (value: object): Buffer => Buffer.from(JSON.stringify(value));
const locked = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' }));

type Wish = Partial<ActArgs<'key.import'>>;
const bringIn = (file: Uint8Array, args: Wish = {}) =>
  desk.custodian.importKey({ tenant, as: 'next', ...args }, Uint8Array.from(file));
const lookInto = (file: Uint8Array, args: Wish = {}) =>
  desk.custodian.lookIntoFile({ tenant, as: 'next', ...args }, Uint8Array.from(file), { passphrase: null });
const recordOf = (kid: string) => keysOf(desk).find((key) => key.kid === kid);

describe('what a key is called', () => {
  const thumbprint = jwkThumbprint(jwk(first)) ?? '';

  it.each<[string, Uint8Array, Wish, string]>([
    ['by the officer', jsonFile(jwk(first, { kid: 'its own' })), { kid: 'the officer’s' }, 'the officer’s'],
    ['by the file', jsonFile(jwk(first, { kid: 'its own' })), {}, 'its own'],
    ['by its thumbprint', pem(first), {}, thumbprint],
  ])('is said %s', async (_, file, args, kid) => {
    expect(await lookInto(file, args)).toMatchObject({ kid, thumbprint, ring: 'default' });
    await bringIn(file, args);
    expect(recordOf(kid)).toMatchObject({ state: 'next', jwk: { kid } });
  });

  it('is refused where the file says what is none, shown in part', async () => {
    const file = jsonFile(jwk(first, { kid: `\u0007${'x'.repeat(300)}` }));
    const refused = await failureOf(bringIn(file));
    expect(refused).toMatchObject({
      code: 'KEY_KID_UNFIT',
      facts: { problem: { code: expect.any(String) as string } },
    });
    const { facts } = refused as CustodianError<'KEY_KID_UNFIT'>;
    expect(facts.kid).toHaveLength(60);
    expect(facts.kid).not.toContain('\u0007');
  });

  it('is no name that another key bears', async () => {
    const kid = kidIn(desk, tenant, 'current');
    const taken = { code: 'KEY_KID_TAKEN', facts: { tenant, kid } };
    expect(await failureOf(lookInto(pem(first), { kid }))).toMatchObject(taken);
    expect(await failureOf(bringIn(pem(first), { kid }))).toMatchObject(taken);
    expect(desk.vault.names().filter((name) => name.startsWith('key-'))).toHaveLength(2);
  });
});

describe('where it goes', () => {
  it.each(['next', 'current', 'previous'] as const)('as %s', async (as) => {
    const before = kidIn(desk, tenant, as);
    const { mended, keys } = await bringIn(pem(first), { as, kid: 'brought' });
    expect(mended).toEqual([]);
    expect(keys.find(({ kid }) => kid === 'brought')).toMatchObject({
      state: as,
      exportable: true,
      provenance: { kind: 'imported', source: 'PKCS#8 PEM' },
    });
    const details = { kid: 'brought', as, source: 'PKCS#8 PEM', certificate: 'made here', exportable: true };
    const replaced = as === 'previous' ? {} : { replaced: before };
    expect(newestEntries(desk, 1)).toEqual([['key.imported', 'Acme/default', { ...details, ...replaced }]]);
  });

  it('and stays where somebody says that it may not leave', async () => {
    await bringIn(pem(first), { kid: 'brought', exportable: false });
    expect(recordOf('brought')?.exportable).toBe(false);
    await desk.custodian.generateNext({ tenant, replace: 'brought' });
    await bringIn(pem(first), { kid: 'again', exportable: true });
    expect(recordOf('again')?.exportable).toBe(false);
    expect(newestEntries(desk, 1)[0]?.[2]).toMatchObject({ exportable: false, back: true });
  });

  it('with its certificate, which is kept', async () => {
    const workshop = createKeyWorkshop();
    const material = await workshop.generate('ES256', null);
    const profile = { commonName: 'of the file', notBefore: desk.ports.clock.now(), days: 90 };
    const certificate = new X509Certificate(await workshop.certify(material, 'ES256', profile));
    const key = createPrivateKey({ key: Buffer.from(material.pkcs8), format: 'der', type: 'pkcs8' });
    await bringIn(Buffer.concat([pem(key), Buffer.from(certificate.toString())]), { kid: 'brought' });
    expect(recordOf('brought')?.certificate).toBe(certificate.raw.toString('base64'));
    expect(newestEntries(desk, 1)[0]?.[2]).toMatchObject({ certificate: 'kept from the file' });
  });

  it('and is read with no more than was allowed', async () => {
    const { reading } = desk.ports;
    const asked: unknown[] = [];
    const privateKey: typeof reading.privateKey = (file, ring, { passphrase: _passphrase, ...options }) => {
      asked.push(options);
      return reading.privateKey(file, ring, { passphrase: null, ...options });
    };
    const look = (args: Wish) =>
      keyInFile({ ...desk.ports, reading: { ...reading, privateKey } }, { tenant, as: 'next', ...args }, pem(first), {
        passphrase: null,
      });
    await look({});
    await look({ entry: '1', allowSmallExponent: true, allowLongWork: true });
    const now = desk.ports.clock.now();
    expect(asked).toEqual([
      { entry: null, allowSmallExponent: false, allowLongWork: false, now },
      { entry: '1', allowSmallExponent: true, allowLongWork: true, now },
    ]);
  });

  it('is refused before a second officer is asked, where it makes no room', async () => {
    const asking = desk.custodian.asking();
    const ask = (args: Wish) => failureOf(asking.importKey({ tenant, as: 'next', ...args }, pem(first)));
    const thumbprint = jwkThumbprint(jwk(first)) ?? '';
    const asked = { code: 'APPROVAL_NEEDED', facts: { tenant, act: 'key.import' } };
    const needed = await ask({});
    expect(needed).toMatchObject(asked);
    const { facts } = needed as CustodianError<'APPROVAL_NEEDED'>;
    expect(JSON.parse(facts.args)).toEqual({ as: 'next', kid: thumbprint, thumbprint });
    await push(desk);
    expect(await ask({})).toMatchObject({ code: 'RING_NEXT_ANNOUNCED' });
    expect(await ask({ as: 'current' })).toMatchObject(asked);
  });

  it('into no ring of another algorithm', async () => {
    expect(await failureOf(bringIn(pem(ec('P-384'))))).toMatchObject({ code: 'KEY_RING_MISMATCH' });
  });

  it('over no key that verifiers rely on', async () => {
    await push(desk);
    expect(await failureOf(bringIn(pem(first)))).toMatchObject({ code: 'RING_NEXT_ANNOUNCED' });
    expect(await failureOf(bringIn(pem(first), { as: 'current' }))).toMatchObject({ code: 'RING_HAS_CURRENT' });
  });
});

describe('what happens while it is read', () => {
  /** Somebody else acts once, after the file was read. */
  function whileItIsRead(act: () => Promise<unknown>) {
    const { reading } = desk.ports;
    const privateKey: typeof reading.privateKey = async (...asked) => {
      const found = await reading.privateKey(...asked);
      await act();
      return found;
    };
    return createCustodian({ ...desk.ports, reading: { ...reading, privateKey } });
  }
  const whileItIsKept = (act: () => Promise<unknown>) => {
    const { keys } = desk.ports;
    return createCustodian({
      ...desk.ports,
      keys: {
        ...keys,
        import: async (...asked) => {
          const kept = await keys.import(...asked);
          await act();
          return kept;
        },
      },
    });
  };
  const attempt = (custodian: ReturnType<typeof createCustodian>, args: Wish = {}) =>
    failureOf(custodian.importKey({ tenant, as: 'next', kid: 'brought', ...args }, pem(first)));

  it('another next key: it is looked at again', async () => {
    const acting = whileItIsRead(() => desk.custodian.generateNext({ tenant }));
    expect(await attempt(acting)).toMatchObject({ code: 'RING_CHANGED', facts: { ring: 'default' } });
  });

  it('the same material under another name', async () => {
    const acting = whileItIsKept(() => bringIn(pem(first), { as: 'previous', kid: 'meanwhile' }));
    expect(await attempt(acting)).toMatchObject({ code: 'KEY_EXISTS', facts: { kid: 'meanwhile' } });
  });

  it('another key under its name', async () => {
    const acting = whileItIsKept(() => bringIn(pem(second), { as: 'previous', kid: 'brought' }));
    expect(await attempt(acting)).toMatchObject({ code: 'KEY_KID_TAKEN', facts: { tenant, kid: 'brought' } });
  });
});

it('a file and its passphrase are overwritten, whatever comes of it', async () => {
  const [file, passphrase] = [locked(first), Buffer.from('wrong')];
  const refused = desk.custodian.importKey({ tenant, as: 'next' }, file, { passphrase });
  expect(await failureOf(refused)).toMatchObject({ code: 'KEY_PASSPHRASE_WRONG' });
  const looked = locked(first);
  await failureOf(desk.custodian.lookIntoFile({ tenant, as: 'next' }, looked, { passphrase }));
  for (const bytes of [file, passphrase, looked]) {
    expect(bytes.every((octet) => octet === 0)).toBe(true);
  }
});

describe('among many', () => {
  const file = (name: string, bytes: Uint8Array, passphrase: string | null = null): BulkFile => ({
    name,
    bytes: Uint8Array.from(bytes),
    secrets: { passphrase: passphrase === null ? null : Buffer.from(passphrase) },
  });
  const plan = (files: BulkFile[], args: Partial<ActArgs<'key.importMany'>> = {}) =>
    desk.custodian.planMany({ tenant, ...args }, files);

  it('each is told with the ring and the place that it would have', async () => {
    const told: string[] = [];
    const { rows, tenant: named } = await desk.custodian.planMany(
      { tenant },
      [file('one', pem(first)), file('two', pem(second)), file('three', pem(first))],
      { progress: (step, of, label) => told.push(`${step}/${of} ${label}`) },
    );
    expect(named).toBe(tenant);
    expect(told).toEqual(['1/3 one', '2/3 two', '3/3 three']);
    expect(rows.map(({ file: name, goes, why }) => [name, goes, why])).toEqual([
      ['one', { ring: 'default', as: 'next' }, null],
      ['two', { ring: 'default', as: 'previous' }, null],
      ['three', null, { code: 'twice', file: 'one' }],
    ]);
  });

  it('the same key in two files counts once, where the first of them can go in', async () => {
    const both = [file('one', pem(ec('P-384'))), file('two', locked(third))];
    expect((await plan(both)).rows.map(({ why }) => why)).toMatchObject([
      { code: 'no-ring', algs: ['ES384'] },
      { code: 'refused', error: { code: 'KEY_ENCRYPTED' } },
    ]);
    const known = await plan([file('two', locked(third), 'secret')]);
    expect(known.rows.map(({ goes }) => goes?.as)).toEqual(['next']);
  });

  it('a refusal is told with its facts, and keeps none of the others out', async () => {
    await bringIn(pem(first), { as: 'previous', kid: 'known' });
    const { rows } = await plan([file('known', pem(first)), file('again', pem(first)), file('new', pem(second))]);
    const refused = { code: 'refused', error: { code: 'KEY_EXISTS', facts: { kid: 'known' } } };
    expect(rows.map(({ kid, goes, why }) => [kid, goes, why])).toEqual([
      [null, null, refused],
      [null, null, refused],
      [expect.any(String), { ring: 'default', as: 'next' }, null],
    ]);
  });

  it('what is no key is told by its file', async () => {
    const { rows } = await plan([file('read me', Buffer.from('no key'))]);
    expect(rows).toMatchObject([
      {
        file: 'read me',
        key: null,
        kid: null,
        goes: null,
        why: { code: 'refused', error: { code: 'KEY_UNREADABLE' } },
      },
    ]);
  });

  it('a ring that takes no more keys takes none of them', async () => {
    await desk.custodian.retireRing({ tenant, ring: 'default', reason: 'enough' });
    expect((await plan([file('one', pem(first))])).rows.map(({ why }) => why?.code)).toEqual(['no-ring']);
  });

  it('none is planned as next where that makes no room', async () => {
    await push(desk);
    expect((await plan([file('one', pem(first))])).rows.map(({ goes }) => goes?.as)).toEqual(['previous']);
  });

  it('can be stopped while they are read', async () => {
    const stopped = desk.custodian.planMany({ tenant }, [file('one', pem(first))], { signal: AbortSignal.abort() });
    expect(await failureOf(stopped)).toMatchObject({ code: 'CANCELLED', facts: { action: { code: 'request' } } });
  });

  it('what breaks for a reason that is none of ours is not hidden', async () => {
    const { reading } = desk.ports;
    const broken = createCustodian({
      ...desk.ports,
      reading: { ...reading, privateKey: () => Promise.reject(new Error('a bug')) },
    });
    expect(await failureOf(broken.planMany({ tenant }, [file('one', pem(first))]))).toEqual(new Error('a bug'));
  });

  it('no more are listed than can be shown', async () => {
    const { reading } = desk.ports;
    const why = { code: 'KEY_ENCRYPTED', facts: {} } as const;
    const listed = { name: null, kind: 'EC P-256', source: 'pem', thumbprint: null, algs: [], why } as never;
    const keys = Array.from({ length: MAX_BULK_KEYS + 2 }, (_, index) => Object.assign({ number: index + 1 }, listed));
    const many = createCustodian({
      ...desk.ports,
      reading: { ...reading, keysIn: async () => ({ keys, why: null }) },
    });
    const { rows } = await many.planMany({ tenant }, [file('one', pem(first)), file('two', pem(first))]);
    expect(rows).toHaveLength(MAX_BULK_KEYS);
    expect(rows.every(({ file: name }) => name === 'one')).toBe(true);
  });

  it('what was planned and is refused by now is told as that', async () => {
    const given = [file('one', pem(first)), file('two', pem(second))];
    const planned = await plan(given, { as: 'previous' });
    await bringIn(pem(first), { as: 'previous', kid: 'meanwhile' });
    const { rows, tenant: named } = await desk.custodian.importMany({ tenant: 'acme', as: 'previous' }, given, planned);
    expect(named).toBe(tenant);
    expect(rows.map(({ goes, why }) => [goes?.as ?? null, why])).toEqual([
      [null, { code: 'refused', error: { code: 'KEY_EXISTS', facts: { kid: 'meanwhile' } } }],
      ['previous', null],
    ]);
  });

  it('a row without its file is left as it is', async () => {
    const given = [file('one', pem(first))];
    const planned = await plan(given);
    const { rows } = await desk.custodian.importMany({ tenant }, [], planned);
    expect(rows).toEqual(planned.rows);
    expect(keysOf(desk)).toHaveLength(2);
  });

  it('leave with the wish whether they may leave', async () => {
    const given = [file('one', pem(first))];
    await desk.custodian.importMany({ tenant, exportable: false }, given, await plan(given));
    expect(keysOf(desk).find(({ provenance }) => provenance.kind === 'imported')?.exportable).toBe(false);
  });

  it('a second officer sees what signs or will sign next', () => {
    const row = { file: 'one', key: null, kid: 'k', why: null };
    const rows = [
      { ...row, goes: { ring: 'default', as: 'next' } },
      { ...row, goes: { ring: 'default', as: 'previous' } },
      { ...row, goes: null },
      { ...row, key: { thumbprint: 't' }, goes: { ring: 'other', as: 'current' } },
    ] as unknown as Parameters<typeof takesIn>[0];
    expect(takesIn(rows)).toEqual([
      { kid: 'k', thumbprint: null, ring: 'default', as: 'next' },
      { kid: 'k', thumbprint: 't', ring: 'other', as: 'current' },
    ]);
  });
});
