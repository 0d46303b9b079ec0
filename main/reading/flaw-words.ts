// What is wrong with a public key, in words that complete “the key is weak: …”.
import type { PublicKeyFlaw } from '../../shared/domain/key-ring/strength.ts';

export const FLAW_WORDS: Readonly<Record<PublicKeyFlaw, string>> = {
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
