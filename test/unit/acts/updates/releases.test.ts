// A signed release document and packages beside it, by keys of a test: what is read of them, and how far.
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { publicLine, signedBySignify } from '../../../../build/release/document.mjs';
import { type GivenPackage, type Needed, readRelease, verifyPackage } from '../../../../main/acts/updates/releases.ts';
import { signedText } from '../../../../main/acts/updates/signed-text.ts';
import { MAX_RELEASE_BYTES } from '../../../../shared/domain/updates/release.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const ours = generateKeyPairSync('ed25519').privateKey;
const next = generateKeyPairSync('ed25519').privateKey;
const NOW = '2026-11-22T08:00:00.000Z';
const FILE = 'key-custodian_0.2.0_amd64.deb';
const CONTENT = Buffer.from('as if it were a package');

const pinned = {
  keys: [publicLine(ours), publicLine(next)],
  channel: 'stable',
  address: 'https://releases.example/x',
  installed: '0.1.0',
};

/** Instants that were remembered. */
let remembered: string[];
beforeEach(() => {
  remembered = [];
});
const needed = (newest: string | null = null): Needed => ({
  clock: { now: () => new Date(NOW) },
  releases: { pinned, newest: () => newest, remember: (issued) => void remembered.push(issued) },
});

const release = {
  format: 'key-custodian/release-1',
  channel: 'stable',
  version: '0.2.0',
  issued: '2026-11-21T08:00:00.000Z',
  expires: '2026-12-21T08:00:00.000Z',
  news: ['Signs faster.'],
  packages: [{ file: FILE, bytes: CONTENT.length, sha256: createHash('sha256').update(CONTENT).digest('hex') }],
};
const signed = (change: object = {}, key: KeyObject = ours): Buffer =>
  signedBySignify(Buffer.from(JSON.stringify({ ...release, ...change })), key);

const refused = (problem: object) => ({ code: 'UPDATE_REFUSED', facts: { problem } });
function problemOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as { facts: unknown }).facts;
  }
}

describe('a document', () => {
  it('is told and remembered', () => {
    const { format: _format, ...said } = release;
    expect(readRelease(needed(), signed())).toEqual({ ...said, installed: '0.1.0', standing: 'newer' });
    expect(remembered).toEqual([release.issued]);
  });

  it.each([
    ['of another channel', { channel: 'test' }, { code: 'other-channel', channel: 'test', wanted: 'stable' }],
    ['that expired', { expires: NOW }, { code: 'expired', at: NOW }],
    ['that is none', { more: 1 }, { code: 'malformed' }],
  ])('%s is refused and not remembered', (_, change, problem) => {
    expect(problemOf(() => readRelease(needed(), signed(change)))).toEqual({ problem });
    expect(remembered).toEqual([]);
  });

  it('that is older than one before is refused', () => {
    const newest = '2026-11-21T08:00:00.001Z';
    expect(problemOf(() => readRelease(needed(newest), signed()))).toEqual({
      problem: { code: 'replayed', issued: release.issued, newest },
    });
  });

  it('is UTF-8 and nothing else', () => {
    const text = Buffer.from(JSON.stringify({ ...release, news: ['?'] }));
    text[text.indexOf('?')] = 0xff;
    expect(problemOf(() => readRelease(needed(), signedBySignify(text, ours)))).toEqual({
      problem: { code: 'malformed' },
    });
  });

  it('is not even looked at when it is giant', () => {
    const filled = (length: number): Buffer => Buffer.alloc(length, 'x');
    const giant = { code: 'too-large', most: MAX_RELEASE_BYTES };
    expect(problemOf(() => readRelease(needed(), filled(MAX_RELEASE_BYTES + 1)))).toEqual({ problem: giant });
    expect(problemOf(() => readRelease(needed(), filled(MAX_RELEASE_BYTES)))).toEqual({
      problem: { code: 'not-signed' },
    });
  });
});

describe('a package', () => {
  /** How many bytes of it were read. */
  let read: number;
  beforeEach(() => {
    read = 0;
  });
  const given = (content = CONTENT, { name = FILE, size = content.length } = {}): GivenPackage => ({
    name,
    size: async () => size,
    async *chunks() {
      for (let at = 0; at < content.length; at += 10) {
        const chunk = content.subarray(at, at + 10);
        read += chunk.length;
        yield await Promise.resolve(chunk);
      }
    },
  });
  const verify = (one: GivenPackage, document = signed()) => verifyPackage(needed(), document, one);

  it('is the one that the document names', async () => {
    expect(await verify(given())).toEqual({
      release: readRelease(needed(), signed()),
      package: release.packages[0],
      command: `sudo apt install ./${FILE}`,
    });
    expect(read).toBe(CONTENT.length);
  });

  it.each([
    ['0.1.0', 'same'],
    ['0.0.9', 'older'],
  ])('of version %s is not newer', async (version) => {
    await expect(verify(given(), signed({ version }))).rejects.toMatchObject(
      refused({ code: 'not-newer', version, installed: '0.1.0' }),
    );
    expect(read).toBe(0);
  });

  it('of another name is not named', async () => {
    await expect(verify(given(CONTENT, { name: 'other.deb' }))).rejects.toMatchObject(
      refused({ code: 'not-named', file: 'other.deb' }),
    );
  });

  it.each([-1, 1])('of another size is not read: %d', async (by) => {
    const bytes = CONTENT.length + by;
    await expect(verify(given(CONTENT, { size: bytes }))).rejects.toMatchObject(
      refused({ code: 'other-size', file: FILE, bytes, named: CONTENT.length }),
    );
    expect(read).toBe(0);
  });

  it('that grew meanwhile is not read to its end', async () => {
    const grown = Buffer.concat([CONTENT, Buffer.alloc(100)]);
    await expect(verify(given(grown, { size: CONTENT.length }))).rejects.toMatchObject(
      refused({ code: 'other-size', file: FILE, bytes: 30, named: CONTENT.length }),
    );
    expect(read).toBe(30);
  });

  it.each([
    ['changed', Buffer.from('as if it were a Package')],
    ['shorter by now', CONTENT.subarray(1)],
  ])('that is %s is another', async (_, content) => {
    await expect(verify(given(content, { size: CONTENT.length }))).rejects.toMatchObject(
      refused({ code: 'other-content', file: FILE }),
    );
  });
});

describe('a signed text', () => {
  const TEXT = Buffer.from('the text');
  const whole = signedBySignify(TEXT, ours);
  const [comment = '', line = ''] = whole.toString('latin1').split('\n');
  const made = (...parts: (string | Buffer)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const read = (bytes: Uint8Array, keys: readonly string[] = pinned.keys): unknown =>
    problemOf(() => Buffer.from(signedText(bytes, keys)).toString());
  const notSigned = { problem: { code: 'not-signed' } };

  it('is read by each of the keys', () => {
    expect([read(whole), read(signedBySignify(TEXT, next))]).toEqual(['the text', 'the text']);
  });

  it('may be empty, or hold lines', () => {
    expect(read(signedBySignify(Buffer.from('a\nb\n'), ours))).toBe('a\nb\n');
    expect(read(signedBySignify(Buffer.alloc(0), ours))).toBe('');
  });

  it('needs a key, and one that is a key', () => {
    expect(read(whole, [])).toEqual({});
    const spoilt = ['', 'x', `${publicLine(ours)}=`, publicLine(ours).slice(0, -4)];
    expect(spoilt.map((key) => read(whole, [key]))).toEqual(spoilt.map(() => ({ problem: { code: 'other-key' } })));
    expect(read(whole, [...spoilt, publicLine(ours)])).toBe('the text');
  });

  it('of another key is told as such', () => {
    expect(read(signedBySignify(TEXT, generateKeyPairSync('ed25519').privateKey))).toEqual({
      problem: { code: 'other-key' },
    });
  });

  it('that was changed is told as such', () => {
    expect(read(made(whole, 'x'))).toEqual({ problem: { code: 'signature-wrong' } });
  });

  it('may have another comment, as long as signify writes one', () => {
    const begin = 'untrusted comment: ';
    expect(read(made(begin, '\n', line, '\n', TEXT))).toBe('the text');
    const longest = begin + 'x'.repeat(1024 - begin.length - 1);
    expect(longest).toHaveLength(1023);
    expect(read(made(longest, '\n', line, '\n', TEXT))).toBe('the text');
    expect(read(made(longest, 'x\n', line, '\n', TEXT))).toEqual(notSigned);
  });

  it.each([
    ['without a comment', [line, '\n', TEXT]],
    ['with another beginning', ['trusted comment: x\n', line, '\n', TEXT]],
    ['with something before the comment', ['x', comment, '\n', line, '\n', TEXT]],
    ['without the end of a line', [comment]],
    ['without an end of the signature', [comment, '\n', line]],
    ['with a signature that is none', [comment, '\n', 'x', '\n', TEXT]],
    ['with a signature in another spelling', [comment, '\n', line, ' ', '\n', TEXT]],
    [
      'with a signature that is too long',
      [comment, '\n', Buffer.concat([Buffer.from(line, 'base64'), Buffer.of(0)]).toString('base64'), '\n', TEXT],
    ],
    ['of another algorithm', [comment, '\n', `RW${line.slice(2)}`.replace(/^RW/, 'AA'), '\n', TEXT]],
    ['of nothing', []],
  ])('%s is none', (_, parts) => {
    expect(read(made(...parts))).toEqual(notSigned);
  });
});

describe('where news come from', () => {
  const desk = deskForEach({ pinned: { ...pinned, keys: [] } });
  const known = deskForEach({ pinned });

  it('is told where a signature counts', () => {
    expect(desk.custodian.pinnedRelease()).toEqual({ address: null });
    expect(known.custodian.pinnedRelease()).toEqual({ address: pinned.address });
  });

  it('is asked only where a signature counts', async () => {
    desk.ports.releases.fetch = () => Promise.reject(new Error('was asked'));
    await expect(desk.custodian.lookForRelease()).rejects.toMatchObject({ code: 'UPDATE_NO_KEY' });
    const { signal } = new AbortController();
    const asked: (AbortSignal | undefined)[] = [];
    known.ports.releases.fetch = async (given) => {
      asked.push(given);
      return signed();
    };
    expect(await known.custodian.lookForRelease(signal)).toMatchObject({ version: '0.2.0' });
    expect(asked).toEqual([signal]);
  });
});
