// A backup that some people open together: the sheets as they are printed, read back from words, files and pictures, and every
// way in which that goes wrong.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByShares } from '../../../../main/acts/backup/open-shares.ts';
import type { MadeBackup } from '../../../../main/acts/backup/create.ts';
import { codeOf, octetsIn, shareIn, shareOctets } from '../../../../main/encoding/share-code.ts';
import type { BackupOpener } from '../../../../main/ports/backup-file.ts';
import { createReading } from '../../../../main/reading/reading.ts';
import type { ShareFlaw } from '../../../../shared/problems/shares.ts';
import { sentenceFor } from '../../../../shared/words/en/errors.ts';
import { from, intoMemory, newHolder, openedBy, sealedFor } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { codesIn, readCodes } from '../../../support/read-codes.ts';

const HOLDERS = ['Alice <A&B>', 'Bob', 'Carol'];
const reading = createReading();

interface Shared {
  made: MadeBackup;
  file: Uint8Array;
  /** HTML, as they were handed over. */
  sheets: string[];
  names: string[];
}

async function backUpShared({ custodian }: Desk, holders = HOLDERS, threshold = 2): Promise<Shared> {
  const file: Buffer[] = [];
  const [sheets, names]: [string[], string[]] = [[], []];
  const made = await custodian.createBackup(
    {
      protection: { passphrase: null, recipients: [] },
      credentials: false,
      shares: {
        holders,
        threshold,
        language: 'en',
        handOver: async (pages) => {
          sheets.push(...pages.map(({ page }) => page.use((bytes) => Buffer.from(bytes).toString('utf8'))));
          names.push(...pages.map(({ fileName }) => fileName));
        },
      },
    },
    intoMemory(file),
  );
  return { made, file: Buffer.concat(file), sheets, names };
}

let desk: Desk;
let shared: Shared;
let others: Shared;
beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
  shared = await backUpShared(desk);
  others = await backUpShared(desk);
});
afterAll(() => desk.close());

const given = (...shares: (string | Uint8Array)[]) =>
  shares.map((share) => ({
    name: null,
    bytes: Uint8Array.from(typeof share === 'string' ? Buffer.from(share) : share),
  }));
const opened = (...shares: (string | Uint8Array)[]): Promise<BackupOpener> => openByShares(reading, given(...shares));
const wordsOn = (sheet = ''): string[] => [...sheet.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word = '']) => word);
const codeOn = (sheet = ''): string => /KCS1-[A-Z2-7]+/.exec(sheet)?.[0] ?? '';
const drill = async (opener: BackupOpener, { file } = shared) =>
  desk.custodian.drillBackup(from(file), opener, 'keys.age');

async function flawOf(...shares: (string | Uint8Array)[]): Promise<ShareFlaw> {
  const refused: unknown = await opened(...shares).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'SHARES_UNFIT' });
  return (refused as { facts: { problem: ShareFlaw } }).facts.problem;
}

describe('the sheets', () => {
  it('say what they are, who holds them, and by what the backup and the audit chain are known', () => {
    const { made, sheets, names } = shared;
    expect(names).toEqual(
      ['alice-a-b', 'bob', 'carol'].map((holder, index) => `share-${made.shares?.set}-${index + 1}-${holder}.html`),
    );
    const [first = ''] = sheets;
    expect(first).toContain('<title>Share 1 of 3</title>');
    expect(first).toContain('Alice &lt;A&amp;B&gt;');
    expect(first.replaceAll(' ', '')).toContain(made.sha256);
    expect(first).toContain(made.shares?.recipient);
    const head = desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).find(({ action }) => action === 'backup.made');
    expect(first.replaceAll(' ', '')).toContain(head?.previousHash);
    expect(first).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it('hold the same share as words and as a code, and no two the same', () => {
    const codes = shared.sheets.map(codeOn);
    expect(new Set(codes).size).toBe(3);
    expect(shared.sheets.map((sheet) => readCodes(sheet)[0])).toEqual(codes);
    expect(shared.sheets.map((sheet) => wordsOn(sheet).length)).toEqual([32, 32, 32]);
  });

  it('are told and recorded with those who hold them', () => {
    const { made } = shared;
    const told = {
      set: expect.stringMatching(/^\w+$/) as string,
      recipient: expect.stringMatching(/^age1/) as string,
      threshold: 2,
      holders: HOLDERS,
    };
    expect(made.shares).toEqual(told);
    const [entry] = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'backup.made' });
    expect(entry?.details).toMatchObject({ shares: made.shares, proven: 'opened' });
  });

  it('leave nothing that opens in the record', () => {
    const { made, sheets } = shared;
    const record = JSON.stringify([made, desk.custodian.listAudit({ afterSeq: 0, limit: 1000 })]);
    expect(record).toContain('Carol');
    for (const sheet of sheets) {
      expect(record).not.toContain(codeOn(sheet).slice(10, 40));
    }
    expect(record).not.toContain('AGE-SECRET-KEY');
  });
});

describe('shares open the backup', () => {
  it.each([
    [0, 1],
    [0, 2],
    [2, 1],
  ])('any two of three: %i and %i', async (one, other) => {
    const [a = '', b = ''] = [shared.sheets[one], shared.sheets[other]];
    expect(await drill(await opened(wordsOn(a).join(' '), codeOn(b)))).toMatchObject({ outcome: 'passed' });
  });

  it('all of them, from the saved sheet, from four letters of each word with numbers, and from a picture', async () => {
    const [a = '', b = '', c = ''] = shared.sheets;
    const short = wordsOn(b)
      .map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}`)
      .join('\r\n');
    expect(await drill(await opened(a, short, pictureOf(c)))).toMatchObject({ outcome: 'passed' });
  });

  it('and restore it on another machine; later backups for the same recipient open too', async () => {
    const { recipient = '' } = shared.made.shares ?? {};
    const later: Buffer[] = [];
    const protection = { passphrase: null, recipients: [Buffer.from(recipient)] };
    await desk.custodian.createBackup({ protection, credentials: false }, intoMemory(later));
    const fresh = openDesk();
    const [a = '', , c = ''] = shared.sheets;
    const opener = await opened(a, c);
    const restored = await fresh.custodian.restoreBackup(from(Buffer.concat(later)), opener, { file: 'x', seen: null });
    expect(restored).toMatchObject({ tenants: ['Acme'], privateHalves: 2 });
    expect(opener.bytes.every((byte) => byte === 0)).toBe(true);
    await fresh.close();
  });

  it('together with a recipient who opens it alone', async () => {
    const holder = await newHolder();
    const file: Buffer[] = [];
    const made = await desk.custodian.createBackup(
      {
        protection: sealedFor(holder),
        credentials: false,
        shares: { holders: ['A', 'B'], threshold: 2, language: 'de', handOver: async () => undefined },
      },
      intoMemory(file),
    );
    expect(made).toMatchObject({ proven: 'opened', protection: 'age, for shares', recipients: [holder.recipient, {}] });
    const drilled = await desk.custodian.drillBackup(from(Buffer.concat(file)), openedBy(holder), 'keys.age');
    expect(drilled.outcome).toBe('passed');
  });
});

it('the script of the guide makes the same of the sheets, with Node alone', async () => {
  const files = shared.sheets.map((text, index) => {
    const file = path.join(desk.folder, `${index}.html`);
    writeFileSync(file, text);
    return file;
  });
  const script = path.resolve(import.meta.dirname, '../../../../docs/guide/combine-shares.mjs');
  const combined = (...paths: string[]) => spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
  const [one = '', two = '', three = ''] = files;
  const { bytes } = await opened(sheet(0), sheet(2));
  expect(combined(one, three).stdout.trim()).toBe(Buffer.from(bytes).toString());
  expect(combined(three, two, one).stdout.trim()).toBe(Buffer.from(bytes).toString());
  expect(combined(one)).toMatchObject({ status: 1, stdout: '', stderr: 'Give 2 different shares.\n' });
  expect(combined(one, one)).toMatchObject({ status: 1, stdout: '', stderr: 'Share 1 is there twice.\n' });
});

describe('what goes wrong with shares has its own sentence', () => {
  const cases: [string, () => (string | Uint8Array)[], ShareFlaw][] = [
    ['none', () => [], { code: 'too-few', given: 0, needed: 2 }],
    ['too few', () => [sheet(0)], { code: 'too-few', given: 1, needed: 2 }],
    ['the same twice', () => [sheet(0), wordsOn(sheet(0)).join(' ')], { code: 'repeated', number: 1 }],
    ['of two backups', () => [sheet(0), others.sheets[1] ?? ''], { code: 'mixed', number: 2 }],
    ['a forged one', () => [sheet(0), forged(sheet(1))], { code: 'wrong' }],
    [
      'a word that is none',
      () => [wordsOn(sheet(0)).with(4, 'keychain').join(' ')],
      { code: 'word-unknown', place: 5 },
    ],
    [
      'a word that goes on otherwise',
      () => [wordsOn(sheet(0)).with(0, 'zoology').join(' ')],
      { code: 'word-unknown', place: 1 },
    ],
    ['a word missing', () => [wordsOn(sheet(0)).slice(1).join(' ')], { code: 'word-count', found: 31, wanted: 32 }],
    ['two words in each other’s place', () => [swapped(wordsOn(sheet(0))).join(' ')], { code: 'mistyped' }],
    [
      'a letter of the code',
      () => [codeOn(sheet(0)).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
      { code: 'mistyped' },
    ],
    ['a letter to a colleague', () => ['5 € 2 %'], { code: 'no-share' }],
    [
      'a photograph of a phone',
      () => [Buffer.from('ffd8ffe000104a464946', 'hex')],
      { code: 'photograph', kind: 'JPEG' },
    ],
    [
      'a photograph of a newer phone',
      () => [Buffer.from('000000286674797068656963', 'hex')],
      { code: 'photograph', kind: 'HEIC' },
    ],
    ['a page that was scanned', () => [Buffer.from('%PDF-1.7')], { code: 'other-picture' }],
    [
      'a picture of something else',
      () => [PNG.sync.write(new PNG({ width: 60, height: 60 }))],
      { code: 'no-code-in-picture' },
    ],
    ['a picture that is cut off', () => [pictureOf(sheet(0)).subarray(0, 300)], { code: 'picture-damaged' }],
    ['a picture beyond measure', () => [huge()], { code: 'picture-too-large' }],
  ];
  it.each(cases)('%s', async (_, shares, flaw) => {
    expect(await flawOf(...shares())).toEqual(flaw);
  });

  it('no two the same', () => {
    const said = cases.map(([, , problem]) => sentenceFor({ code: 'SHARES_UNFIT', facts: { from: null, problem } }));
    const byCode = new Map(cases.map(([, , { code }], index) => [code, said[index]?.message.replaceAll(/\d+/g, '')]));
    expect(new Set(byCode.values()).size).toBe(byCode.size);
  });

  it('names the file that is wrong', async () => {
    const bad = openByShares(reading, [{ name: 'bob.txt', bytes: Buffer.from('no words at all') }]);
    await expect(bad).rejects.toMatchObject({ facts: { from: 'bob.txt', problem: { code: 'no-share' } } });
  });

  it('good shares of another backup: no outcome of a drill', async () => {
    const [a = '', b = ''] = others.sheets;
    await expect(drill(await opened(a, b))).rejects.toMatchObject({
      code: 'BACKUP_UNREADABLE',
      facts: { problem: { code: 'other-shares' } },
    });
  });
});

it('a backup whose sheets nobody took is none', async () => {
  const before = desk.custodian.backupStatus();
  const refused = desk.custodian.createBackup(
    {
      protection: { passphrase: null, recipients: [] },
      credentials: false,
      shares: {
        holders: HOLDERS,
        threshold: 3,
        language: 'en',
        handOver: () => Promise.reject(new Error('the printer is on fire')),
      },
    },
    intoMemory([]),
  );
  await expect(refused).rejects.toThrow('on fire');
  expect(desk.custodian.backupStatus()).toEqual(before);
});

const sheet = (index: number): string => shared.sheets[index] ?? '';

const swapped = ([one = '', two = '', ...rest]: string[]): string[] =>
  one === two ? [...rest, one, two] : [two, one, ...rest];

/** Well written, by somebody who knows how: another point of the curve under the number and set of a real share. */
function forged(page: string): string {
  const { facts, share } = shareIn(octetsIn(codeOn(page)));
  return codeOf(shareOctets(facts, share.with(5, (share[5] ?? 0) ^ 1)));
}

/** A photograph of the code, on a sheet that is larger. */
function pictureOf(page: string): Uint8Array {
  const code = codesIn(page)[0];
  const side = (code?.size ?? 0) + 300;
  const picture = new PNG({ width: side, height: side });
  picture.data.fill(255);
  for (let row = 0; row < (code?.size ?? 0); row += 1) {
    const line = code?.pixels.subarray(row * code.size * 4, (row + 1) * code.size * 4) ?? [];
    picture.data.set(line, ((row + 200) * side + 50) * 4);
  }
  return PNG.sync.write(picture);
}

function huge(): Uint8Array {
  const picture = PNG.sync.write(new PNG({ width: 60, height: 60 }));
  picture.writeUInt32BE(1_000_000, 16);
  return picture;
}
