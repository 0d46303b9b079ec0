// Every format of six algorithms, read by the tools that our users have: openssl, Java's keytool, GnuTLS's certtool.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFacts } from '../../main/formats/certificate-facts.ts';
import { createFormatWriter } from '../../main/formats/write.ts';
import type { CertificateFacts } from '../../shared/domain/key-ring/certificates.ts';
import type { ExportFormat } from '../../shared/domain/formats.ts';
import { makeKey, type MadeKey } from '../runtime/made-key.ts';
import { hasTool, run, runText, workFolder } from './formats-tools.ts';
import { needs } from '../support/needs.ts';

const formats = createFormatWriter();

const opensslFingerprint = (...args: string[]): string =>
  runText('openssl', ['x509', '-noout', '-fingerprint', '-sha256', ...args])
    .trim()
    .split('=')[1] ?? '';

describe.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'Ed25519'] as const)('%s', (alg) => {
  const folder = workFolder();
  let made: MadeKey;
  let facts: CertificateFacts;
  beforeAll(async () => {
    made = await makeKey(alg);
    facts = certificateFacts(Buffer.from(made.key.certificate, 'base64'));
  });

  const written = (format: ExportFormat): string => {
    const { fileName, bytes } = formats.write(format, [made.key], 'acme');
    return folder.save(fileName, bytes);
  };

  test('openssl x509 reads pem, raw-pem and cer, with our fingerprints', () => {
    for (const args of [[written('pem')], [written('raw-pem')], [written('cer'), '-inform', 'DER']]) {
      expect(opensslFingerprint('-in', ...args)).toBe(facts.sha256);
    }
    const sha1 = runText('openssl', ['x509', '-noout', '-fingerprint', '-sha1', '-in', written('pem')]);
    expect(sha1.trim().endsWith(`=${facts.sha1}`)).toBe(true);
  });

  test('pem is byte for byte what openssl writes', () => {
    const openssl = run('openssl', ['x509', '-inform', 'DER', '-in', written('cer')]);
    expect(openssl.equals(readFileSync(written('pem')))).toBe(true);
  });

  test('openssl reads base64', () => {
    const der = run('openssl', ['base64', '-d', '-A', '-in', written('base64')]);
    expect(opensslFingerprint('-inform', 'DER', '-in', folder.save('decoded.der', der))).toBe(facts.sha256);
  });

  test('p7b is byte for byte what openssl crl2pkcs7 writes, pb7 the same but for its line ends', () => {
    const crl2pkcs7 = ['crl2pkcs7', '-nocrl', '-certfile', written('pem'), '-outform'];
    expect(run('openssl', [...crl2pkcs7, 'DER']).equals(readFileSync(written('p7b')))).toBe(true);
    const pem = runText('openssl', [...crl2pkcs7, 'PEM']);
    expect(readFileSync(written('pb7'), 'utf8')).toBe(pem.replaceAll('\n', '\r\n'));
  });

  test('openssl pkcs7 finds the certificate in p7b and pb7', () => {
    for (const args of [[written('p7b'), '-inform', 'DER'], [written('pb7')]]) {
      const found = run('openssl', ['pkcs7', '-print_certs', '-in', ...args]);
      expect(opensslFingerprint('-in', folder.save('found.pem', found))).toBe(facts.sha256);
    }
  });

  test('openssl pkey reads spki as the public key of the certificate and of the private key', () => {
    const spki = run('openssl', ['pkey', '-pubin', '-in', written('spki')]);
    expect(spki.equals(run('openssl', ['x509', '-noout', '-pubkey', '-in', written('pem')]))).toBe(true);
    const body = Buffer.from(made.pkcs8);
    const own = run('openssl', ['pkey', '-inform', 'DER', '-pubout', '-in', folder.save('private.der', body)]);
    expect(spki.equals(own)).toBe(true);
  });

  test('openssl verifies the certificate by itself', () => {
    const pem = written('pem');
    expect(runText('openssl', ['verify', '-check_ss_sig', '-x509_strict', '-CAfile', pem, pem])).toContain(': OK');
  });

  test('the fingerprint file holds what openssl computes', () => {
    const text = readFileSync(written('fingerprint'), 'utf8');
    expect(text).toContain(opensslFingerprint('-in', written('pem')));
    const spki = run('openssl', ['pkey', '-pubin', '-in', written('spki'), '-outform', 'DER']);
    const digest = run('openssl', ['dgst', '-sha256', '-binary', folder.save('spki.der', spki)]);
    expect(text).toContain(`sha256/${digest.toString('base64')}\n`);
  });

  test('Java keytool prints the certificate', needs(hasTool('keytool'), 'keytool'), () => {
    for (const format of ['pem', 'cer', 'raw-pem', 'p7b', 'pb7'] as const) {
      const printed = runText('keytool', ['-J-Duser.language=en', '-printcert', '-file', written(format)]);
      expect(printed).toContain(`SHA256: ${facts.sha256}`);
      expect(printed).toContain('Owner: CN=acme.eu.auth0.com');
    }
  });

  test('GnuTLS certtool reads the certificate', needs(hasTool('certtool'), 'certtool'), () => {
    const printed = runText('certtool', ['--certificate-info', '--infile', written('pem')]);
    expect(printed.toLowerCase()).toContain(facts.sha256.replaceAll(':', '').toLowerCase());
  });
});
