// Some writers of PKCS#12 and PKCS#7 use the looser rules of BER: lengths left open, strings in pieces. Such a file is
// brought into DER once, and everything behind that reads DER only. Own code, because the parsers that were looked at mend
// what is damaged: an element that ends behind the one around it would be taken here and by no other program.
import { encodeDer } from '../encoding/der.ts';
import { type BerElement, berElements, isConstructed } from '../../shared/encoding/ber.ts';
import { derElements, derSequence, TAG } from '../../shared/encoding/der.ts';

const MAX_DEPTH = 32;
/** An OCTET STRING in pieces (X.690 §8.7.3). */
const TAG_PIECES = TAG.octetString | 0x20;

/** Exactly one SEQUENCE as DER: the same octets when they are that, a new copy when they are BER, `null` otherwise. */
export function asDer(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== TAG.sequence) {
    return null;
  }
  const whole = derSequence(bytes) !== null;
  return whole && isDerInside(bytes, 0) ? bytes : (fromBer(bytes) ?? (whole ? bytes : null));
}

/** No open lengths and no strings in pieces, at any level. */
function isDerInside(bytes: Uint8Array, depth: number): boolean {
  const elements = depth > MAX_DEPTH ? null : derElements(bytes);
  return (
    elements?.every(
      ({ tag, contents }) => !isConstructed(tag) || (mayHaveParts(tag) && isDerInside(contents, depth + 1)),
    ) === true
  );
}

const mayHaveParts = (tag: number): boolean => tag >= 0x80 || tag === TAG.sequence || tag === TAG.set;

function fromBer(bytes: Uint8Array): Uint8Array | null {
  const [outer, ...more] = berElements(bytes) ?? [];
  return outer === undefined || more.length > 0 ? null : derOf(outer, 0);
}

/** The element in DER; `null` when something inside is damaged. What is copied on the way may be a private key. */
function derOf({ tag, contents, octets }: BerElement, depth: number): Buffer | null {
  if (!isConstructed(tag)) {
    return Buffer.from(octets); // its length is not mended: libraries differ in which of those they take
  }
  const children = depth > MAX_DEPTH ? null : berElements(contents);
  if (children === null) {
    return null;
  }
  if (tag === TAG_PIECES) {
    const whole = children.every((child) => child.tag === TAG.octetString);
    return whole ? encodeDer(TAG.octetString, ...children.map((child) => child.contents)) : null;
  }
  const parts = children.map((child) => derOf(child, depth + 1)).filter((part) => part !== null);
  const der = parts.length === children.length ? encodeDer(tag, ...parts) : null;
  parts.forEach((part) => part.fill(0));
  return der;
}
