// Names the DER structures that are not private keys but are given to us as if they were.
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import { certificateStructure } from './certificate-structure.ts';
import { type DerElement, derElements, derOid, derUnsigned, TAG } from '../../shared/encoding/der.ts';

const OID_SIGNED_DATA = '1.2.840.113549.1.7.2';

/** What the file is. `parts` are its outermost elements. */
export function foreignDer(der: Uint8Array, parts: readonly DerElement[]): KeyFileProblem {
  const [first, second] = parts;
  if (certificateStructure(der) !== null) {
    return { code: 'certificate' };
  }
  if (derOid(first) === OID_SIGNED_DATA) {
    return { code: 'certificates' };
  }
  const isSpki = first?.tag === TAG.sequence && second?.tag === TAG.bitString;
  const isPkcs1 = first?.tag === TAG.integer && second?.tag === TAG.integer;
  if (parts.length === 2 && (isSpki || isPkcs1)) {
    return { code: 'public-key' };
  }
  const [version, subject] = first?.tag === TAG.sequence ? (derElements(first.contents) ?? []) : [];
  if (parts.length === 3 && derUnsigned(version) === 0n && subject?.tag === TAG.sequence) {
    return { code: 'certificate-request' };
  }
  return { code: 'other-der' };
}
