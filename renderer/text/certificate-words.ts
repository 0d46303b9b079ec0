// The words around certificates.
import type { CertificateUsage } from '../../shared/certificates.ts';

export const USAGE: Record<CertificateUsage, { name: string; means: string }> = {
  authority: {
    name: 'As tenants do',
    means: 'CA:TRUE, digital signature and certificate signing. Accepted most widely.',
  },
  signature: { name: 'Signature only', means: 'CA:FALSE, digital signature. For consumers that want no authority.' },
};

export const CERTIFICATE = {
  lead: 'A wrapper for the public key; it ends on its own day, whatever the age of the key. Compare fingerprints before you trust a copy.',
  leadRevoked: 'A wrapper for the public key. A revoked key gets no other one: nobody should trust it any more.',
  taken: 'The certificate of the authority is in place. Push, so that verifiers see it.',
  notTaken: 'Nothing changed: the dialog was closed.',
  follows:
    'Verifiers see the new certificate after the next push. Consumers that pinned the old one refuse until they have the new one.',
  stays: 'Key, kid and key identifier stay; the wrapper around them is new.',
  request:
    'A PKCS#10 request, signed by the key. Give the file to the authority, and take its reply here when it comes.',
} as const;
