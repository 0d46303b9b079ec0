// How a private key is recognised in what somebody else wrote, and what is left without it. Nothing here is a key: names and
// beginnings are what is looked at.
import { describe, expect, it } from 'vitest';
import { privateName, privateText, withoutPrivate } from '../../../../shared/domain/published-set/private-members.ts';

it.each<[string, string | null]>([
  // RFC 7518 §6.2.2, §6.3.2 and §6.4.1; AKP.
  ...['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'].map((name): [string, string] => [name, name]),
  // PKCS#1 and other software.
  ...['privateKey', 'PrivKey', 'private_exponent', 'prime1', 'prime-2', 'exponent1', 'exponent 2', 'coefficient'].map(
    (name): [string, string] => [name, name.toLowerCase().replace(/[^a-z0-9]/, '')],
  ),
  ...['secret', 'secretKey', 'clientSecret', 'seed', 'PKCS#8'].map((name): [string, string] => [
    name,
    name.toLowerCase().replace(/[^a-z0-9]/, ''),
  ]),
  ['  D\t', 'd'],
  ['ｄ', 'd'],
  ['n', null],
  ['e', null],
  ['x', null],
  ['kid', null],
  ['d2', null],
  ['publicKey', null],
  ['', null],
])('the name %j is that of %j', (name, expected) => {
  expect(privateName(name)).toBe(expected);
});

describe('a text holds a private key', () => {
  const base64 = (...octets: number[]): string =>
    Buffer.concat([Buffer.from(octets), Buffer.alloc(60, 7)]).toString('base64');
  const url = (...octets: number[]): string =>
    base64(...octets)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');

  it.each<[string, string]>([
    ['PEM', 'x\n-----BEGIN PRIVATE KEY-----\nAA'],
    ['encrypted PEM', '-----BEGIN ENCRYPTED PRIVATE KEY-----'],
    ['PEM of PKCS#1', '-----BEGIN RSA PRIVATE KEY-----'],
    ['PKCS#8', base64(0x30, 0x82, 0x01, 0x00, 0x02, 0x01, 0x00, 0x30)],
    ['a short PKCS#8', base64(0x30, 0x41, 0x02, 0x01, 0x00, 0x30)],
    ['PKCS#8 with a length of one octet', base64(0x30, 0x81, 0x90, 0x02, 0x01, 0x01, 0x30)],
    ['PKCS#1', base64(0x30, 0x82, 0x04, 0xa4, 0x02, 0x01, 0x00, 0x02)],
    ['SEC1', base64(0x30, 0x77, 0x02, 0x01, 0x01, 0x04)],
    ['version 2', base64(0x30, 0x77, 0x02, 0x01, 0x02, 0x30)],
    ['PKCS#8 in base64url', url(0x30, 0x82, 0xff, 0xbf, 0x02, 0x01, 0x00, 0x30)],
    ['PKCS#8 between blanks', ` \n${base64(0x30, 0x82, 0x01, 0x00, 0x02, 0x01, 0x00, 0x30)}\n`],
    ['JSON', '{"kty":"EC","d":"AA"}'],
    ['JSON behind blanks', ' \n {"d":"AA"}'],
    ['a list in JSON', '[1,{"d":"AA"}]'],
    ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ k: 'AA' }) })],
  ])('as %s', (_, text) => {
    expect([privateText('note', text), privateText('A note', text), privateText('§', text)]).toEqual([
      'note',
      'anote',
      'unnamed',
    ]);
  });

  it.each<[string, string]>([
    ['a public key in PEM', '-----BEGIN PUBLIC KEY-----'],
    ['a certificate', base64(0x30, 0x82, 0x01, 0x00, 0x30, 0x82, 0x01, 0x00)],
    ['another version', base64(0x30, 0x77, 0x02, 0x01, 0x03, 0x30)],
    ['a longer version', base64(0x30, 0x77, 0x02, 0x02, 0x01, 0x30)],
    ['something else behind the version', base64(0x30, 0x77, 0x02, 0x01, 0x00, 0x31)],
    ['something else around', base64(0x31, 0x77, 0x02, 0x01, 0x00, 0x30)],
    ['something else than a number', base64(0x30, 0x77, 0x03, 0x01, 0x00, 0x30)],
    [
      'a text too short for a key',
      Buffer.from([0x30, 0x1c, 0x02, 0x01, 0x00, 0x30, ...Buffer.alloc(24)])
        .toString('base64')
        .slice(0, 40),
    ],
    ['a few octets', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x00, 0x30]).toString('base64')],
    ['a text in words', 'MEUCAQAwBQYD?2Vu begins like a key and has a sign of no alphabet in it'],
    ['JSON without one', '{"kty":"EC","d":null}'],
    ['what only looks like JSON', '{"d":"AA"'],
    ['JSON in words', 'see {"d":"AA"}'],
    ['nothing', ''],
  ])('not as %s', (_, text) => {
    expect(privateText('note', text)).toBe(null);
  });

  it('from 41 characters on', () => {
    const text = base64(0x30, 0x41, 0x02, 0x01, 0x00, 0x30);
    expect([privateText('a', text.slice(0, 41)), privateText('a', text.slice(0, 40))]).toEqual(['a', null]);
  });
});

describe('what is left', () => {
  it('is the very same where there was none', () => {
    const clean = { kty: 'EC', x5c: ['AA'], ext: { a: [1, null, true] }, d: null, p: '', k: {}, oth: [], q: false };
    const { value, members } = withoutPrivate(clean);
    expect([value === clean, members]).toEqual([true, []]);
    for (const plain of ['text', 1, null, true, undefined]) {
      expect(withoutPrivate(plain)).toEqual({ value: plain, members: [] });
    }
  });

  it('is everything else, however deep it was', () => {
    const inner = { x: 1 };
    const found = {
      kty: 'EC',
      D: 'AA',
      ext: { list: [inner, { d: 'AA', y: 2 }], p: 1 },
      notes: ['a', '{"k":"AA"}', 'b'],
    };
    const { value, members } = withoutPrivate(found);
    expect(value).toEqual({ kty: 'EC', ext: { list: [inner, { y: 2 }] }, notes: ['a', 'b'] });
    expect(members).toEqual(['d', 'p', 'notes']);
    expect(found.ext.list[1]).toEqual({ d: 'AA', y: 2 });
  });

  it('loses a member of a private name whatever it holds, and names each once', () => {
    expect(withoutPrivate([{ d: 0 }, { d: ['x'] }, { D: { x: 1 } }])).toEqual({ value: [{}, {}, {}], members: ['d'] });
    expect(withoutPrivate('{"d":"AA"}').members).toEqual(['unnamed']);
  });
});
