import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { certificateFacts } from '../../../main/formats/certificate-facts.ts';
import { makeKey } from '../../runtime/made-key.ts';

test('facts are in the forms that people compare', async () => {
  const { key } = await makeKey('ES384', 'büro.example');
  const der = Buffer.from(key.certificate, 'base64');
  const facts = certificateFacts(der);
  expect(facts).toMatchObject({
    subject: 'CN=büro.example',
    notBefore: '2026-11-22T05:30:00.000Z',
    notAfter: '2040-07-31T05:30:00.000Z',
  });
  expect(facts.serial).toMatch(/^[0-7][0-9A-F]{17}$/);
  expect(facts.sha1).toMatch(/^([0-9A-F]{2}:){19}[0-9A-F]{2}$/);
  expect(facts.sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect(Buffer.from(facts.sha256.replaceAll(':', ''), 'hex').toString('base64url')).toBe(key.jwk['x5t#S256']);
  expect(Buffer.from(facts.sha1.replaceAll(':', ''), 'hex').toString('base64url')).toBe(key.jwk.x5t);
  expect(new X509Certificate(der).fingerprint256).toBe(facts.sha256);
});

test('what is no certificate has no facts', () => {
  expect(() => certificateFacts(Buffer.from('hello'))).toThrow(/./);
});
