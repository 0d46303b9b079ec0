import 'reflect-metadata';
import { X509Certificate as NodeCertificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
} from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop, type KeyPair } from '../../../support/workshop.ts';
import { generateKey } from '../../../../main/key-store/software/generate.ts';

const { certify } = createKeyWorkshop();

const profile = { commonName: 'acme.eu.auth0.com', notBefore: new Date('2026-11-22T05:30:00.999Z'), days: 5000 };

const contains = (der: Uint8Array, hex: string): boolean => Buffer.from(der).toString('hex').includes(hex);
const ascii = (text: string): string => Buffer.from(text).toString('hex');

describe('self-signed certificate', () => {
  let material: KeyPair;
  beforeAll(async () => {
    material = await generateKey('ES256', null);
  });

  test('has exactly the three extensions of the profile, in order', async () => {
    const { extensions, subject, issuer } = new X509Certificate(
      Uint8Array.from(await certify(material, 'ES256', profile)),
    );
    expect(extensions.map(({ type, critical }) => [type, critical])).toEqual([
      ['2.5.29.19', true],
      ['2.5.29.14', false],
      ['2.5.29.15', true],
    ]);
    const [constraints, identifier, usage] = extensions;
    expect(constraints).toBeInstanceOf(BasicConstraintsExtension);
    expect(constraints).toMatchObject({ ca: true, pathLength: undefined });
    expect(identifier).toBeInstanceOf(SubjectKeyIdentifierExtension);
    expect(usage).toBeInstanceOf(KeyUsagesExtension);
    expect(usage).toMatchObject({ usages: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyCertSign });
    expect([subject, issuer]).toEqual(['CN=acme.eu.auth0.com', 'CN=acme.eu.auth0.com']);
  });

  test('every serial number is positive and nine octets long', async () => {
    const serials = await Promise.all(
      Array.from(
        { length: 200 },
        async () => new NodeCertificate(await certify(material, 'ES256', profile)).serialNumber,
      ),
    );
    for (const serial of serials) {
      expect(serial).toMatch(/^[0-7][0-9A-F]{17}$/);
      expect(serial.slice(0, 2)).not.toBe('00');
    }
    expect(new Set(serials).size).toBe(serials.length);
  });

  test('is valid for exactly the days asked, in whole seconds', async () => {
    const certificate = new NodeCertificate(await certify(material, 'ES256', profile));
    const from = Date.parse(certificate.validFrom);
    expect(new Date(from).toISOString()).toBe('2026-11-22T05:30:00.000Z');
    expect(Date.parse(certificate.validTo) - from).toBe(5000 * 86_400_000);
  });

  test('writes UTCTime to 2049 and GeneralizedTime from 2050 (RFC 5280 §4.1.2.5)', async () => {
    const short = await certify(material, 'ES256', { ...profile, days: 1 });
    expect(contains(short, `170d${ascii('261123053000Z')}`)).toBe(true);
    const long = await certify(material, 'ES256', { ...profile, days: 9000 });
    expect(contains(long, `180f${ascii('20510714053000Z')}`)).toBe(true);
  });

  test.each([
    ['acme.eu.auth0.com', '1311'],
    ['localhost:4180', '130e'],
    ['a, CN=b', '1307'], // one name, not two
    ['büro.example', '0c0d'],
    ['a_b', '0c03'],
  ])('the name %s is PrintableString if it fits, else UTF8String', async (commonName, prefix) => {
    const der = await certify(material, 'ES256', { ...profile, commonName });
    expect(contains(der, `0603550403${prefix}${ascii(commonName)}`)).toBe(true);
  });

  test('does not come into being for halves that do not belong together', async () => {
    const other = await generateKey('ES256', null);
    await expect(certify({ ...material, spki: other.spki }, 'ES256', profile)).rejects.toMatchObject({
      code: 'INTERNAL',
      facts: { reference: 'certificate signature' },
    });
  });

  test.each([
    ['RS256', '2a864886f70d01010b'],
    ['RS512', '2a864886f70d01010d'],
    ['PS256', '2a864886f70d01010b'],
    ['PS384', '2a864886f70d01010c'],
  ] as const)('%s is wrapped with a PKCS#1 v1.5 signature of its own hash', async (alg, oid) => {
    const rsa = await sharedRsa();
    const certificate = await certify(rsa, alg, profile);
    expect(contains(certificate, `300d0609${oid}0500`)).toBe(true);
    expect(new NodeCertificate(certificate).verify(new NodeCertificate(certificate).publicKey)).toBe(true);
  });
});

let rsa: Promise<KeyPair> | undefined;
function sharedRsa(): Promise<KeyPair> {
  rsa ??= generateKey('RS256', 2048);
  return rsa;
}
