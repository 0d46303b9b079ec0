// The bare public key (SubjectPublicKeyInfo), taken from the certificate: as PEM under the label PUBLIC KEY, and as DER.
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';
import { armour } from '../../shared/encoding/pem.ts';
import { asText, type KeyFormat, utf8 } from './format.ts';

/** DER SubjectPublicKeyInfo of a DER certificate. */
export function certificateSpki(certificate: Uint8Array): Buffer {
  return new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
}

const keyOf = (jwk: PublicJwk): KeyObject => createPublicKey({ key: { ...jwk }, format: 'jwk' });

export const spki: KeyFormat = {
  text: true,
  encode: ({ certificate }) => utf8(armour(certificateSpki(certificate), { label: 'PUBLIC KEY' })),
  holds: (file, { jwk }) => createPublicKey(asText(file)).equals(keyOf(jwk)),
};

export const spkiDer: KeyFormat = {
  text: false,
  encode: ({ certificate }) => certificateSpki(certificate),
  holds: (file, { jwk }) => createPublicKey({ key: Buffer.from(file), format: 'der', type: 'spki' }).equals(keyOf(jwk)),
};
