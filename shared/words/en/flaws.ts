// What is wrong with a public key and with a certificate. Completes “it is weak: …”, “file: …”.
import type { CertificateFault } from '../../domain/key-ring/certificate-faults.ts';
import type { CertificateFlaw, PublicKeyFlaw } from '../../domain/key-ring/flaws.ts';

export const keyFlaw: Readonly<Record<PublicKeyFlaw, string>> = {
  malformed: 'its public key is damaged',
  misspelt: 'its numbers are not written as RFC 7518 wants them',
  'rsa-too-small': 'its RSA key has fewer than 2048 bits',
  'rsa-too-large': 'its RSA key has more than 8192 bits',
  'rsa-exponent': 'its public exponent hides nothing',
  'rsa-factored': 'its RSA modulus is taken apart at once',
  'rsa-roca': 'it comes from a generator with a known flaw (ROCA, CVE-2017-15361)',
  'not-on-curve': 'its public key is no point of its curve',
  'small-order': 'its public key is a point of small order, which hides nothing',
  'kind-unknown': 'its kind is not known here',
};

export const certificateFlaw: Readonly<Record<CertificateFlaw, string>> = {
  'algorithms-differ': 'a certificate in it names two different algorithms for its signature',
  'critical-unknown': 'a certificate in it has a critical extension that is not known here',
  'extension-twice': 'a certificate in it has the same extension twice',
  'signature-broken': 'the signature on a certificate in it does not hold, so it was altered',
};

/** Completes “Its certificate: …”. */
export const certificateFault: Readonly<Record<CertificateFault, string>> = {
  ended: 'it has expired',
  'not-yet-valid': 'it is not valid yet',
  'signature-broken-hash': 'it is signed with MD5, which anybody can forge',
  'not-for-signatures': 'its key usage is not for signatures, and verifiers that check it reject tokens',
  'authority-below': 'it makes an authority of this key, which can then certify others',
  'signature-weak-hash': 'it is signed with SHA-1, which verifiers give up',
};
