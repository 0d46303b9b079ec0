// What speaks against a public key, and against a certificate itself.

export type PublicKeyFlaw =
  /** A member is missing, or no number at all; nothing more can be said. */
  | 'malformed'
  /** Not written as RFC 7518 says (padding, leading zero octets, wrong length); what it means is judged all the same. */
  | 'misspelt'
  | 'rsa-too-small'
  /** Beyond what verifiers open; nothing more is looked at. */
  | 'rsa-too-large'
  /** Even, or below 3: anybody can undo it. */
  | 'rsa-exponent'
  /** Even, prime, or with a factor that is found at once. */
  | 'rsa-factored'
  /** CVE-2017-15361. */
  | 'rsa-roca'
  | 'not-on-curve'
  /** A point of few multiples: what is made with it is known beforehand. */
  | 'small-order'
  /** A kind that is not judged here. */
  | 'kind-unknown';

/** What a certificate must not have, whoever signed it. */
export type CertificateFlaw = 'algorithms-differ' | 'critical-unknown' | 'extension-twice' | 'signature-broken';
