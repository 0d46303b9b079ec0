// What speaks against a certificate itself.

/** What a certificate must not have, whoever signed it. */
export type CertificateFlaw = 'algorithms-differ' | 'critical-unknown' | 'extension-twice' | 'signature-broken';
