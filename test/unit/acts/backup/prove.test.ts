// Before a backup counts: what was written is what can be opened, by the passphrase and by every share.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openByShares } from '../../../../main/acts/backup/open-shares.ts';
import { proveBackup } from '../../../../main/acts/backup/prove.ts';
import { handOverSheets, openerOfSheets, type SharesOrder } from '../../../../main/acts/backup/share-sheets.ts';
import type { SealedShares } from '../../../../main/ports/backup.ts';
import type { BackupOpener } from '../../../../main/ports/backup-file.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import { Secret, textIn } from '../../../../main/ports/secret.ts';
import type { BackupHead } from '../../../../shared/domain/backup/format.ts';
import { type Backed, backUp, from, type Holder, newHolder, openedBy, unpacked } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

const OTHER_ID = '00000000-0000-4000-8000-000000000000';
const HOLDERS = ['Alice', 'Bob', 'Čeněk', '!'];

let holder: Holder;
let desk: Desk;
let backed: Backed;
let head: BackupHead;
beforeAll(async () => {
  holder = await newHolder();
  desk = openDesk();
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  backed = await backUp(desk, holder);
  head = JSON.parse(
    Buffer.from((await unpacked(backed.file, holder)).get('backup.json') ?? []).toString('utf8'),
  ) as BackupHead;
});
afterAll(() => desk.close());

/** Which shares were put together, by the first letters of their codes. */
let combined: string[];
/** By what the backup was opened. */
let openers: BackupOpener[];
beforeEach(() => {
  [combined, openers] = [[], []];
});

/** Shares are any text here: they are read as they are, and open the backup of the holder whatever they say. */
function ports(): Ports {
  const { reading, formats } = desk.ports;
  const shareSheet = (...given: unknown[]) => Buffer.from(JSON.stringify(given));
  return {
    ...desk.ports,
    formats: { ...formats, writer: async () => ({ ...(await formats.writer()), shareSheet }) },
    reading: {
      ...reading,
      share: (bytes) => {
        const secret = new Secret(Uint8Array.from(bytes));
        return Promise.resolve({ set: 'A', number: 1, count: 4, threshold: 2, secret } as never);
      },
      combine: (held) => {
        combined.push(held.map(({ secret }) => secret.use(textIn)).join(''));
        return Promise.resolve({ kind: 'shares', bytes: Buffer.from(combined.at(-1) ?? '') });
      },
      backup: (chunks, opener) => {
        openers.push({ ...opener, bytes: Uint8Array.from(opener.bytes) });
        return reading.backup(chunks, openedBy(holder));
      },
    },
  };
}

const shares = (threshold: number, handOver: SharesOrder['handOver'] = async () => undefined): SharesOrder => ({
  holders: HOLDERS,
  threshold,
  language: 'en',
  handOver,
});
const sealed = (): SealedShares => ({
  recipient: 'age1recipient',
  set: 'SET',
  codes: ['a', 'b', 'c', 'd'].map((code) => Secret.ofText(code)),
});

const prove = (given: Partial<Parameters<typeof proveBackup>[3]>, written = { head, keys: 2 }) =>
  proveBackup(ports(), from(backed.file), written, {
    passphrase: null,
    shares: undefined,
    sealed: { shares: null },
    ...given,
  });

describe('under a passphrase', () => {
  it('is opened by it and held against what was written', async () => {
    await prove({ passphrase: Buffer.from('a passphrase') });
    expect(openers).toEqual([{ kind: 'passphrase', bytes: new Uint8Array(Buffer.from('a passphrase')) }]);
  });

  it.each([
    ['another backup', (): { head: BackupHead; keys: number } => ({ head: { ...head, id: OTHER_ID }, keys: 2 })],
    ['fewer keys', () => ({ head, keys: 3 })],
    ['more keys', () => ({ head, keys: 1 })],
  ])('is none where it has %s', async (_, written) => {
    await expect(prove({ passphrase: Buffer.from('x') }, written())).rejects.toMatchObject({
      code: 'BACKUP_NOT_PROVEN',
      facts: {},
    });
  });
});

it('for recipients alone nobody here opens it', async () => {
  await prove({});
  expect(openers).toEqual([]);
});

describe('for shares', () => {
  it.each<[number, string[]]>([
    [2, ['ab', 'bc', 'cd']],
    [3, ['abc', 'bcd']],
    [4, ['abcd']],
  ])('every share opens it with its neighbours, %d of 4', async (threshold, tried) => {
    const { bytes } = await openerOfSheets(ports(), sealed(), threshold);
    expect(combined).toEqual(tried);
    expect(Buffer.from(bytes).toString()).toBe(tried.at(-1));
  });

  it('leaves nothing of what opened it on the way', async () => {
    const made: Uint8Array[] = [];
    const { reading } = ports();
    const combine: Ports['reading']['combine'] = async (held) => {
      const opener = await reading.combine(held);
      made.push(opener.bytes);
      return opener;
    };
    await openerOfSheets({ reading: { ...reading, combine } }, sealed(), 2);
    expect(made.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual(['\0\0', '\0\0', 'cd']);
  });

  it('is opened by the last of them, before anybody gets a sheet', async () => {
    const told: unknown[] = [];
    const given: SharesOrder['handOver'] = async (sheets) => void told.push(openers.length, sheets.length);
    await prove({ shares: shares(2, given), sealed: { shares: sealed() } });
    expect([openers, told]).toEqual([[{ kind: 'shares', bytes: new Uint8Array(Buffer.from('cd')) }], [1, 4]]);
  });

  it('is handed to nobody where it is another backup', async () => {
    const never: SharesOrder['handOver'] = () => Promise.reject(new Error('was handed over'));
    await expect(
      prove({ shares: shares(2, never), sealed: { shares: sealed() } }, { head, keys: 1 }),
    ).rejects.toMatchObject({ code: 'BACKUP_NOT_PROVEN' });
  });

  it.each([
    ['were not asked for', { shares: undefined, sealed: { shares: sealed() } }],
    ['were not made', { shares: shares(2), sealed: { shares: null } }],
  ])('is opened by none where they %s', async (_, given) => {
    await prove(given);
    expect(openers).toEqual([]);
  });
});

describe('the sheets', () => {
  const backup = () => ({ ...head, sha256: 'ab'.repeat(32) });

  it('are one for each holder, named and numbered, in the language of the order', async () => {
    const got: unknown[] = [];
    const given = shares(2, async (sheets) => {
      got.push(...sheets.map(({ page, ...facts }) => [facts, JSON.parse(page.use(textIn)) as unknown]));
    });
    await handOverSheets(ports(), given, sealed(), backup());
    const sheet = (number: number, who: string, file: string, code: string) => [
      { fileName: `share-SET-${number}-${file}.html`, number, holder: who },
      [
        { number, count: 4, threshold: 2, holder: who, set: 'SET', recipient: 'age1recipient', backup: backup() },
        code,
        'en',
      ],
    ];
    expect(got).toEqual([
      sheet(1, 'Alice', 'alice', 'a'),
      sheet(2, 'Bob', 'bob', 'b'),
      sheet(3, 'Čeněk', 'cenek', 'c'),
      sheet(4, '!', 'holder', 'd'),
    ]);
  });

  it.each([
    ['taken', async () => undefined, null],
    ['refused', () => Promise.reject(new Error('no paper')), 'no paper'],
  ])('leave nothing behind once they were %s', async (_, outcome, message) => {
    const pages: Secret[] = [];
    const given: SharesOrder['handOver'] = (sheets) => {
      pages.push(...sheets.map(({ page }) => page));
      return outcome();
    };
    const handed = handOverSheets(ports(), shares(2, given), sealed(), backup()).then(
      () => null,
      (error: unknown) => (error as Error).message,
    );
    expect(await handed).toBe(message);
    expect(pages).toHaveLength(4);
    for (const page of pages) {
      expect(() => page.use(textIn)).toThrow('overwritten');
    }
  });
});

describe('shares that were given', () => {
  const given = () => ['a', 'b'].map((code) => ({ name: `${code}.txt`, bytes: Uint8Array.from(Buffer.from(code)) }));

  it.each([
    ['used', (): Partial<Ports['reading']> => ({})],
    ['refused', () => ({ combine: () => Promise.reject(new Error('no')) })],
    ['not even read', () => ({ share: () => Promise.reject(new Error('no')) })],
  ])('are overwritten once they were %s', async (_, otherwise) => {
    const held: Secret[] = [];
    const { reading } = ports();
    const share: Ports['reading']['share'] = async (bytes) => {
      const found = await reading.share(bytes);
      held.push(found.secret);
      return found;
    };
    const files = given();
    await openByShares({ ...reading, share, ...otherwise() }, files).catch(() => undefined);
    expect(files.map(({ bytes }) => [...bytes])).toEqual([[0], [0]]);
    for (const secret of held) {
      expect(() => secret.use(textIn)).toThrow('overwritten');
    }
  });

  it('are told by the name of their file only where they are no shares', async () => {
    const broken = { ...ports().reading, share: () => Promise.reject(new TypeError('broken')) };
    await expect(openByShares(broken, given())).rejects.toThrow('broken');
  });

  it('say what they are, and the secret is forgotten', async () => {
    const held: Secret[] = [];
    const { reading } = ports();
    const kept = reading.share;
    desk.ports.reading.share = async (bytes) => {
      const found = await kept(bytes);
      held.push(found.secret);
      return found;
    };
    expect(await desk.custodian.lookAtShare({ name: null, bytes: Buffer.from('a') })).toEqual({
      set: 'A',
      number: 1,
      count: 4,
      threshold: 2,
    });
    expect(held).toHaveLength(1);
    expect(() => held[0]?.use(textIn)).toThrow('overwritten');
  });
});
