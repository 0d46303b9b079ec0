// The facts about a certificate that a person compares, read by node:crypto.
import { X509Certificate } from 'node:crypto';
import { certificateName } from '../../shared/domain/key-ring/certificate-name.ts';
import type { CertificateFacts } from '../../shared/domain/key-ring/certificates.ts';

/** `subject` is e.g. `CN=acme.eu.auth0.com`, `serial` upper-case hex, the instants ISO 8601 in UTC. */
export function certificateFacts(certificateDer: Uint8Array): CertificateFacts {
  const certificate = new X509Certificate(certificateDer);
  return {
    subject: certificateName(certificate),
    serial: certificate.serialNumber.toUpperCase(),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    sha1: certificate.fingerprint,
    sha256: certificate.fingerprint256,
  };
}

/** True when the file (DER or PEM) is exactly this certificate to node:crypto. */
export function holdsCertificate(file: Uint8Array, certificateDer: Uint8Array): boolean {
  return Buffer.compare(new X509Certificate(file).raw, certificateDer) === 0;
}
