// What a file must not do to the one who looks at it: take long, crash, write on the terminal, or give its key away.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectedIn } from '../../../../shared/words/inspection.ts';
import { encodeDer } from '../../../../main/encoding/der.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import { inspectFile } from '../../../../main/reading/inspect/inspect-file.ts';
import { INSPECTION_WORDS } from '../../../../shared/words/en/inspection.ts';
import { MAX_IMPORT_BYTES } from '../../../../shared/domain/limits.ts';
import { effortOf } from '../../../support/effort.ts';
import { bytes, ecKey, pkcs8Der, pkcs8Pem, refusal, rsaKey } from '../fixtures.ts';

const PASSPHRASE = 'xyzzy plugh';
const NOW = new Date('2026-11-22T05:30:00.000Z');
const b64u = (text: string): string => bytes(text).toString('base64url');
const filled = (unit: string, before = '', after = ''): Buffer =>
  bytes(before + unit.repeat(Math.floor((MAX_IMPORT_BYTES - before.length - after.length) / unit.length)) + after);

describe('large files of one thing', () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000);
  const jwk = JSON.stringify(rsaKey.export({ format: 'jwk' }));
  const block = `-----BEGIN PRIVATE KEY-----\n${pkcs8Der(ecKey).toString('base64')}\n-----END PRIVATE KEY-----\n`;

  test.each<[string, Buffer]>([
    ['opening brackets', filled('<')],
    ['blanks', filled(' ')],
    [
      'line ends in a PEM header',
      filled('\n', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n', 'x:\n-----END RSA PRIVATE KEY-----'),
    ],
    [
      'blanks in a PEM header',
      filled(
        ' ',
        '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES',
        '\n\n-----END RSA PRIVATE KEY-----',
      ),
    ],
    ['PEM beginnings', filled('-----BEGIN PRIVATE KEY-----')],
    ['PEM keys', filled(block)],
    ['SSH lines', filled('ssh-rsa AAAAAAAAAAAAAAAAAAAA x\n')],
    ['one SSH line', filled('ssh-rsa ')],
    ['age lines', filled('-> x\n', 'age-encryption.org/v1\n')],
    ['SAML certificates', filled('<X509Certificate>AAAA</X509Certificate>', '<?xml version="1.0"?>')],
    ['open SAML certificates', filled('A', '<?xml version="1.0"?><X509Certificate>')],
    ['private JWKs', filled(`${jwk},`, '{"keys":[', '{}]}')],
    ['empty JWKs', filled('{},', '{"keys":[', '{}]}')],
    ['brackets in JSON', bytes(`{"a":${deep}}`)],
    ['brackets in a token', bytes(`${b64u('{"alg":"none"}')}.${b64u(`{"a":${deep}}`)}.`)],
    [
      'members of a token',
      bytes(`${b64u('{"alg":"none"}')}.${filled('"a":1,', '{', '"b":2}').toString('base64url').slice(0, 200_000)}.`),
    ],
    ['dots', filled('.')],
    ['tiny elements', encodeDer(TAG.sequence, filled('\u0005\u0000').subarray(0, 250_000))],
    [
      'one number',
      encodeDer(
        TAG.sequence,
        encodeDer(TAG.integer, Buffer.alloc(120_000, 0x55)),
        encodeDer(TAG.integer, Buffer.of(3)),
      ),
    ],
    ['nested sequences', filled('0\u0080')],
    ['Base64', filled('MIIB')],
  ])('%s: answered after little work', async (_what, file) => {
    const { given: found, rounds } = await effortOf(async () => {
      const inspected = await inspectFile(file, bytes(PASSPHRASE), NOW);
      await refusal(file, 'RS256', { passphrase: bytes(PASSPHRASE) });
      return inspected;
    });
    expect(rounds).toBeLessThan(20_000_000);
    expect(JSON.stringify(found).length).toBeLessThan(600_000);
  });
});

describe('secrets', () => {
  const { privateKey: ed } = generateKeyPairSync('ed25519');
  const keys = [rsaKey, ecKey, ed];
  const files = keys.flatMap((key) => {
    const jwk = { ...key.export({ format: 'jwk' }), kid: 'k' };
    const secret = { cipher: 'aes-256-cbc', passphrase: PASSPHRASE };
    return [
      pkcs8Pem(key),
      pkcs8Der(key).toString('base64'),
      key.export({ format: 'pem', type: 'pkcs8', ...secret }).toString(),
      JSON.stringify(jwk),
      JSON.stringify({ keys: [jwk] }),
      JSON.stringify({ key: jwk, nested: { d: jwk.d } }),
      `${b64u('{"alg":"none"}')}.${b64u(JSON.stringify(jwk))}.`,
      `${b64u('{"alg":"none"}')}.${b64u(JSON.stringify({ pem: pkcs8Pem(key), text: JSON.stringify(jwk) }))}.`,
      `${b64u(JSON.stringify({ alg: 'none', jwk }))}.${b64u(JSON.stringify({ jwk, list: [jwk] }))}.`,
    ];
  });

  test('nothing of a private key is in any answer', async () => {
    for (const file of files) {
      const text = JSON.stringify(await inspectFile(bytes(file), bytes(PASSPHRASE), NOW));
      for (const key of keys) {
        const { d = '', p = '', q = '', dp = '', dq = '', qi = '' } = key.export({ format: 'jwk' });
        for (const member of [d, p, q, dp, dq, qi].filter((value) => value !== '')) {
          const octets = Buffer.from(member, 'base64url');
          const forms = [
            member,
            octets.toString('base64'),
            octets.toString('hex'),
            octets.toString('hex').toUpperCase(),
          ];
          expect(forms.filter((form) => text.includes(form.slice(0, 16)))).toEqual([]);
        }
      }
      expect(text).not.toContain(PASSPHRASE);
    }
    expect(files.length).toBe(27);
  });

  test('an age identity is counted, not shown', async () => {
    const text = JSON.stringify(await inspectFile(bytes('AGE-SECRET-KEY-1ABCDEFGHIJ\n'), null, NOW));
    expect(text).not.toContain('ABCDEFGHIJ');
  });
});

test('no text of a file can write on a terminal or turn the reading direction', async () => {
  const evil = '\u001b[2J\u0007\u202eevil\u2028\u0000';
  const files = [
    JSON.stringify({ kty: 'RSA', kid: evil, n: 'AA', e: 'AQAB' }),
    `${b64u(JSON.stringify({ alg: 'none', [evil]: evil }))}.${b64u(JSON.stringify({ sub: evil, [evil]: 1 }))}.`,
    `<html><title>${evil}</title>`,
    `PuTTY-User-Key-File-3: ssh-rsa\nComment: ${evil.replaceAll('\u2028', '')}\n`,
    JSON.stringify({ issuer: evil, jwks_uri: evil }),
  ];
  for (const file of files) {
    const found = inspectedIn(INSPECTION_WORDS, await inspectFile(bytes(file), null, NOW));
    const texts = [
      ...found.warnings,
      ...found.parts.flatMap((part) => [
        part.what,
        ...part.warnings,
        ...part.facts.flatMap(({ label, value }) => [label, value]),
      ]),
    ];
    expect(texts.filter((text) => /[\p{C}\u2028\u2029]/u.test(text))).toEqual([]);
    expect(found.kind).not.toBe('unknown');
  }
});

test('the file stays as it was', async () => {
  const file = bytes(pkcs8Pem(ecKey));
  const before = Buffer.from(file);
  await inspectFile(file, null, NOW);
  expect(file).toEqual(before);
});
