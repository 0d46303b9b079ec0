// Reading certificates as lenient verifiers take them: lengths left open or written long (BER, X.690 §8.1.3), and octets behind
// the end. A key that is to be recognised must not hide behind a form that others accept.
import type { DerElement } from './der.ts';

const MAX_DEPTH = 32;

interface Found extends DerElement {
  end: number;
}

/** The elements at the beginning of `bytes`, as far as they can be read. */
export function looseElements(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  let found = elementAt(bytes, 0, 0);
  while (found !== null) {
    elements.push({ tag: found.tag, contents: found.contents });
    found = elementAt(bytes, found.end, 0);
  }
  return elements;
}

function elementAt(bytes: Uint8Array, at: number, depth: number): Found | null {
  const [tag, first] = bytes.subarray(at, at + 2);
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > MAX_DEPTH) {
    return null;
  }
  if (first === 0x80) {
    return openElementAt(bytes, tag, at + 2, depth);
  }
  const count = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + count;
  const length = count === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0);
  return start + length > bytes.length
    ? null
    : { tag, contents: bytes.subarray(start, start + length), end: start + length };
}

/** Ends at two zeros that stand where an element could begin. */
function openElementAt(bytes: Uint8Array, tag: number, start: number, depth: number): Found | null {
  let at = start;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    const child = elementAt(bytes, at, depth + 1);
    if (child === null) {
      return null;
    }
    at = child.end;
  }
  return { tag, contents: bytes.subarray(start, at), end: at + 2 };
}
