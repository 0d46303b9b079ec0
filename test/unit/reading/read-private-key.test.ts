import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileFormat } from '../../../shared/words/en/names.ts';
import { encodeDer } from '../../../main/encoding/der.ts';
import { TAG } from '../../../shared/encoding/der.ts';
import { pkcs8Of } from '../../../main/reading/private-key.ts';
import { readPrivateKey } from '../../../main/reading/read-private-key.ts';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { bytes, ecKey, pkcs8Der, pkcs8Pem, PLAIN, rsaKey, spkiDer } from './fixtures.ts';
import { ringOf } from '../../support/rings.ts';

const es256 = ringOf('ES256');

async function expectRead(file: Uint8Array, key: KeyObject, alg: SigningAlgorithm): Promise<string> {
  const read = await readPrivateKey(file, ringOf(alg), PLAIN);
  expect(Buffer.from(read.key.spki).equals(spkiDer(key))).toBe(true);
  const own = pkcs8Of(read.key).use((pkcs8) =>
    createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
  );
  expect(own.export({ format: 'jwk' })).toEqual(key.export({ format: 'jwk' }));
  expect(read.thumbprint).toMatch(/^[\w-]{43}$/);
  return fileFormat(read.source);
}

describe('containers', () => {
  test.each([
    ['pkcs8', 'pem', 'PKCS#8 PEM'],
    ['pkcs8', 'der', 'PKCS#8 DER'],
    ['pkcs1', 'pem', 'PKCS#1 PEM'],
    ['pkcs1', 'der', 'PKCS#1 DER'],
  ] as const)('RSA in %s %s', async (type, format, source) => {
    const file = format === 'pem' ? rsaKey.export({ type, format }) : rsaKey.export({ type, format });
    expect(await expectRead(Buffer.from(file), rsaKey, 'RS256')).toBe(source);
    expect(await expectRead(Buffer.from(file), rsaKey, 'PS512')).toBe(source);
  });

  test.each([
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['P-521', 'ES512'],
  ] as const)('EC %s in PKCS#8 and SEC1', async (namedCurve, alg) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve });
    expect(await expectRead(pkcs8Der(privateKey), privateKey, alg)).toBe('PKCS#8 DER');
    const sec1 = privateKey.export({ type: 'sec1', format: 'der' });
    expect(await expectRead(sec1, privateKey, alg)).toBe('SEC1 DER');
    const pem = privateKey.export({ type: 'sec1', format: 'pem' });
    expect(await expectRead(Buffer.from(pem), privateKey, alg)).toBe('SEC1 PEM');
  });

  test('Ed25519, also in the second version of PKCS#8 with its public key (RFC 5958)', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const der = pkcs8Der(privateKey);
    expect(await expectRead(der, privateKey, 'Ed25519')).toBe('PKCS#8 DER');
    const publicBits = Buffer.concat([Buffer.of(0), spkiDer(privateKey).subarray(-32)]);
    const body = Buffer.concat([Buffer.from('020101', 'hex'), der.subarray(5), encodeDer(0x81, publicBits)]);
    expect(await expectRead(encodeDer(TAG.sequence, body), privateKey, 'Ed25519')).toBe('PKCS#8 DER');
  });

  test('keys of the same material have the same identity, whatever form the point has in the file', async () => {
    const jwk = ecKey.export({ format: 'jwk' });
    const [x, y] = [Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')];
    const compressed = Buffer.concat([Buffer.of(2 + ((y[31] ?? 0) & 1)), x]);
    const file = encodeDer(
      TAG.sequence,
      Buffer.from('020101', 'hex'),
      encodeDer(TAG.octetString, Buffer.from(jwk.d ?? '', 'base64url')),
      encodeDer(TAG.context0, Buffer.from('06082a8648ce3d030107', 'hex')),
      encodeDer(0xa1, encodeDer(TAG.bitString, Buffer.of(0), compressed)),
    );
    const { key, source } = await readPrivateKey(file, es256, PLAIN);
    expect(Buffer.from(key.spki).equals(spkiDer(ecKey))).toBe(true);
    expect(fileFormat(source)).toBe('SEC1 DER');
  });

  test.each([
    ['without its leading zeros', (scalar: Buffer) => scalar.subarray(30)],
    ['with a zero in front', (scalar: Buffer) => Buffer.concat([Buffer.of(0), scalar])],
  ])('EC scalars %s', async (_name, write) => {
    const scalar = Buffer.alloc(32);
    scalar.writeUInt16BE(0x1234, 30);
    const named = encodeDer(TAG.context0, Buffer.from('06082a8648ce3d030107', 'hex'));
    const sec1 = (secret: Buffer): Buffer =>
      encodeDer(TAG.sequence, Buffer.from('020101', 'hex'), encodeDer(TAG.octetString, secret), named);
    const [odd, plain] = await Promise.all(
      [write(scalar), scalar].map((secret) => readPrivateKey(sec1(secret), es256, PLAIN)),
    );
    expect(odd).toEqual(plain);
  });

  test('RSA lengths other than the ring generates', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2560 }).privateKey;
    expect(await expectRead(pkcs8Der(other), other, 'RS256')).toBe('PKCS#8 DER');
  });

  test('the file of the caller is left as it was', async () => {
    const file = pkcs8Der(ecKey);
    const before = Buffer.from(file);
    await readPrivateKey(file, es256, PLAIN);
    expect(file.equals(before)).toBe(true);
  });
});

describe('tolerance', () => {
  const pem = pkcs8Pem(ecKey);
  const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';

  test.each<[string, Buffer]>([
    ['CRLF', bytes(pem.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', bytes(pem.replaceAll('\n', '\r'))],
    ['trailing blanks', bytes(pem.replaceAll('\n', '  \t\n'))],
    ['indentation', bytes(pem.replaceAll(/^/gm, '    '))],
    ['no final line end', bytes(pem.trimEnd())],
    ['one line', bytes(pem.replaceAll('\n', ' '))],
    ['written-out line ends', bytes(`KEY="${pem.replaceAll('\n', String.raw`\n`)}"`)],
    ['byte order mark', bytes(`\uFEFF${pem}`)],
    ['leading and trailing words', bytes(`Bag Attributes\n    friendlyName: ünïcode\n${pem}\nthe end\n`)],
    ['UTF-16 LE with mark', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(pem, 'utf16le')])],
    ['UTF-16 LE', Buffer.from(pem, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(pem, 'utf16le').swap16()])],
    ['curve parameters in front', bytes(parameters + pem)],
    [
      'its public key beside it',
      bytes(createPublicKey(ecKey).export({ format: 'pem', type: 'spki' }).toString() + pem),
    ],
  ])('reads PEM with %s', async (_name, file) => {
    expect(await expectRead(file, ecKey, 'ES256')).toBe('PKCS#8 PEM');
  });

  test('reads a Base64 body without armour', async () => {
    const file = bytes(`${pkcs8Der(ecKey).toString('base64')}\n`);
    expect(await expectRead(file, ecKey, 'ES256')).toBe('PKCS#8 Base64');
  });

  test('reads PEM under any line length, blanks, line ends and surrounding words', async () => {
    const blank = fc.constantFrom('', ' ', '\t', '\u00A0');
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r', ' \n');
    const words = fc.string({ maxLength: 40 }).filter((text) => !text.includes('---') && !text.startsWith('\0'));
    const body = pkcs8Der(ecKey).toString('base64');
    const width = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(words, blank, lineEnd, width, words, async (before, indent, end, columns, after) => {
        const lines = body.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
        const all = ['-----BEGIN PRIVATE KEY-----', ...lines.map((line) => indent + line), '-----END PRIVATE KEY-----'];
        const text = `x${before}${end}${all.join(end)}${end}${after}`;
        expect(await expectRead(Buffer.from(text, 'latin1'), ecKey, 'ES256')).toBe('PKCS#8 PEM');
      }),
      { numRuns: 60 },
    );
  });
});
