// The certificate around a key, and the ways to another one.
import type {
  CertificatePurpose,
  CertificateSignature,
  CertificateUsage,
} from '../../../domain/key-ring/certificates.ts';
import { phrase } from '../../phrase.ts';

const usages: Record<CertificateUsage, { name: string; means: string }> = {
  authority: {
    name: 'As tenants do',
    means: 'CA:TRUE, digital signature and certificate signing. Accepted most widely.',
  },
  signature: { name: 'Signature only', means: 'CA:FALSE, digital signature. For consumers that want no authority.' },
};

const purposes: Record<CertificatePurpose, string> = {
  clientAuth: 'TLS client (clientAuth)',
  serverAuth: 'TLS server (serverAuth)',
  codeSigning: 'Code signing (codeSigning)',
  emailProtection: 'Mail (emailProtection)',
};

export const certificate = {
  title: 'Certificate',
  lead: 'Binds a name and dates to the public key; it expires on its own day, whatever the age of the key. Compare fingerprints before you trust a copy.',
  leadRevoked:
    'Binds a name and dates to the public key. It is not reissued for a revoked key, which nobody should trust any longer.',
  reissue: 'Reissue certificate…',
  request: 'Create CSR…',
  importReply: 'Import CA reply…',
  taken: 'The certificate of the authority is installed. Push, so that verifiers see it.',
  signatures: {
    verified: 'Its signature was verified: its issuer is in the file.',
    'self-signed': 'Its signature was verified: it is its own.',
    unverified: 'Its signature was not verified: its issuer is not in the file.',
  } satisfies Record<CertificateSignature, string>,
  notTaken: 'Nothing changed: the dialog was closed.',

  subject: 'Subject',
  serial: 'Serial number',
  serialCopied: 'serial number',
  ends: 'Expires',
  validity: <End, Begin>(end: End, relative: string, begin: Begin) => phrase`${end} (${relative}), valid from ${begin}`,
  age: 'Age of the key',
  createdOn: <At>(at: At, relative: string) => phrase`created or imported ${at} (${relative})`,
  sha256: 'SHA-256',
  sha1: 'SHA-1',
  sha256Fingerprint: 'SHA-256 fingerprint',
  sha1Fingerprint: 'SHA-1 fingerprint',

  reissuing: {
    title: (kid: string) => `Reissue the certificate of ${kid}?`,
    verb: 'Reissue certificate',
    working: 'Signing the certificate',
    done: (kid: string) => `Reissued the certificate of ${kid}`,
    stays: 'Key, kid and key identifier stay the same; only the certificate is new.',
    follows:
      'Verifiers see the new certificate after the next push. Consumers that pinned the old one reject tokens until they have the new one.',
    commonName: 'Common name',
    commonNameMeans: 'The subject, usually the domain.',
    dnsNames: 'DNS names',
    dnsNamesMeans: 'Subject alternative names, with commas between them. Usually none.',
    usage: 'Usage',
    usages,
    purpose: 'Extended key usage',
    purposeMeans:
      'Usually none: without one, the certificate is not limited. With one or more, strict consumers reject any other use.',
    purposes,
    days: 'Days',
    daysMeans: 'How long it is valid, from today.',
  },

  requesting: {
    title: (kid: string) => `Request a certificate for ${kid}`,
    verb: 'Save CSR…',
    working: 'Signing the request',
    saved: (fileName: string) => `Saved ${fileName}`,
    notSaved: 'Nothing was saved',
    what: 'A PKCS#10 request, signed by the key. Give the file to the authority, and import its reply here when it comes.',
    commonName: 'Common name',
    commonNameMeans: 'The name that the authority is to certify.',
  },
};
