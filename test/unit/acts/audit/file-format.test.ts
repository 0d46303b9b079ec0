// An exported audit chain to the letter: how it is written, and each way in which a file can be something else.
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Device, openDevice } from '../../../../main/acts/audit/device.ts';
import {
  type AuditFileDraft,
  draftAuditFile,
  verifyAuditFile,
  writeAuditFile,
} from '../../../../main/acts/audit/file.ts';
import {
  AUDIT_FILE_PURPOSE,
  type AuditFileHeader,
  isHeaderSigned,
  readHeader,
  signedContent,
} from '../../../../main/acts/audit/file-header.ts';
import { CHAIN_START, nextEntry } from '../../../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../../../shared/domain/audit/entry.ts';
import { canonicalHash, canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const OTHER = 'ab'.repeat(32);

const desk = deskForEach();
const change = (): void =>
  desk.ports.registry.change({ action: 'test', subject: 'x', details: { amount: 1 } }, () => undefined);
const draft = () => desk.ports.registry.read((reader) => draftAuditFile(reader, NOW));
const entries = () => desk.ports.registry.read((reader) => reader.audit(0, 99));

async function* stream(text: readonly string[]): AsyncGenerator<string> {
  yield* text;
}
const linesOf = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
const verdictOn = (lines: readonly string[], known: Parameters<typeof verifyAuditFile>[2] = {}) =>
  verifyAuditFile('audit.jsonl', stream(lines), known);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a draft', () => {
  it('of an empty chain', () => {
    expect(draft()).toEqual({
      header: {
        format: 'key-custodian/audit',
        version: 2,
        exportedAt: NOW,
        anchor: null,
        count: 0,
        head: null,
        linesSha256: sha256(''),
        signature: null,
      },
      lines: [],
    });
  });

  it('has every entry as a line, and the last of them in its header', () => {
    change();
    change();
    const lines = entries().map((entry) => `${canonicalJson(entry)}\n`);
    const last = entries().at(-1);
    expect(draft().lines).toEqual(lines);
    expect(draft().header).toMatchObject({
      count: 2,
      head: { seq: 2, hash: last?.hash },
      linesSha256: sha256(lines.join('')),
    });
  });
});

describe('a file', () => {
  beforeEach(() => {
    change();
    change();
  });

  it('is the header and the lines, and says by itself whether it is signed', async () => {
    const { header, lines } = draft();
    const text = `${canonicalJson(header)}\n${lines.join('')}`;
    const { bytes, ...facts } = await writeAuditFile({ header, lines }, null);
    expect(Buffer.from(bytes).toString('utf8')).toBe(text);
    expect(facts).toEqual({ sha256: sha256(text), entries: 2, signed: false });
  });

  it('is signed over its header and its purpose', async () => {
    const device = await openDevice(desk.ports, 'audit-file');
    const { header, lines } = draft();
    const { bytes, ...facts } = await writeAuditFile({ header, lines }, device);
    expect(facts).toMatchObject({ entries: 3, signed: true });
    const [first = ''] = linesOf(bytes);
    const written = JSON.parse(first) as AuditFileHeader;
    expect({ ...written, signature: null }).toEqual(header);
    expect(Object.keys(written.signature ?? {})).toEqual(['protected', 'signature']);
    const { signature: _none, ...content } = header;
    expect(signedContent(written)).toBe(canonicalJson({ purpose: 'key-custodian/audit-file', ...content }));
    expect(isHeaderSigned(written)).toBe(true);
  });
});

describe('the verdict on a file', () => {
  let device: Device;
  let whole: AuditFileDraft;
  beforeEach(async () => {
    change();
    device = await openDevice(desk.ports, 'audit-file');
    change();
    whole = draft();
  });

  /** Signed by the device, with another header or other lines. */
  async function signed(header: Partial<AuditFileHeader> = {}, lines = whole.lines): Promise<string[]> {
    const { bytes } = await writeAuditFile({ header: { ...whole.header, ...header }, lines }, device);
    return linesOf(bytes);
  }

  const good = () => ({
    ok: true,
    entries: 3,
    brokenAt: null,
    head: entries().at(-1)?.hash,
    problem: null,
    signedThrough: 3,
    deviceKey: device.fingerprint,
    keychainAsked: false,
    file: { version: 2, exportedAt: NOW, deviceNamed: false },
  });

  it('is good, also for whoever names the device', async () => {
    const lines = await signed();
    expect(await verdictOn(lines)).toEqual(good());
    expect(await verdictOn(lines, { device: device.fingerprint })).toEqual({
      ...good(),
      file: { ...good().file, deviceNamed: true },
    });
  });

  it('is bad for whoever names another device', async () => {
    expect(await verdictOn(await signed(), { device: OTHER })).toEqual({
      ...good(),
      ok: false,
      problem: 'device-not-named',
      // The signature of the chain itself goes as far as it did.
      signedThrough: 2,
      file: { version: 2, exportedAt: null, deviceNamed: true },
    });
  });

  it.each<[string, Partial<AuditFileHeader>]>([
    ['another count', { count: 2 }],
    ['other lines', { linesSha256: OTHER }],
    ['no last entry', { head: null }],
    ['an earlier last entry', { head: { seq: 2, hash: OTHER } }],
    ['another last entry', { head: { seq: 3, hash: OTHER } }],
  ])('is bad where the device signed a header with %s', async (_, header) => {
    expect(await verdictOn(await signed(header))).toMatchObject({
      ok: false,
      problem: 'header-wrong',
      brokenAt: null,
      signedThrough: 2,
      file: { exportedAt: null },
    });
  });

  it('is bad where only the number of the last entry is another', async () => {
    const { head } = whole.header;
    expect(await verdictOn(await signed({ head: { seq: 2, hash: head?.hash ?? '' } }))).toMatchObject({
      problem: 'header-wrong',
    });
  });

  it.each([
    ['in it', () => ({ seq: 2, hash: entries()[1]?.hash ?? '' }), null],
    ['the last of it', () => ({ seq: 3, hash: entries()[2]?.hash ?? '' }), null],
    ['another one at that place', () => ({ seq: 2, hash: OTHER }), 'other-than-noted'],
    ['in it at another place', () => ({ seq: 1, hash: entries()[1]?.hash ?? '' }), 'other-than-noted'],
    ['after its end', () => ({ seq: 4, hash: OTHER }), 'other-than-noted'],
  ])('minds an entry that was noted elsewhere: %s', async (_, noted, problem) => {
    expect(await verdictOn(await signed(), { noted: noted() })).toMatchObject({ ok: problem === null, problem });
  });

  it('minds the header before what was noted', async () => {
    const lines = await signed({ count: 9 });
    expect(await verdictOn(lines, { noted: { seq: 1, hash: OTHER } })).toMatchObject({ problem: 'header-wrong' });
  });

  it('names the entry that does not follow, and vouches for those before it only as far as the chain is signed', async () => {
    const lines = await signed();
    const broken = await verdictOn(lines.toSpliced(3, 1, 'x'), { device: OTHER, noted: { seq: 1, hash: OTHER } });
    expect(broken).toEqual({
      ...good(),
      ok: false,
      entries: 2,
      brokenAt: 3,
      head: entries()[1]?.hash,
      signedThrough: 2,
      file: { version: 2, exportedAt: null, deviceNamed: true },
    });
  });

  it('is bad without a signature', async () => {
    const { bytes } = await writeAuditFile(whole, null);
    expect(await verdictOn(linesOf(bytes))).toMatchObject({
      ok: false,
      problem: 'not-signed',
      signedThrough: 2,
      file: { version: 2, exportedAt: null },
    });
  });

  it('is bad where the members of an entry stand in another order', async () => {
    const lines = entries().map((entry) => `${JSON.stringify(entry)}\n`);
    expect(await verdictOn(await signed({}, lines))).toMatchObject({ ok: false, brokenAt: 1 });
  });

  it('says what is wrong with the signature of the chain before all of that', async () => {
    const anchor = { deviceKey: whole.header.anchor?.deviceKey ?? '', seal: 'a.b.c' };
    expect(await verdictOn(await signed({ anchor }))).toMatchObject({ ok: false, problem: 'seal-wrong' });
  });

  describe('of version 1', () => {
    const first = (anchor: AuditFileHeader['anchor']) => [
      JSON.stringify({ format: 'key-custodian/audit', version: 1, exportedAt: NOW, anchor }),
      ...entries().map((entry) => JSON.stringify(entry)),
    ];

    it('is good as far as the chain is signed, and knows no time', async () => {
      expect(await verdictOn(first(whole.header.anchor))).toEqual({
        ...good(),
        signedThrough: 2,
        file: { version: 1, exportedAt: null, deviceNamed: false },
      });
    });

    it('is bad where nothing is signed', async () => {
      const deviceKey = whole.header.anchor?.deviceKey ?? '';
      expect(await verdictOn(first({ deviceKey, seal: null }))).toMatchObject({ ok: false, problem: 'not-signed' });
    });

    it('has its members in any order', async () => {
      const lines = first(whole.header.anchor);
      const canonical = lines.map((line, at) => (at === 0 ? line : canonicalJson(JSON.parse(line))));
      expect(await verdictOn(canonical)).toMatchObject({ ok: true });
    });
  });

  describe('signed as something else', () => {
    const withSignature = (document: string, header = whole.header): AuditFileHeader => {
      const { protected: type, signature } = JSON.parse(document) as { protected: string; signature: string };
      return { ...header, signature: { protected: type, signature } };
    };

    it.each([
      ['another type', 'key-custodian/backup', () => signedContent(whole.header)],
      ['another purpose', AUDIT_FILE_PURPOSE, () => canonicalJson({ ...whole.header, purpose: 'x' })],
      ['another header', AUDIT_FILE_PURPOSE, () => signedContent({ ...whole.header, count: 9 })],
    ])('is not signed: %s', async (_, type, content) => {
      expect(isHeaderSigned(withSignature(await device.sign(type, content())))).toBe(false);
    });

    it('is not signed without a device or a signature', async () => {
      const anchorless = { ...whole.header, anchor: null };
      const document = await device.sign(AUDIT_FILE_PURPOSE, signedContent(anchorless));
      expect([isHeaderSigned(withSignature(document, anchorless)), isHeaderSigned(whole.header)]).toEqual([
        false,
        false,
      ]);
    });

    it.each([
      ['not by the algorithm of the device', { alg: 'EdDSA' }],
      ['with a header that says more', { crit: ['x'] }],
    ])('is not signed: %s', async (_, more) => {
      const document = await device.sign(AUDIT_FILE_PURPOSE, signedContent(whole.header));
      const parts = JSON.parse(document) as { protected: string };
      const type = JSON.parse(Buffer.from(parts.protected, 'base64url').toString()) as object;
      const spoilt = Buffer.from(JSON.stringify({ ...type, ...more })).toString('base64url');
      expect(isHeaderSigned(withSignature(JSON.stringify({ ...parts, protected: spoilt })))).toBe(false);
    });
  });
});

describe('a header', () => {
  const second = {
    format: 'key-custodian/audit',
    version: 2,
    exportedAt: NOW,
    anchor: { deviceKey: 'x', seal: null },
    count: 0,
    head: { seq: 1, hash: OTHER },
    linesSha256: OTHER,
    signature: { protected: 'x', signature: 'x' },
  };
  const first = { format: 'key-custodian/audit', version: 1, exportedAt: NOW, anchor: null };

  it.each([
    ['version 2', canonicalJson(second)],
    ['version 2 with nothing known', canonicalJson({ ...second, anchor: null, head: null, signature: null })],
    ['version 1', JSON.stringify(first)],
    ['version 1 in another order', canonicalJson(first)],
  ])('is read: %s', (_, line) => {
    expect(readHeader(line)).toEqual(JSON.parse(line));
  });

  it.each([
    ['no text', ''],
    ['version 2 in another order', JSON.stringify(second)],
    ['version 1 with a blank', JSON.stringify(first).replace(',', ', ')],
    ...[
      { format: 'other' },
      { version: 3 },
      { exportedAt: 'yesterday' },
      { anchor: undefined },
      { anchor: { deviceKey: 'x' } },
      { anchor: { deviceKey: 'x', seal: null, more: 1 } },
      { more: 1 },
    ].flatMap((other): [string, string][] => [
      [`version 2 with ${JSON.stringify(other)}`, canonicalJson(defined({ ...second, ...other }))],
      [`version 1 with ${JSON.stringify(other)}`, JSON.stringify({ ...first, ...other })],
    ]),
    ...[
      { count: -1 },
      { count: 0.5 },
      { head: { seq: 0, hash: OTHER } },
      { head: { seq: 1, hash: OTHER, more: 1 } },
      { linesSha256: `${OTHER}0` },
      { linesSha256: `0${OTHER}` },
      { linesSha256: OTHER.toUpperCase() },
      { signature: { protected: 'x' } },
      { signature: { protected: 'x', signature: 'x', payload: 'x' } },
    ].map((other): [string, string] => [
      `version 2 with ${JSON.stringify(other)}`,
      canonicalJson({ ...second, ...other }),
    ]),
  ])('is none: %s', (_, line) => {
    expect(readHeader(line)).toBeNull();
  });
});

/** Without the members that are undefined. */
function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

describe('an entry that somebody hashed himself', () => {
  const honest = nextEntry(null, NOW, 'officer', { action: 'test', subject: 'x', details: {} });
  let header: string;
  beforeAll(() => {
    header = canonicalJson({
      format: 'key-custodian/audit',
      version: 2,
      exportedAt: NOW,
      anchor: null,
      count: 1,
      head: null,
      linesSha256: OTHER,
      signature: null,
    });
  });

  /** Under a hash that fits. */
  function hashed(made: (body: Record<string, unknown>) => unknown): string {
    const { hash: _old, ...body } = honest;
    const changed = made({ ...body }) as object;
    return canonicalJson({ ...changed, hash: canonicalHash(changed) });
  }

  it('is followed where it is one', async () => {
    expect(honest.previousHash).toBe(CHAIN_START);
    expect(await verdictOn([header, canonicalJson(honest)])).toMatchObject({ entries: 1, brokenAt: null });
    const more = hashed((body) => ({ ...body, state: OTHER, later: 1 }));
    expect(await verdictOn([header, more])).toMatchObject({ entries: 1, brokenAt: null });
  });

  it.each(['at', 'actor', 'action', 'subject', 'details'] satisfies (keyof AuditEntry)[])(
    'is none without %s',
    async (member) => {
      const without = hashed((body) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== member)));
      const otherwise = hashed((body) => ({ ...body, [member]: 1 }));
      for (const line of [without, otherwise]) {
        expect(await verdictOn([header, line])).toMatchObject({ entries: 0, brokenAt: 1 });
      }
    },
  );

  it('is none with a member that changes what an object is', async () => {
    const odd = hashed((body) => ({ ...body, details: JSON.parse('{"__proto__":{"admin":true}}') as unknown }));
    expect(odd).toContain('__proto__');
    expect(await verdictOn([header, odd])).toMatchObject({ entries: 0, brokenAt: 1 });
  });
});
