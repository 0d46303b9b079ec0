// The forms in which the tenant shows a certificate of its own: the bytes of its pages and of its API members, down to
// the line ends. Checked against openssl in test/unit/sandbox/certificate-forms.test.ts.
import { createHash, X509Certificate } from 'node:crypto';
import { armour } from '../../shared/encoding/pem.ts';
import { degenerateSignedData } from '../encoding/pkcs7.ts';

/** PEM with CRLF, 64 columns and no line end after the last line: the `cert` member and the pages. */
export const certificatePem = (der: Buffer): string =>
  armour(der, { label: 'CERTIFICATE', lineEnd: '\r\n', finalLineEnd: false });

/** PEM of a degenerate PKCS#7 SignedData (RFC 2315 §9.1) with one certificate and no CRLs; ends with CRLF. */
export const pkcs7Pem = (der: Buffer): string =>
  armour(degenerateSignedData([der]), { label: 'PKCS7', lineEnd: '\r\n' });

/** Upper-case hex SHA-1 of the DER certificate, with colons. */
export const fingerprint = (der: Buffer): string => (thumbprint(der).match(/../g) ?? []).join(':');

/** The same without colons. */
export const thumbprint = (der: Buffer): string => createHash('sha1').update(der).digest('hex').toUpperCase();

/** The certificate's key as the tenant lists it: members, and their order, as in its real answers. */
export function ownJwk(kid: string, der: Buffer): Record<string, unknown> {
  const { n, e } = new X509Certificate(der).publicKey.export({ format: 'jwk' });
  const x5t = createHash('sha1').update(der).digest('base64url');
  return { alg: 'RS256', kty: 'RSA', use: 'sig', n, e, kid, x5t, x5c: [der.toString('base64')] };
}
