// The public formats beyond certificates, read by the tools that ask for them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../support/workshop.ts';
import { certificateFacts } from '../../main/formats/certificate-facts.ts';
import { createFormatWriter } from '../../main/formats/write.ts';
import type { ExportFormat } from '../../shared/domain/formats.ts';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { makeKey, type MadeKey } from '../runtime/made-key.ts';
import { hasTool, run, runText, workFolder } from './formats-tools.ts';
import { needs } from '../support/needs.ts';

const formats = createFormatWriter();
const workshop = createKeyWorkshop();

describe.each(SIGNING_ALGORITHMS)('%s', (alg) => {
  const folder = workFolder();
  let made: MadeKey;
  let spki: Buffer;
  beforeAll(async () => {
    made = await makeKey(alg);
    spki = run('openssl', [
      'pkey',
      '-inform',
      'DER',
      '-in',
      folder.save('own.der', made.pkcs8),
      '-pubout',
      '-outform',
      'DER',
    ]);
  });
  const written = (format: ExportFormat, profile?: 'auth0'): string => {
    const { fileName, bytes } = formats.write(format, [made.key], 'acme', { profile });
    return folder.save(fileName, bytes);
  };

  test('spki-der is what openssl writes, and pin its SHA-256', () => {
    expect(readFileSync(written('spki-der')).equals(spki)).toBe(true);
    expect(readFileSync(written('pin'), 'utf8')).toBe(`sha256/${createHash('sha256').update(spki).digest('base64')}\n`);
  });

  test('ssh-keygen reads ssh, and gives the same key back', needs(hasTool('ssh-keygen'), 'ssh-keygen'), () => {
    const file = written('ssh');
    expect(runText('ssh-keygen', ['-l', '-f', file])).toContain(made.key.kid);
    if (alg !== 'Ed25519') {
      const pem = folder.save('back.pem', run('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', file]));
      expect(run('openssl', ['pkey', '-pubin', '-in', pem, '-outform', 'DER']).equals(spki)).toBe(true);
    }
  });

  test('xmllint reads saml', needs(hasTool('xmllint'), 'xmllint'), () => {
    const certificate = runText('xmllint', ['--xpath', 'string(//*[local-name()="X509Certificate"])', written('saml')]);
    expect(certificate.trim()).toBe(made.key.certificate);
  });

  test('jose computes the thumbprint that we call the key by', needs(hasTool('jose'), 'jose'), () => {
    if (made.key.jwk.kty !== 'OKP') {
      expect(runText('jose', ['jwk', 'thp', '-a', 'S256', '-i', written('jwk')]).trim()).toBe(made.key.kid);
    }
  });

  test('openssl reads the auth0 profile', () => {
    const { sha256 } = certificateFacts(Buffer.from(made.key.certificate, 'base64'));
    for (const format of ['pem', 'cer', 'raw-pem'] as const) {
      expect(
        runText('openssl', ['x509', '-in', written(format, 'auth0'), '-noout', '-fingerprint', '-sha256']),
      ).toContain(sha256);
    }
  });

  test('openssl verifies the certificate request', async () => {
    const material = { pkcs8: made.pkcs8, spki, thumbprint: made.key.kid };
    const der = folder.save('request.der', await workshop.request(material, alg, 'signing.acme.example'));
    const verified = ['req', '-inform', 'DER', '-in', der, '-noout', '-verify', '-subject', '-pubkey'];
    const said = runText('openssl', verified);
    expect(said).toContain('CN = signing.acme.example');
    const pem = folder.save('asked.pem', Buffer.from(said.slice(said.indexOf('-----BEGIN'))));
    expect(run('openssl', ['pkey', '-pubin', '-in', pem, '-outform', 'DER']).equals(spki)).toBe(true);
  });

  test(
    'GnuTLS reads the certificate request',
    needs(hasTool('certtool') && alg !== 'Ed25519', 'certtool, and no Ed25519'),
    async () => {
      const material = { pkcs8: made.pkcs8, spki, thumbprint: made.key.kid };
      const der = folder.save('request.der', await workshop.request(material, alg, 'signing.acme.example'));
      expect(runText('certtool', ['--crq-info', '--inder', '--infile', der])).toContain('Self signature: verified');
    },
  );
});

describe('bundles', () => {
  const folder = workFolder();
  let keys: SigningKey[] = [];
  beforeAll(async () => {
    const made = await Promise.all((['RS256', 'ES256', 'Ed25519'] as const).map((alg) => makeKey(alg)));
    keys = made.map(({ key }) => key);
  });

  test('p7b-bundle is byte for byte what openssl crl2pkcs7 makes of pem-bundle', () => {
    const pem = folder.save('bundle.pem', formats.write('pem-bundle', keys, 'acme').bytes);
    const p7b = run('openssl', ['crl2pkcs7', '-nocrl', '-certfile', pem, '-outform', 'DER']);
    expect(p7b.equals(Buffer.from(formats.write('p7b-bundle', keys, 'acme').bytes))).toBe(true);
  });

  test('keytool prints every certificate of both', needs(hasTool('keytool'), 'keytool'), () => {
    for (const format of ['pem-bundle', 'p7b-bundle'] as const) {
      const { fileName, bytes } = formats.write(format, keys, 'acme');
      const printed = runText('keytool', ['-J-Duser.language=en', '-printcert', '-file', folder.save(fileName, bytes)]);
      expect(printed.match(/Owner: CN=acme/g)).toHaveLength(3);
    }
  });
});
