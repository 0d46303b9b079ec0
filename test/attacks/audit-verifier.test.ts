// The script with which others check an exported chain: it runs on bare Node, in a folder where nothing else lies, and finds
// what was done to the chain by those who can sign and by those who cannot.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../main/acts/audit/device.ts';
import { draftAuditFile, writeAuditFile } from '../../main/acts/audit/file.ts';
import { notedText } from '../../shared/domain/audit/noted-head.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import { canonicalHash, canonicalJson } from '../../shared/encoding/canonical-json.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { folderForAll } from '../support/folder.ts';
import { SCRIPT, bareVerifier, caught } from '../support/bare-verifier.ts';

let desk: Desk;
const folder = folderForAll();
let lines: string[] = [];
/** The same chain, exported before its last acts. */
let older: string[] = [];
let device = '';
let noted = '';

const exported = async (): Promise<string[]> =>
  Buffer.from((await desk.custodian.exportAudit()).bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n');

beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant({ ...ACME, name: 'Ärzte “Ω”' });
  older = await exported();
  await desk.custodian.signToken({ tenant: 'Ärzte “Ω”', claims: {}, ttl: 60 });
  await desk.custodian.signToken({ tenant: 'Ärzte “Ω”', claims: {}, ttl: 60 });
  lines = await exported();
  const verdict = await desk.custodian.verifyAudit();
  device = verdict.deviceKey ?? '';
  noted = notedText({ seq: verdict.entries, hash: verdict.head });
});
afterAll(async () => {
  await desk.close();
});

const verify = bareVerifier(folder, 'audit.jsonl');
const check = (text: readonly string[] | Buffer, ...options: string[]) =>
  verify(text instanceof Buffer ? text : `${text.join('\n')}\n`, ...options);
const entryAt = (at: number): AuditEntry => JSON.parse(lines[at] ?? '') as AuditEntry;

/** The lines under a header that this very device signs. */
async function signedAgain(entries: readonly string[]): Promise<Buffer> {
  const { header } = desk.ports.registry.read((reader) => draftAuditFile(reader, '2026-11-22T08:00:00.000Z'));
  const { seq, hash } = JSON.parse(entries.at(-1) ?? '') as AuditEntry;
  const text = entries.map((line) => `${line}\n`);
  const linesSha256 = createHash('sha256').update(text.join('')).digest('hex');
  const draft = { header: { ...header, count: text.length, head: { seq, hash }, linesSha256 }, lines: text };
  return Buffer.from((await writeAuditFile(draft, await openDevice(desk.ports, 'audit-file'))).bytes);
}

/** The entries from `first` on with new places and hashes, as one who knows the format would write them. */
function chained(entries: readonly string[]): string[] {
  let previousHash = '0'.repeat(64);
  return entries.map((line, at) => {
    const { hash: _hash, ...entry } = JSON.parse(line) as AuditEntry;
    const body = { ...entry, seq: at + 1, previousHash };
    previousHash = canonicalHash(body);
    return canonicalJson({ ...body, hash: previousHash });
  });
}

it('is at most 250 lines, which a person can read', () => {
  expect(readFileSync(SCRIPT, 'utf8').split('\n').length).toBeLessThanOrEqual(251);
});

it('says that a chain holds as it was exported, by whom it is signed, and what to note of it', () => {
  const found = check(lines, '--device', device, '--anchor', noted);
  expect(found).toMatchObject({ code: 0 });
  expect(found.said).toContain(`Anchor, to be noted elsewhere: ${noted}\n`);
  expect(check(lines).said).toContain(`Signed by the device ${device}. COMPARE`);
});

const MANIPULATED: [string, (entries: readonly string[]) => string[]][] = [
  ['edited', (entries) => entries.with(1, (entries[1] ?? '').replace('"actor":"officer', '"actor":"nobody'))],
  ['deleted', (entries) => entries.toSpliced(-2, 1)],
  ['reordered', (entries) => entries.with(1, entries[2] ?? '').with(2, entries[1] ?? '')],
  ['cut off at its end', (entries) => entries.slice(0, -2)],
];

describe.each(MANIPULATED)('a chain that was %s', (_, manipulated) => {
  const changed = (): string[] => manipulated(lines.slice(1));

  it('is caught in the file, also where hashes were made anew', () => {
    expect(changed()).not.toEqual(lines.slice(1));
    expect(check([lines[0] ?? '', ...changed()])).toEqual(caught('not those that were signed'));
    expect(check([lines[0] ?? '', ...chained(changed())])).toEqual(caught('not those that were signed'));
  });

  it('is caught by its anchor, where one who can sign signed it anew', async () => {
    const resigned = await signedAgain(chained(changed()));
    expect(check(resigned, '--device', device)).toMatchObject({ code: 0 });
    expect(check(resigned, '--device', device, '--anchor', noted)).toEqual(caught('not the one that was noted'));
  });
});

it('catches a chain whose hashes do not follow, though it was signed', async () => {
  const [edited = ''] = lines.slice(2, 3);
  const text = lines.slice(1).with(1, canonicalJson({ ...(JSON.parse(edited) as AuditEntry), actor: 'nobody' }));
  expect(check(await signedAgain(text))).toEqual(caught('broken at entry 2'));
});

it('catches an older copy by its anchor, and by that alone', () => {
  expect(check(older, '--device', device)).toMatchObject({ code: 0 });
  expect(check(older, '--device', device, '--anchor', noted)).toEqual(caught('not the one that was noted'));
  // What was noted earlier stays in what came after it.
  const { seq, hash } = entryAt(older.length - 1);
  expect(check(lines, '--anchor', notedText({ seq, hash }))).toMatchObject({ code: 0 });
});

it('catches a signature that is gone, is of another device, or of another kind', async () => {
  const header = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(check([canonicalJson({ ...header, signature: null }), ...lines.slice(1)])).toEqual(caught('No device signed'));
  expect(check(lines, '--device', 'ab'.repeat(32))).toEqual(caught('Another device'));
  const asBundle = await (await openDevice(desk.ports, 'bundle')).sign('key-custodian/bundle', '{}');
  const { protected: head, signature } = JSON.parse(asBundle) as Record<string, string>;
  const other = canonicalJson({ ...header, signature: { protected: head, signature } });
  expect(check([other, ...lines.slice(1)])).toEqual(caught('signature does not hold'));
});

it('catches what hides in the spelling of a line', () => {
  for (const respelt of [
    (line: string) => line.replace(',', ', '),
    (line: string) => line.replace(/^\{/, '{"actor":"somebody else",'),
    (line: string) => `${line}\r`,
  ]) {
    for (const at of [0, 1, lines.length - 1]) {
      expect(check(lines.with(at, respelt(lines[at] ?? '')))).toMatchObject({ code: 1 });
    }
  }
  expect(check(Buffer.from(lines.join('\n')))).toEqual(caught('cut off'));
  expect(check(Buffer.from([0xff, 0xfe]))).toEqual(caught('cannot be read'));
  expect(check(['dear colleague'])).toEqual(caught('no JSON'));
});

it('says what it was not told', () => {
  expect(check(lines, '--anchor', 'twelve')).toMatchObject({ code: 2 });
  expect(check(lines, '--devise', device)).toMatchObject({ code: 2 });
});

it('is of one mind with the program', async () => {
  const { verifyAuditFile } = await import('../../main/acts/audit/file.ts');
  const judged = async (text: readonly string[]): Promise<boolean> => {
    async function* stream(): AsyncGenerator<string> {
      yield* text;
    }
    const named = { device, noted: { seq: lines.length - 1, hash: entryAt(lines.length - 1).hash } };
    return (await verifyAuditFile('audit.jsonl', stream(), named)).ok;
  };
  for (const text of [lines, older, lines.toSpliced(2, 1), lines.slice(0, -1)]) {
    expect(check(text, '--device', device, '--anchor', noted).code === 0).toBe(await judged(text));
  }
});
