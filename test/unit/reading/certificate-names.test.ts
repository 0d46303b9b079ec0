// Names of certificates as our reader prints them, beside what node:crypto makes of the same certificate.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateName } from '../../../shared/domain/key-ring/certificate-name.ts';
import { alternativeNames, nameText } from '../../../main/reading/certificate-names.ts';
import {
  certificateStructure,
  extensionOf,
  OID_ALTERNATIVE_NAMES,
} from '../../../main/reading/certificate-structure.ts';
import { folderForAll } from '../../support/folder.ts';

const folder = folderForAll();
const key = folder('key.pem');
beforeAll(() => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
});

const certificate = (subject: string, ...more: string[]): Buffer =>
  execFileSync('openssl', ['req', '-x509', '-utf8', '-key', key, '-subj', subject, ...more, '-outform', 'DER'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

describe('the names of a certificate', () => {
  it.each(['/CN=acme.example', '/C=DE/ST=Bayern/L=München/O=Acme/OU=Keys/CN=ключ', '/DC=example/UID=7/CN=a', '/'])(
    '%s',
    (subject) => {
      const der = certificate(subject);
      const found = certificateStructure(der);
      const { subject: theirs, serialNumber, validTo } = new X509Certificate(der);
      const expected = (theirs as string | undefined)?.split('\n').join(', ') ?? '';
      expect(found === null ? null : nameText(found.subject)).toBe(expected);
      expect(found?.serial).toBe(serialNumber.toUpperCase());
      expect(found?.notAfter).toEqual(new Date(validTo));
    },
  );

  it('prints alternative names as node:crypto does', () => {
    const names = 'DNS:acme.example,IP:10.1.2.3,IP:2001:db8::1,email:ops@acme.example,URI:https://acme.example/a';
    const der = certificate('/', '-addext', `subjectAltName=${names}`);
    const found = certificateStructure(der);
    const value = found === null ? null : extensionOf(found, OID_ALTERNATIVE_NAMES);
    expect(alternativeNames(value)).toBe(new X509Certificate(der).subjectAltName);
  });

  it('calls a certificate by its subject, else by its alternative names, else by its fingerprint', () => {
    const fingerprint256 = 'AA:BB';
    expect(certificateName({ subject: 'C=DE\nCN=a', subjectAltName: 'DNS:b', fingerprint256 })).toBe('C=DE, CN=a');
    expect(certificateName({ subject: undefined, subjectAltName: 'DNS:b', fingerprint256 })).toBe('DNS:b');
    expect(certificateName({ subject: '', subjectAltName: null, fingerprint256 })).toBe('SHA-256 AA:BB');
  });
});
