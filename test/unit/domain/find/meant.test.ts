// What somebody means who pastes a fingerprint: the notations of the tools that officers have, and what is no digest.
import { describe, expect, it } from 'vitest';
import { isMeant, isWrittenIn, meantBy } from '../../../../shared/domain/find/meant.ts';

/** The digests of the empty text (RFC 1321 §A.5, RFC 6234), as hex and as Base64. */
const MD5 = { hex: 'd41d8cd98f00b204e9800998ecf8427e', base64: '1B2M2Y8AsgTpgAmY7PhCfg==' };
const SHA1 = { hex: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', base64: '2jmj7l5rSw0yVb/vlWAYkK/YBwk=' };
const SHA256 = {
  hex: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  base64: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
};
const SHA512 = {
  hex: 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  base64: 'z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
};
const DIGESTS = Object.entries({ MD5, SHA1, SHA256, SHA512 });
const colons = (hex: string): string => hex.replaceAll(/..(?=.)/g, '$&:');
const url = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const hexOf = (text: string): string[] => meantBy(text).hex;

describe.each(DIGESTS)('%s', (_, { hex, base64 }) => {
  it.each<[string, string]>([
    ['small', hex],
    ['large', hex.toUpperCase()],
    ['with colons', colons(hex).toUpperCase()],
    ['in groups', hex.replaceAll(/....(?=.)/g, '$& ')],
    ['with dashes', hex.replaceAll(/..(?=.)/g, '$&-')],
    ['as a number of C', `0x${hex}`],
    ['as a large number of C', `0X${hex.toUpperCase()}`],
  ])('in hex, %s', (_how, text) => {
    expect(hexOf(text)).toContain(hex);
  });

  it('in Base64 and base64url, and as the Base64 of its hex', () => {
    const bare = base64.replace(/=+$/, '');
    for (const text of [base64, bare, url(base64), btoa(hex), btoa(hex.toUpperCase()), url(btoa(hex))]) {
      expect([text, hexOf(text)]).toEqual([text, [hex]]);
    }
    expect(hexOf(`${bare}===`)).toEqual([]);
  });
});

it.each([
  'SHA256:',
  'sha256//',
  'pin-sha256=',
  'SHA-256 Fingerprint=',
  'sha1 fingerprint: ',
  'SHA-1:',
  'MD5:',
  'Fingerprint: ',
  'thumbprint = ',
  'x5t#S256: ',
  'x5t:',
  'kid=',
  'keyid:',
  'Key ID: ',
  'Serial Number: ',
  'serial=',
  'serialnumber:',
  'ski:',
  'Subject Key Identifier: ',
  'urn:ietf:params:oauth:jwk-thumbprint:sha-256:',
])('the label %s goes before it', (label) => {
  const meant = { text: SHA256.base64, hex: [SHA256.hex] };
  expect(meantBy(`${label}${SHA256.base64}`)).toEqual(meant);
  expect(meantBy(`  "${label}${SHA256.base64}",\n`)).toEqual(meant);
});

it('labels stand behind each other, quotes and blanks around them, and a text that is all label stays', () => {
  expect(meantBy('kid: "signing-2026"').text).toBe('signing-2026');
  expect(meantBy('SHA256  Fingerprint=SHA256:abc').text).toBe('abc');
  expect([meantBy('" abc "').text, meantBy('a"b, c').text]).toEqual(['abc', 'a"b, c']);
  expect(meantBy('  “key one”  ').text).toBe('key one');
  expect(meantBy(`'"„«<x>»”",;`).text).toBe('x');
  expect([meantBy('kid:').text, meantBy('serial').text, meantBy('my kid: x').text]).toEqual([
    'kid:',
    'serial',
    'my kid: x',
  ]);
  expect(meantBy('kid-7')).toEqual({ text: 'kid-7', hex: [] });
});

it.each<[string, string[]]>([
  ['abcdef0', []],
  ['abcdef01', ['abcdef01']],
  ['ABCD:EF01', ['abcdef01']],
  ['abcdef0g', []],
  ['gabcdef01', []],
  ['abcd0xef01', []],
  // A serial number in decimal has whole octets.
  ['1234567', []],
  ['12345678', ['12345678', 'bc614e']],
  ['99999999', ['99999999', '05f5e0ff']],
  ['99999999999', ['99999999999', '174876e7ff']],
  ['9'.repeat(50), ['9'.repeat(50), `0${(10n ** 50n - 1n).toString(16)}`.slice(-42)]],
  ['9'.repeat(51), ['9'.repeat(51)]],
  ['x12345678', []],
  ['12345678x', []],
])('%s may stand for %o', (text, hex) => {
  expect(hexOf(text)).toEqual(hex);
});

it('no digest has another length', () => {
  for (const octets of [15, 17, 19, 21, 31, 33, 48, 63, 65, 136]) {
    expect([octets, hexOf(btoa('\u00ff'.repeat(octets)))]).toEqual([octets, []]);
  }
  for (const octets of [16, 20, 32, 64]) {
    expect(hexOf(btoa('\u00ff'.repeat(octets)))).toEqual(['ff'.repeat(octets)]);
  }
  // Text that is no hex, or not all of it, stands for itself; hex of no digest is none, though its text has the length of one.
  for (const text of [`${'ab'.repeat(16)}${'-'.repeat(32)}`, `${'-'.repeat(32)}${'ab'.repeat(16)}`]) {
    expect(hexOf(btoa(text))).toEqual([Buffer.from(text).toString('hex')]);
  }
  expect(hexOf(btoa('not in hex at all...'))).toEqual(['6e6f7420696e2068657820617420616c6c2e2e2e']);
  expect([hexOf(btoa('ab'.repeat(17))), hexOf(`${SHA1.base64.slice(0, -1)}?`), hexOf(`?${SHA1.base64}`)]).toEqual([
    [],
    [],
    [],
  ]);
});

it('is meant wholly or by its beginning, and leading zeros of a number do not count', () => {
  const is = (given: string, digest: string): boolean => isMeant(meantBy(given), digest);
  expect([is(SHA1.hex, SHA1.hex), is(SHA1.hex.slice(0, 8), SHA1.hex), is(SHA1.base64, SHA1.hex)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([is(SHA1.hex.slice(8), SHA1.hex), is(SHA1.hex, SHA256.hex), is('a name', SHA1.hex)]).toEqual([
    false,
    false,
    false,
  ]);
  expect([is('00abcdef01', 'abcdef01'), is('abcdef01', '00abcdef01')]).toEqual([true, true]);
  expect([is('abcdef0100', 'abcdef01'), is('abcdef01', '1abcdef01')]).toEqual([false, false]);
});

describe('a record holds it', () => {
  const isIn = (given: string, record: string): boolean => isWrittenIn(meantBy(given), record, record.toLowerCase());

  it.each(DIGESTS)('%s in any notation', (_, { hex, base64 }) => {
    for (const written of [hex, hex.toUpperCase(), colons(hex), colons(hex).toUpperCase(), base64, url(base64)]) {
      const record = `{"print":"${written}"}`;
      expect([written, isIn(base64, record), isIn(hex, record)]).toEqual([written, true, true]);
    }
    expect(isIn(base64, `{"print":"${hex.slice(1)}"}`)).toBe(false);
  });

  it('by its beginning in hex, which has no Base64', () => {
    const begin = SHA256.hex.slice(0, 18);
    expect([isIn(begin, SHA256.hex), isIn(begin, colons(SHA256.hex)), isIn(begin, SHA256.base64)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('as a text of six characters, as it stands', () => {
    expect([isIn('key-17', 'of key-17'), isIn('key-1', 'of key-17'), isIn('KEY-17', 'of key-17')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isIn('key-18', 'of key-17')).toBe(false);
  });
});
