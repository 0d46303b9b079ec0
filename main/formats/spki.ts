// The bare public key (SubjectPublicKeyInfo), as PEM under the label PUBLIC KEY, and as DER.
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { armour } from '../../shared/encoding/pem.ts';
import { asText, type BareFormat, type BareJwk, utf8 } from './format.ts';

/** DER SubjectPublicKeyInfo of a DER certificate. */
export function certificateSpki(certificate: Uint8Array): Buffer {
  return new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
}

const keyOf = (jwk: BareJwk): KeyObject => createPublicKey({ key: { ...jwk }, format: 'jwk' });

export const spki: BareFormat = {
  text: true,
  encode: (key) => utf8(armour(key.spki, { label: 'PUBLIC KEY' })),
  holds: (file, { jwk }) => createPublicKey(asText(file)).equals(keyOf(jwk)),
};

export const spkiDer: BareFormat = {
  text: false,
  encode: (key) => Uint8Array.from(key.spki),
  holds: (file, { jwk }) => createPublicKey({ key: Buffer.from(file), format: 'der', type: 'spki' }).equals(keyOf(jwk)),
};
