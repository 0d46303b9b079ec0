// The certificate profile as openssl decodes it: version, serial number, names, validity, extensions.
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../support/workshop.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { makeKey } from '../runtime/made-key.ts';
import { run, runText, workFolder } from './formats-tools.ts';

const SIGNATURES: [SigningAlgorithm, string][] = [
  ['RS256', 'sha256WithRSAEncryption'],
  ['PS384', 'sha384WithRSAEncryption'],
  ['ES256', 'ecdsa-with-SHA256'],
  ['ES384', 'ecdsa-with-SHA384'],
  ['ES512', 'ecdsa-with-SHA512'],
  ['Ed25519', 'ED25519'],
];

describe.each(SIGNATURES)('certificate of an %s key', (alg, signature) => {
  const folder = workFolder();
  let file = '';
  let text = '';
  let structure: string[] = [];
  beforeAll(async () => {
    const { key } = await makeKey(alg);
    file = folder.save('certificate.der', Buffer.from(key.certificate, 'base64'));
    text = runText('openssl', ['x509', '-inform', 'DER', '-in', file, '-noout', '-text']);
    structure = runText('openssl', ['asn1parse', '-inform', 'DER', '-in', file]).split('\n');
  });

  test('is version 3 and self-signed with the hash of the ring', () => {
    expect(text).toContain('Version: 3 (0x2)');
    expect(text.split(`Signature Algorithm: ${signature}`)).toHaveLength(3);
    expect(text).toContain('Issuer: CN = acme.eu.auth0.com');
    expect(text).toContain('Subject: CN = acme.eu.auth0.com');
  });

  test('has a serial number of nine octets', () => {
    const serial = structure.find((line) => line.includes('d=2') && line.includes('INTEGER')) ?? '';
    expect(serial).toMatch(/l= {3}9 prim: INTEGER +:[0-7][0-9A-F]{17}$/);
  });

  test('names are one PrintableString, times two UTCTimes 5000 days apart', () => {
    expect(structure.filter((line) => line.includes('PRINTABLESTRING'))).toHaveLength(2);
    expect(structure.filter((line) => line.includes('UTCTIME')).map((line) => line.split(':').at(-1))).toEqual([
      '261122053000Z',
      '400731053000Z',
    ]);
    expect(Date.UTC(2040, 6, 31) - Date.UTC(2026, 10, 22)).toBe(5000 * 86_400_000);
  });

  test('has three extensions in the order of the profile, two of them critical', () => {
    const extensions = text.slice(text.indexOf('X509v3 extensions:')).split('\n').slice(1, 7);
    const identifier = subjectKeyIdentifier();
    expect(extensions.map((line) => line.trim())).toEqual([
      'X509v3 Basic Constraints: critical',
      'CA:TRUE',
      'X509v3 Subject Key Identifier:',
      identifier,
      'X509v3 Key Usage: critical',
      'Digital Signature, Certificate Sign',
    ]);
    expect(text).not.toMatch(/Authority Key Identifier|Extended Key Usage|Alternative Name/);
  });

  /** SHA-1 of the public key bits, computed with openssl from the SubjectPublicKeyInfo (last element, BIT STRING). */
  function subjectKeyIdentifier(): string {
    const pem = folder.save('public.pem', run('openssl', ['x509', '-inform', 'DER', '-in', file, '-noout', '-pubkey']));
    const lines = runText('openssl', ['asn1parse', '-in', pem]).split('\n');
    const offset = / *(\d+):d=1 .*BIT STRING/.exec(lines.find((line) => line.includes('BIT STRING')) ?? '')?.[1] ?? '';
    const bits = folder.file('bits');
    run('openssl', ['asn1parse', '-in', pem, '-strparse', offset, '-noout', '-out', bits]);
    const digest = run('openssl', ['dgst', '-sha1', '-binary', bits]).toString('hex').toUpperCase();
    return digest.replaceAll(/..(?!$)/g, '$&:');
  }
});

describe('a certificate with other extensions', () => {
  const folder = workFolder();

  test('has what was asked for, and the same key identifier', async () => {
    const workshop = createKeyWorkshop();
    const { key, pkcs8 } = await makeKey('ES256');
    const spki = workshop.provenPublicKey(pkcs8);
    const der = await workshop.certify({ pkcs8, spki }, 'ES256', {
      commonName: 'signing.acme.example',
      notBefore: new Date('2026-11-22T05:30:00.000Z'),
      days: 90,
      usage: 'signature',
      dnsNames: ['id.acme.example', 'acme.example'],
      purposes: ['clientAuth', 'codeSigning'],
    });
    const text = runText('openssl', [
      'x509',
      '-inform',
      'DER',
      '-in',
      folder.save('other.der', der),
      '-noout',
      '-text',
    ]);
    const own = Buffer.from(key.certificate, 'base64');
    const before = runText('openssl', [
      'x509',
      '-inform',
      'DER',
      '-in',
      folder.save('own.der', own),
      '-noout',
      '-text',
    ]);
    const identifierIn = (said: string): string | undefined => /Key Identifier:\s*([0-9A-F:]+)/.exec(said)?.[1];
    expect(text).toContain('CA:FALSE');
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/);
    expect(text).toMatch(/Extended Key Usage:\s+TLS Web Client Authentication, Code Signing/);
    expect(text).toContain('DNS:id.acme.example, DNS:acme.example');
    expect(identifierIn(text)).toBe(identifierIn(before));
  });
});
