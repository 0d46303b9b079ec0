// What was found in a file has words in both languages, code by code.
import { describe, expect, it } from 'vitest';
import { inspectedIn } from '../../../shared/words/inspection.ts';
import { recordedFormat } from '../../../shared/words/recorded-format.ts';
import {
  FACT_NAMES,
  type FoundFile,
  type FoundValue,
  type FoundWarning,
  PART_NAMES,
  PLAIN_WARNINGS,
} from '../../../shared/domain/reading/inspection.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { sharedWords } from '../../../shared/words/words.ts';

const WARNINGS: FoundWarning[] = [
  ...PLAIN_WARNINGS.map((code) => ({ code })),
  { code: 'weak-signature', signedWith: { code: 'signature', key: 'RSA', hash: 'SHA-1' } },
  { code: 'weak-key', problem: { code: 'primes-close' } },
  { code: 'only-first-keys', shown: 100, of: 101 },
  { code: 'only-first-blocks', shown: 100 },
  {
    code: 'refused',
    error: { code: 'KEY_PASSPHRASE_WRONG', facts: { format: { code: 'named', name: 'PKCS#8 PEM' } } },
  },
];

const VALUES: FoundValue[] = [
  { code: 'self-signed' },
  { code: 'unusual-curve' },
  { code: 'recipient-keys', count: 2 },
  { code: 'algorithm', oid: '1.2.3' },
  { code: 'scheme', scheme: { code: 'derivation', name: 'PBKDF2', hash: 'HMAC-SHA-256', rounds: 2048 } },
  { code: 'key-kind', kind: { code: 'explicit-curve' } },
  { code: 'cut', text: 'abc', characters: 900 },
];

/** The same in German: standards, members of JSON, and two words. */
const SAME = /^(SHA-\d+|Name|Bits|Bytes|Thumbprint \(RFC 7638\)|kid|use|alg|kty|crv|issuer|jwks_uri)$/;

const [en, de] = [sharedWords('en').inspection, sharedWords('de').inspection];

describe.each(LANGUAGES)('in %s', (language) => {
  const words = sharedWords(language).inspection;

  it('every code has words', () => {
    const said = [
      ...PART_NAMES.map(words.part),
      ...FACT_NAMES.map(words.fact),
      ...VALUES.map(words.value),
      ...WARNINGS.map(words.warning),
    ];
    expect(said.filter((text) => text.length < 3 || /undefined|\[object|!/.test(text))).toEqual([]);
  });
});

it('says none of it in English where German is spoken', () => {
  expect(PART_NAMES.filter((name) => en.part(name) === de.part(name))).toEqual([]);
  expect(FACT_NAMES.filter((name) => en.fact(name) === de.fact(name) && !SAME.test(name))).toEqual([]);
  expect(VALUES.filter((value) => en.value(value) === de.value(value))).toEqual([]);
  expect(WARNINGS.filter((warning) => en.warning(warning) === de.warning(warning))).toEqual([]);
});

it('tells the names of ciphers, formats and keys to choose from', () => {
  const words = sharedWords('de');
  expect(words.inspection.format({ code: 'pkcs1-public-key', encoding: 'DER' })).toBe(
    'öffentlicher PKCS#1-Schlüssel als DER',
  );
  expect(words.fileFormat(recordedFormat('PKCS#8 PEM, encrypted'))).toBe('PKCS#8 PEM, verschlüsselt');
  expect(words.fileFormat(recordedFormat('of another version'))).toBe('of another version');
  expect(
    words.keyEntry({ number: 2, name: null, kind: { code: 'named', name: 'RSA 2048' }, fingerprint: '3f9a0c12' }),
  ).toBe('2: ohne Namen (RSA 2048, 3f9a0c12)');
  expect(sharedWords('en').keyEntry({ number: 2, name: null, kind: { code: 'damaged' }, fingerprint: null })).toBe(
    '2: unnamed (damaged)',
  );
});

it('tells a whole file', () => {
  const found: FoundFile = {
    kind: 'private key',
    format: { code: 'blocks', count: 2 },
    bytes: 1800,
    parts: [
      {
        what: 'private key, encrypted',
        facts: [
          { name: 'Cipher', value: 'AES-256-CBC' },
          { name: 'Key derivation', value: { code: 'scheme', scheme: { code: 'one-round', hash: 'MD5' } } },
          { name: { member: 'exp' }, value: '7' },
        ],
        warnings: [{ code: 'weak-protection' }],
      },
      { what: { code: 'pem-block', label: 'OTHER' }, facts: [], warnings: [] },
    ],
    warnings: WARNINGS.slice(-2),
    importable: 'with its passphrase',
    needs: [],
  };
  expect(inspectedIn(de, found)).toEqual({
    kind: 'private key',
    needs: [],
    format: 'PEM, 2 Blöcke',
    bytes: 1800,
    parts: [
      {
        what: 'privater Schlüssel, verschlüsselt',
        facts: [
          { label: 'Verschlüsselung', value: 'AES-256-CBC' },
          { label: 'Schlüsselableitung', value: 'eine Runde MD5' },
          { label: 'exp', value: '7' },
        ],
        warnings: ['Der Schutz ist nach heutigem Maß schwach.'],
      },
      { what: 'Block „OTHER“', facts: [], warnings: [] },
    ],
    warnings: ['Nur die ersten 100 Blöcke werden gezeigt.', 'Die Passphrase öffnet die Datei (PKCS#8 PEM) nicht.'],
    purpose: 'Die geheime Hälfte eines Schlüsselpaars: Sie signiert.',
    advice: 'Der Schlüssel lässt sich mit der Passphrase in einen passenden Schlüsselring importieren.',
    importable: 'with its passphrase',
  });
});
