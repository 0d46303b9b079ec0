// BER (X.690 §8.1.3): lengths left open or written long. Some writers of PKCS#12 and PKCS#7 use it, and lenient verifiers take
// certificates in it: a key that is to be recognised must not hide behind a form that others accept.
import type { DerElement } from './der.ts';

/** OpenSSL stops at 30. */
const MAX_DEPTH = 32;
/** More octets of length than OpenSSL takes. */
const MAX_LENGTH_OCTETS = 4;

export interface BerElement extends DerElement {
  /** All of it as it is written, with its header. */
  octets: Uint8Array;
}

interface Found extends DerElement {
  end: number;
}

/** The elements that `bytes` consist of, one after the other; `null` when they are not exactly that. */
export function berElements(bytes: Uint8Array): BerElement[] | null {
  const { elements, end } = leading(bytes, MAX_LENGTH_OCTETS);
  return end === bytes.length ? elements : null;
}

/** The elements at the beginning of `bytes`, as far as they can be read; what lies behind them is left alone. */
export const leadingBerElements = (bytes: Uint8Array): BerElement[] => leading(bytes, 127).elements;

function leading(bytes: Uint8Array, mostOctets: number): { elements: BerElement[]; end: number } {
  const elements: BerElement[] = [];
  let end = 0;
  for (let found = elementAt(bytes, 0, mostOctets, 0); found !== null; found = elementAt(bytes, end, mostOctets, 0)) {
    elements.push({ tag: found.tag, contents: found.contents, octets: bytes.subarray(end, found.end) });
    end = found.end;
  }
  return { elements, end };
}

function elementAt(bytes: Uint8Array, at: number, mostOctets: number, depth: number): Found | null {
  const [tag, first] = bytes.subarray(at, at + 2);
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > MAX_DEPTH) {
    return null;
  }
  if (first === 0x80) {
    return isConstructed(tag) ? openElementAt(bytes, at, mostOctets, depth) : null;
  }
  const count = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + count;
  const length = count === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0);
  return count > mostOctets || start + length > bytes.length
    ? null
    : { tag, contents: bytes.subarray(start, start + length), end: start + length };
}

/** Ends at two zeros that stand where an element could begin. */
function openElementAt(bytes: Uint8Array, from: number, mostOctets: number, depth: number): Found | null {
  const start = from + 2;
  let at = start;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    const child = elementAt(bytes, at, mostOctets, depth + 1);
    if (child === null) {
      return null;
    }
    at = child.end;
  }
  return { tag: bytes[from] ?? 0, contents: bytes.subarray(start, at), end: at + 2 };
}

/** X.690 §8.1.2.5. */
export const isConstructed = (tag: number): boolean => (tag & 0x20) !== 0;
