// Writing DER (X.690). What reads it is in shared/encoding/der.ts.
import { type DerElement, TAG } from '../../shared/encoding/der.ts';

/** The element with its header. */
export const derBytes = (element: DerElement): Buffer => encodeDer(element.tag, element.contents);

/** One DER element around `contents`. */
export function encodeDer(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const size = contents.reduce((sum, part) => sum + part.length, 0);
  const hex = size.toString(16);
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const length = size < 0x80 ? octets : Buffer.concat([Buffer.of(0x80 | octets.length), octets]);
  return Buffer.concat([Buffer.of(tag), length, ...contents]);
}

/** A non-negative INTEGER from its big-endian octets. */
export function encodeUnsigned(octets: Uint8Array): Buffer {
  const first = octets.findIndex((octet) => octet !== 0);
  const significant = first === -1 ? Buffer.of(0) : octets.subarray(first);
  const needsSign = (significant[0] ?? 0) >= 0x80;
  return encodeDer(TAG.integer, needsSign ? Buffer.of(0) : Buffer.of(), significant);
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function encodeOid(dotted: string): Buffer {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [root * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    return groups;
  });
  return encodeDer(TAG.oid, Buffer.from(octets));
}

/** A big-endian number with exactly so many octets: some writers drop its leading zeros, some add one. */
export function fixedLength(number: Uint8Array, octets: number): Buffer | null {
  const significant = number.subarray(
    Math.max(
      0,
      number.findIndex((octet) => octet !== 0),
    ),
  );
  if (significant.length > octets) {
    return null;
  }
  const padded = Buffer.alloc(octets);
  padded.set(significant, octets - significant.length);
  return padded;
}
