// The bare public key as PEM (SubjectPublicKeyInfo, label PUBLIC KEY), taken from the certificate.
import { createPublicKey, X509Certificate } from 'node:crypto';
import { armour } from './armour.ts';
import { asText, type KeyFormat, utf8 } from './format.ts';

/** DER SubjectPublicKeyInfo of a DER certificate. */
export function certificateSpki(certificate: Uint8Array): Buffer {
  return new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
}

export const spki: KeyFormat = {
  extension: 'spki.pem',
  text: true,
  encode: ({ certificate }) =>
    utf8(armour(certificateSpki(certificate), { label: 'PUBLIC KEY', lineEnd: '\n', finalLineEnd: true })),
  holds: (file, { jwk }) => createPublicKey(asText(file)).equals(createPublicKey({ key: { ...jwk }, format: 'jwk' })),
};
