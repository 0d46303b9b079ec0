// A file with the authorities of a company, judged before anything is trusted through it: certificates that may vouch for
// servers, that are not over, and that stand on their own.
import { X509Certificate } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_AUTHORITIES } from '../../shared/domain/network.ts';
import type { RecordedAuthority } from '../ports/network.ts';

const PEM = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;
const LEAST_RSA_BITS = 2048;

/** PEM with any number, or one in DER. Throws INPUT_INVALID. */
export function authoritiesIn(file: Uint8Array, now: Date): RecordedAuthority[] {
  const text = Buffer.from(file).toString('latin1');
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)) {
    throw invalid('holds a private key too; keep only the certificate');
  }
  const blocks: (string | Uint8Array)[] = text.includes('-----BEGIN ') ? (text.match(PEM) ?? []) : [file];
  if (blocks.length === 0 || file.length === 0) {
    throw invalid('holds no certificate');
  }
  if (blocks.length > MAX_AUTHORITIES) {
    throw invalid(`holds more than ${MAX_AUTHORITIES} certificates`);
  }
  return blocks.map((block) => judged(certificateOf(block), now));
}

function certificateOf(block: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(block);
  } catch {
    throw invalid('holds a damaged certificate');
  }
}

function judged(certificate: X509Certificate, now: Date): RecordedAuthority {
  const subject = certificate.subject.split('\n').join(', ') || certificate.serialNumber;
  if (!certificate.ca) {
    throw invalid(`holds a certificate that is no authority’s: ${subject}`);
  }
  if (!certificate.checkIssued(certificate) || !certificate.verify(certificate.publicKey)) {
    // TLS ends a chain at an authority that stands on its own; one in between would be recorded and never serve.
    throw invalid(`holds an authority below another one: ${subject}; take the uppermost`);
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS) {
    throw invalid(`holds an authority whose key is too short: ${subject}`);
  }
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (to <= now) {
    throw invalid(`holds an authority that ended ${to.toISOString()}: ${subject}`);
  }
  if (from > now) {
    throw invalid(`holds an authority that begins only ${from.toISOString()}: ${subject}`);
  }
  return {
    subject,
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    endsAt: to.toISOString(),
    certificate: String(certificate),
  };
}

const invalid = (problem: string): CustodianError =>
  new CustodianError('INPUT_INVALID', { field: 'authority', problem });
