import { createHash, createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFacts } from '../../../main/formats/certificate-facts.ts';
import { createFormatWriter } from '../../../main/formats/write.ts';
import { EXPORT_FORMATS, type ExportFormat, SET_FORMATS } from '../../../shared/domain/formats.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { makeKey } from '../../runtime/made-key.ts';

const formats = createFormatWriter();
const wrapped = (base64: string, lineEnd: string): string => (base64.match(/.{1,64}/g) ?? []).join(lineEnd);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('every public format', () => {
  let key: SigningKey;
  let other: SigningKey;
  let der: Buffer;
  beforeAll(async () => {
    ({ key } = await makeKey('ES256'));
    ({ key: other } = await makeKey('Ed25519'));
    der = Buffer.from(key.certificate, 'base64');
  });
  const one = (format: ExportFormat): string => textOf(formats.write(format, [key], 'acme').bytes);

  test.each<[ExportFormat, string, boolean]>([
    ['pem', 'acme.pem', true],
    ['cer', 'acme.cer', false],
    ['raw-pem', 'acme.raw.pem', true],
    ['base64', 'acme.b64', true],
    ['p7b', 'acme.p7b', false],
    ['pb7', 'acme.pb7', true],
    ['fingerprint', 'acme.fingerprint.txt', true],
    ['jwk', 'acme.jwk.json', true],
    ['jwks', 'acme.jwks.json', true],
    ['spki', 'acme.spki.pem', true],
    ['spki-der', 'acme.spki.der', false],
    ['pin', 'acme.pin.txt', true],
    ['ssh', 'acme.pub', true],
    ['saml', 'acme.saml.xml', true],
    ['pem-bundle', 'acme.bundle.pem', true],
    ['p7b-bundle', 'acme.bundle.p7b', false],
    ['json', 'acme.inventory.json', true],
    ['csv', 'acme.inventory.csv', true],
  ])('%s is called %s', (format, fileName, text) => {
    expect(formats.write(format, [key], 'acme')).toMatchObject({ fileName, text });
  });

  test('pem has LF line ends and one at the end', () => {
    const body = wrapped(key.certificate, '\n');
    expect(one('pem')).toBe(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`);
  });

  test('raw-pem has CRLF line ends and none at the end, as the tenant shows it', () => {
    const body = wrapped(key.certificate, '\r\n');
    expect(one('raw-pem')).toBe(`-----BEGIN CERTIFICATE-----\r\n${body}\r\n-----END CERTIFICATE-----`);
  });

  test('cer is the certificate itself, base64 its body on one line', () => {
    expect(der.equals(formats.write('cer', [key], 'acme').bytes)).toBe(true);
    expect(one('base64')).toBe(key.certificate);
  });

  test('pb7 is p7b in armour with CRLF line ends, also at the end', () => {
    const body = wrapped(Buffer.from(formats.write('p7b', [key], 'acme').bytes).toString('base64'), '\r\n');
    expect(one('pb7')).toBe(`-----BEGIN PKCS7-----\r\n${body}\r\n-----END PKCS7-----\r\n`);
  });

  test('fingerprint names every form, with and without colons', () => {
    const { sha1, sha256 } = certificateFacts(der);
    const spki = createPublicKey(one('spki')).export({ format: 'der', type: 'spki' });
    expect(one('fingerprint').replaceAll(/: +/g, ': ')).toBe(
      [
        'Subject: CN=acme.eu.auth0.com',
        `Key ID (kid): ${key.kid}`,
        `SHA-1 with colons: ${sha1}`,
        `SHA-1 without colons: ${sha1.replaceAll(':', '')}`,
        `SHA-1 small, with colons: ${sha1.toLowerCase()}`,
        `SHA-1 small, without colons: ${sha1.replaceAll(':', '').toLowerCase()}`,
        `SHA-256 with colons: ${sha256}`,
        `SHA-256 without colons: ${sha256.replaceAll(':', '')}`,
        `SHA-256 small, with colons: ${sha256.toLowerCase()}`,
        `SHA-256 small, without colons: ${sha256.replaceAll(':', '').toLowerCase()}`,
        `x5t: ${key.jwk.x5t}`,
        `x5t#S256: ${key.jwk['x5t#S256']}`,
        `JWK thumbprint (RFC 7638): ${key.kid}`,
        `JWK thumbprint URI (RFC 9278): urn:ietf:params:oauth:jwk-thumbprint:sha-256:${key.kid}`,
        `Public key pin (SHA-256): sha256/${createHash('sha256').update(spki).digest('base64')}`,
        '',
      ].join('\n'),
    );
  });

  test('jwk and jwks are indented JSON, the set in the order given', () => {
    expect(one('jwk')).toBe(`${JSON.stringify(key.jwk, null, 2)}\n`);
    const set = textOf(formats.write('jwks', [other, key], 'acme').bytes);
    expect(set).toBe(`${JSON.stringify({ keys: [other.jwk, key.jwk] }, null, 2)}\n`);
    expect(textOf(formats.write('jwks', [], 'acme').bytes)).toBe('{\n  "keys": []\n}\n');
  });

  test('spki is the public key in PEM', () => {
    expect(one('spki')).toBe(
      createPublicKey({ key: { ...key.jwk }, format: 'jwk' }).export({ format: 'pem', type: 'spki' }),
    );
  });

  test('every format of one key takes exactly one', () => {
    const sets: readonly string[] = SET_FORMATS;
    for (const format of EXPORT_FORMATS.filter((name) => !sets.includes(name))) {
      for (const keys of [[], [key, other]]) {
        expect(() => formats.write(format, keys, 'acme')).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
      }
    }
  });

  test('a record that contradicts itself never becomes a file', () => {
    const contradictions: Partial<SigningKey>[] = [
      { certificate: other.certificate },
      { jwk: other.jwk },
      { jwk: { ...key.jwk, kid: 'another' } },
      { spkiSha256: other.spkiSha256 },
    ];
    for (const format of EXPORT_FORMATS) {
      for (const change of contradictions) {
        expect(() => formats.write(format, [{ ...key, ...change }], 'acme')).toThrow(
          expect.objectContaining({ code: 'INTERNAL', facts: { reference: 'export of an inconsistent key record' } }),
        );
      }
    }
  });

  test('a JWK whose numbers are of another key never becomes a file', () => {
    const { x } = other.jwk.kty === 'OKP' ? other.jwk : { x: '' };
    const forged: SigningKey = { ...key, jwk: { ...other.jwk, ...certificateMembers(key), kid: key.kid } };
    expect(x).toHaveLength(43);
    for (const format of ['jwk', 'jwks', 'spki', 'spki-der', 'pin', 'ssh'] as const) {
      expect(() => formats.write(format, [forged], 'acme')).toThrow(
        expect.objectContaining({ code: 'INTERNAL', facts: { reference: `export ${format} mismatch` } }),
      );
    }
  });

  test.each([
    ['../../etc/passwd', 'etc-passwd.pem'],
    [String.raw`a\b:c*d`, 'a-b-c-d.pem'],
    ['Büro München', 'B-ro-M-nchen.pem'],
    ['...', 'key.pem'],
    ['-rf', 'rf.pem'],
    ['x'.repeat(300), `${'x'.repeat(120)}.pem`],
  ])('the file name made from %s is a plain one', (baseName, fileName) => {
    expect(formats.write('pem', [key], baseName).fileName).toBe(fileName);
  });
});

function certificateMembers({ jwk }: SigningKey): Pick<SigningKey['jwk'], 'x5c' | 'x5t' | 'x5t#S256'> {
  return { x5c: jwk.x5c, x5t: jwk.x5t, 'x5t#S256': jwk['x5t#S256'] };
}
