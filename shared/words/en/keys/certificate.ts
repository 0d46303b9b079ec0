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
  lead: 'A wrapper for the public key; it ends on its own day, whatever the age of the key. Compare fingerprints before you trust a copy.',
  leadRevoked: 'A wrapper for the public key. A revoked key gets no other one: nobody should trust it any more.',
  reissue: 'Issue anew…',
  request: 'Request…',
  takeReply: 'Take reply…',
  taken: 'The certificate of the authority is in place. Push, so that verifiers see it.',
  signatures: {
    verified: 'Its signature was verified: its issuer is in the file.',
    'self-signed': 'Its signature was verified: it is its own.',
    unverified: 'Its signature was not verified: its issuer is not in the file.',
  } satisfies Record<CertificateSignature, string>,
  notTaken: 'Nothing changed: the dialog was closed.',

  subject: 'Subject',
  serial: 'Serial number',
  serialCopied: 'serial number',
  ends: 'Wrapper ends',
  endsAndBegan: <End, Begin>(end: End, relative: string, begin: Begin) => phrase`${end} (${relative}), began ${begin}`,
  age: 'Age of the key',
  madeOn: <At>(at: At, relative: string) => phrase`made or brought in ${at} (${relative})`,
  sha256: 'SHA-256',
  sha1: 'SHA-1',
  sha256Fingerprint: 'SHA-256 fingerprint',
  sha1Fingerprint: 'SHA-1 fingerprint',

  reissuing: {
    title: (kid: string) => `Issue a new certificate for ${kid}?`,
    verb: 'Issue anew',
    working: 'Signing the certificate',
    done: (kid: string) => `Issued a new certificate for ${kid}`,
    stays: 'Key, kid and key identifier stay; the wrapper around them is new.',
    follows:
      'Verifiers see the new certificate after the next push. Consumers that pinned the old one refuse until they have the new one.',
    commonName: 'Common name',
    commonNameMeans: 'The subject, usually the domain.',
    dnsNames: 'DNS names',
    dnsNamesMeans: 'Subject alternative names, with commas between them. Usually none.',
    usage: 'Usage',
    usages,
    purpose: 'Extended key usage',
    purposeMeans:
      'Usually none: without one, the certificate is not limited. With one or more, strict consumers refuse any other use.',
    purposes,
    days: 'Days',
    daysMeans: 'How long it is valid, from today.',
  },

  requesting: {
    title: (kid: string) => `Request a certificate for ${kid}`,
    verb: 'Save request…',
    working: 'Signing the request',
    saved: (fileName: string) => `Saved ${fileName}`,
    notSaved: 'Nothing was saved',
    what: 'A PKCS#10 request, signed by the key. Give the file to the authority, and take its reply here when it comes.',
    commonName: 'Common name',
    commonNameMeans: 'The name that the authority is to certify.',
  },
};
