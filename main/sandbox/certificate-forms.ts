// The forms in which the tenant shows a certificate of its own: the bytes of its pages and of its API members, down to
// the line ends. Checked against openssl in test/unit/sandbox/certificate-forms.test.ts.
import { createHash, X509Certificate } from 'node:crypto';

/** PEM with CRLF, 64 columns and no line end after the last line: the `cert` member and the pages. */
export const certificatePem = (der: Buffer): string => armour('CERTIFICATE', der);

/** PEM of a degenerate PKCS#7 SignedData (RFC 2315 §9.1) with one certificate and no CRLs; ends with CRLF. */
export function pkcs7Pem(der: Buffer): string {
  return `${armour('PKCS7', degenerateSignedData(der))}\r\n`;
}

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

function armour(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\r\n');
}

const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const DATA = Buffer.from('06092a864886f70d010701', 'hex');
const VERSION_1 = Buffer.from('020101', 'hex');
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT_0 = 0xa0;

function degenerateSignedData(certificate: Buffer): Buffer {
  const signedData = element(
    SEQUENCE,
    VERSION_1,
    element(SET),
    element(SEQUENCE, DATA),
    element(CONTEXT_0, certificate),
    element(SET),
  );
  return element(SEQUENCE, SIGNED_DATA, element(CONTEXT_0, signedData));
}

/** One DER element (X.690 §8.1, §10.1). */
function element(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  const sizeHex = size.toString(16);
  const sizeBytes = Buffer.from(sizeHex.length % 2 === 0 ? sizeHex : `0${sizeHex}`, 'hex');
  const length = size < 0x80 ? Buffer.of(size) : Buffer.concat([Buffer.of(0x80 | sizeBytes.length), sizeBytes]);
  return Buffer.concat([Buffer.of(tag), length, content]);
}
