// “What is this file?” for everything that ends up in a key tool.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import { inspectedIn } from '../../../../shared/words/inspection.ts';
import { encodeDer, encodeOid } from '../../../../main/encoding/der.ts';
import { TAG } from '../../../../shared/encoding/der.ts';
import { inspectFile } from '../../../../main/reading/inspect/inspect-file.ts';
import type { InspectedFile } from '../../../../shared/domain/reading/inspected-file.ts';
import { INSPECTION_WORDS } from '../../../../shared/words/en/inspection.ts';
import { bytes, ecKey, pkcs8Der, pkcs8Pem, rsaKey, spkiDer } from '../fixtures.ts';

const { certify } = createKeyWorkshop();

const NOW = new Date('2026-11-22T05:30:00.000Z');
async function look(file: Uint8Array | string, passphrase: string | null = null): Promise<InspectedFile> {
  const given = typeof file === 'string' ? bytes(file) : file;
  return inspectedIn(INSPECTION_WORDS, await inspectFile(given, passphrase === null ? null : bytes(passphrase), NOW));
}

const armoured = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

let certificate: Buffer = Buffer.alloc(0);
let token = '';
beforeAll(async () => {
  const material = { pkcs8: pkcs8Der(ecKey), spki: spkiDer(ecKey), thumbprint: '' };
  certificate = Buffer.from(
    await certify(material, 'ES256', { commonName: 'a.example', notBefore: new Date(0), days: 5000 }),
  );
  token = await new SignJWT({ sub: 'device', exp: 1_600_000_000 })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .sign(ecKey);
});

describe('kinds of files', () => {
  const sshBlob = Buffer.concat(
    ['ssh-ed25519', 'x'.repeat(32)].map((text) => Buffer.concat([Buffer.of(0, 0, 0, text.length), bytes(text)])),
  );
  const saml = () =>
    `<?xml version="1.0"?><md:EntityDescriptor entityID="https://idp.example"><ds:X509Certificate>${certificate.toString('base64')}</ds:X509Certificate></md:EntityDescriptor>`;

  test.each<[kind: string, format: string, what: string | null, file: () => Uint8Array | string]>([
    ['empty', 'none', null, () => ''],
    ['empty', 'text', null, () => ' \r\n\t '],
    ['empty', 'none', null, () => Buffer.alloc(100)],
    ['private key', 'PKCS#8 PEM', 'private key', () => pkcs8Pem(ecKey)],
    ['private key', 'PKCS#8 DER', 'private key', () => pkcs8Der(rsaKey)],
    ['private key', 'PKCS#8 Base64', 'private key', () => pkcs8Der(ecKey).toString('base64')],
    ['private key', 'PKCS#8 PEM', 'private key', () => Buffer.from(`\uFEFF${pkcs8Pem(ecKey)}`, 'utf16le')],
    ['private key', 'JWK', 'private key', () => JSON.stringify(ecKey.export({ format: 'jwk' }))],
    ['public key', 'JWK', 'public key', () => JSON.stringify(createPublicKey(ecKey).export({ format: 'jwk' }))],
    ['public key', 'SubjectPublicKeyInfo PEM', 'public key', () => armoured('PUBLIC KEY', spkiDer(ecKey))],
    [
      'public key',
      'PKCS#1 public key DER',
      'public key',
      () => createPublicKey(rsaKey).export({ format: 'der', type: 'pkcs1' }),
    ],
    [
      'JWK set',
      'JWK set',
      'public key',
      () => JSON.stringify({ keys: [createPublicKey(ecKey).export({ format: 'jwk' })] }),
    ],
    ['certificate', 'X.509 DER', 'certificate', () => certificate],
    ['certificate', 'X.509 PEM', 'certificate', () => armoured('CERTIFICATE', certificate)],
    ['certificate', 'PEM, 2 blocks', 'certificate', () => armoured('CERTIFICATE', certificate).repeat(2)],
    ['signed token', 'JWT', 'token header', () => token],
    ['signed token', 'JWT', 'token header', () => `Bearer ${token}\n`],
    [
      'encrypted JOSE',
      'JWE',
      'encrypted JOSE header',
      () => `${bytes('{"alg":"RSA-OAEP","enc":"A128GCM"}').toString('base64url')}.AA.AA.AA.AA`,
    ],
    [
      'parameters',
      'parameters PEM',
      'EC parameters',
      () => armoured('EC PARAMETERS', encodeOid('1.2.840.10045.3.1.7')),
    ],
    ['SSH', 'OpenSSH public key', 'SSH public key', () => `ssh-ed25519 ${sshBlob.toString('base64')} me@host\n`],
    [
      'SSH',
      'PuTTY key file 3',
      'SSH private key, encrypted',
      () => 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\nComment: mine\n',
    ],
    ['SSH', 'SSH2 key file', 'SSH key', () => '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n'],
    [
      'PGP',
      'PGP armour',
      'PGP public key block',
      () => '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n',
    ],
    ['age', 'age', 'file encrypted with age', () => 'age-encryption.org/v1\n-> X25519 abc\nxyz\n--- mac\n\u0000'],
    ['age', 'age identity file', 'age identity', () => '# created\nAGE-SECRET-KEY-1QQQQ\n'],
    ['document', 'HTML', 'web page', () => '<!DOCTYPE html><html><title>Sign in</title>'],
    ['document', 'XML', 'SAML metadata', saml],
    ['document', 'JSON', 'OpenID configuration', () => '{"issuer":"https://a","jwks_uri":"https://a/jwks"}'],
    ['document', 'JSON', 'JSON document', () => '{"error":"unauthorized"}'],
    ['document', 'binary', 'ZIP archive', () => Buffer.from('504b030414000000', 'hex')],
    ['key store', 'JKS', 'Java key store', () => Buffer.from('feedfeed0000000200000003', 'hex')],
    ['unknown', 'text', null, () => 'hello'],
    ['unknown', 'binary', null, () => Buffer.from('010203040506', 'hex')],
    ['unknown', 'DER', null, () => encodeDer(TAG.sequence, encodeDer(TAG.octetString, Buffer.alloc(5)))],
    ['private key', 'PEM', 'private key', () => pkcs8Pem(ecKey).slice(0, 100)],
  ])('%s, %s: %s', async (kind, format, what, file) => {
    const found = await look(file());
    expect([found.kind, found.format, found.parts[0]?.what ?? null]).toEqual([kind, format, what]);
    expect(found.purpose.length + found.advice.length).toBeGreaterThan(20);
  });
});

describe('what is said', () => {
  const facts = ({ parts }: InspectedFile): Record<string, string> =>
    Object.fromEntries(parts.flatMap((part) => part.facts.map(({ label, value }) => [label, value])));
  const warnings = (found: InspectedFile): string[] => [
    ...found.warnings,
    ...found.parts.flatMap((part) => part.warnings),
  ];

  test('of a certificate: what people compare, and what is wrong with it', async () => {
    const found = await look(certificate);
    expect(facts(found)).toMatchObject({
      Subject: 'CN=a.example',
      Issuer: 'the same (self-signed)',
      'Valid from': '1970-01-01T00:00:00.000Z',
      'Valid to': '1983-09-10T00:00:00.000Z',
      'Signed with': 'ECDSA with SHA-256',
      'Key kind': 'EC P-256',
    });
    expect(warnings(found)).toEqual(['The certificate has expired.']);
  });

  test('of an encrypted key: how, and with the passphrase what', async () => {
    const pem = ecKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'right' }).toString();
    const closed = await look(pem);
    expect([closed.importable, facts(closed)['Cipher'], facts(closed)['Key kind']]).toEqual([
      'with its passphrase',
      'AES-256-CBC',
      undefined,
    ]);
    const opened = await look(pem, 'right');
    expect(facts(opened)).toMatchObject({ 'Key kind': 'EC P-256', Cipher: 'AES-256-CBC' });
    const wrong = await look(pem, 'wrong');
    expect(warnings(wrong)).toEqual(['The passphrase does not open the PKCS#8 PEM file.']);
  });

  test('of a weak or foreign key: that it cannot be imported', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    expect(await look(pkcs8Der(weak))).toMatchObject({ importable: 'no' });
    const foreign = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey;
    expect(facts(await look(pkcs8Der(foreign)))['Key kind']).toBe('EC secp256k1');
  });

  test('of a token: decoded, dated and not trusted', async () => {
    const found = await look(token);
    expect(facts(found)).toMatchObject({
      alg: 'ES256',
      kid: 'k1',
      sub: 'device',
      exp: '1600000000 (2020-09-13T12:26:40.000Z)',
    });
    expect(warnings(found)).toEqual(
      expect.arrayContaining(['Decoded only: nobody checked the signature.', 'The token has expired.']),
    );
    expect(JSON.stringify(found)).not.toContain(token.split('.')[2]);
    const unsigned = `${bytes('{"alg":"none"}').toString('base64url')}.e30.`;
    expect(warnings(await look(unsigned)).join()).toContain('alg: none');
  });

  test.each([
    ['a private JWK', () => ecKey.export({ format: 'jwk' })],
    ['a public JWK', () => createPublicKey(ecKey).export({ format: 'jwk' })],
    ['a JWK set', () => ({ keys: [ecKey.export({ format: 'jwk' })] })],
  ])('of %s that is nested too deep to be read: just that', async (_, jwk) => {
    const deep = JSON.stringify({ ...jwk(), ext: 'DEEP' }).replace('"DEEP"', '['.repeat(70) + ']'.repeat(70));
    expect(warnings(await look(deep)).join()).toContain('nested more than 64 levels deep');
  });

  test('of UTF-16: that it is', async () => {
    expect((await look(Buffer.from(`\uFEFF${pkcs8Pem(ecKey)}`, 'utf16le'))).warnings.join()).toContain('UTF-16');
  });
});
