// The little of DER (X.690) that is needed to say what a file is before a crypto library opens it. OpenSSL and BoringSSL
// disagree on what they open and on what they say; looking at the structure first makes both give the same answer.
import { unsigned } from './bytes.ts';

export interface DerElement {
  /** The identifier octet; only low tag numbers occur in key files. */
  tag: number;
  contents: Uint8Array;
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  /** [1] IMPLICIT around something that is not constructed. */
  implicit1: 0x81,
} as const;

/** The elements that `bytes` consist of, one after the other; `null` when they are not exactly that. */
export function derElements(bytes: Uint8Array): DerElement[] | null {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const header = derHeader(bytes, at);
    if (header === null || header.end > bytes.length) {
      return null;
    }
    elements.push({ tag: header.tag, contents: bytes.subarray(header.start, header.end) });
    at = header.end;
  }
  return elements;
}

function derHeader(bytes: Uint8Array, at: number): { tag: number; start: number; end: number } | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) {
    return null;
  }
  if (first < 0x80) {
    return { tag, start: at + 2, end: at + 2 + first };
  }
  const count = first & 0x7f;
  const octets = bytes.subarray(at + 2, at + 2 + count);
  // DER has neither indefinite lengths (count 0) nor leading zeros nor a long form where the short one would do.
  if (count < 1 || count > 4 || octets.length < count || octets[0] === 0) {
    return null;
  }
  const length = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const start = at + 2 + count;
  return length < 0x80 ? null : { tag, start, end: start + length };
}

/** How long the SEQUENCE is that begins here, its header included, whether it is all there or not; `null` for none. */
export function derLength(bytes: Uint8Array): number | null {
  const header = bytes[0] === TAG.sequence ? derHeader(bytes, 0) : null;
  return header === null ? null : header.end;
}

/** The children of a file or field that is exactly one SEQUENCE; `null` when it is anything else. */
export function derSequence(bytes: Uint8Array): DerElement[] | null {
  const [outer, ...more] = derElements(bytes) ?? [];
  return outer?.tag === TAG.sequence && more.length === 0 ? derElements(outer.contents) : null;
}

/** The children of a SEQUENCE (or of another constructed element, when its tag is given); none when it is anything else. */
export function derChildren(element: DerElement | undefined, tag: number = TAG.sequence): DerElement[] {
  return element?.tag === tag ? (derElements(element.contents) ?? []) : [];
}

/** A non-negative INTEGER that JavaScript counts exactly; `null` when it is none or larger. */
export function derCount(element: DerElement | undefined): number | null {
  const value = derUnsigned(element);
  return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

/** A non-negative INTEGER; `null` for a negative, empty or padded one (X.690 §8.3.2). */
export function derUnsigned(element: DerElement | undefined): bigint | null {
  const [first, second] = element?.contents ?? [];
  if (element?.tag !== TAG.integer || first === undefined || first >= 0x80) {
    return null;
  }
  if (first === 0 && second !== undefined && second < 0x80) {
    return null;
  }
  return unsigned(element.contents);
}

/** The octets of a BIT STRING of whole octets; `null` when it is none. */
export function derBits(element: DerElement | undefined, tag: number = TAG.bitString): Uint8Array | null {
  return element?.tag === tag && element.contents[0] === 0 ? element.contents.subarray(1) : null;
}

/** Dotted form of an OBJECT IDENTIFIER; `null` when the element is none, padded or cut off (X.690 §8.19.2). */
export function derOid(element: DerElement | undefined): string | null {
  if (element?.tag !== TAG.oid || element.contents.length === 0 || element.contents.length > 64) {
    return null;
  }
  const arcs: bigint[] = [];
  let arc: bigint | null = null;
  for (const octet of element.contents) {
    if (arc === null && octet === 0x80) {
      return null;
    }
    arc = (arc ?? 0n) * 128n + BigInt(octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = null;
    }
  }
  if (arc !== null) {
    return null;
  }
  const [head = 0n, ...rest] = arcs;
  const root = head < 80n ? head / 40n : 2n;
  return [root, head - root * 40n, ...rest].join('.');
}
