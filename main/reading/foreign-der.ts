// Names the DER structures that are not private keys but are given to us as if they were.
import { certificateStructure } from './certificate-structure.ts';
import { type DerElement, derElements, derOid, derUnsigned, TAG } from '../../shared/encoding/der.ts';

const OID_SIGNED_DATA = '1.2.840.113549.1.7.2';

/** What the file is, in words that complete “no private key that can be read: …”. `parts` are its outermost elements. */
export function foreignDer(der: Uint8Array, parts: readonly DerElement[]): string {
  const [first, second] = parts;
  if (certificateStructure(der) !== null) {
    return 'this is a certificate, not a private key';
  }
  if (derOid(first) === OID_SIGNED_DATA) {
    return 'this is a PKCS#7 file of certificates, not a private key';
  }
  const isSpki = first?.tag === TAG.sequence && second?.tag === TAG.bitString;
  const isPkcs1 = first?.tag === TAG.integer && second?.tag === TAG.integer;
  if (parts.length === 2 && (isSpki || isPkcs1)) {
    return 'this is a public key, not a private key';
  }
  const [version, subject] = first?.tag === TAG.sequence ? (derElements(first.contents) ?? []) : [];
  if (parts.length === 3 && derUnsigned(version) === 0n && subject?.tag === TAG.sequence) {
    return 'this is a certificate signing request, not a private key';
  }
  return 'this is DER, but not a private key';
}
