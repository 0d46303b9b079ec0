// Octets without Node and without the DOM, so that rules over keys run in every place.
import { base64, base64urlnopad, hex } from '@scure/base';

export const EMPTY = new Uint8Array();

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...ALPHABET.split('').map((character, value) => [character, value] as const),
  ['-', 62],
  ['_', 63],
]);

/**
 * What a text of Base64 in either alphabet means, as lenient readers take it: padded or not, characters of no alphabet left
 * out, ending at the first `=`. Whoever compares what servers wrote wants to read it as verifiers do.
 */
export function fromBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of end === -1 ? text : text.slice(0, end)) {
    const value = VALUES.get(character);
    if (value !== undefined) {
      held = ((held << 6) | value) & 0xfff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        octets.push((held >> bits) & 0xff);
      }
    }
  }
  return Uint8Array.from(octets);
}

/** base64url without padding (RFC 7515 §2). */
export const toBase64Url = (octets: Uint8Array): string => base64urlnopad.encode(octets);

/** Standard Base64 with padding. */
export const toBase64 = (octets: Uint8Array): string => base64.encode(octets);

/** Lower-case hex. */
export const toHex = (octets: Uint8Array): string => hex.encode(octets);

/** A big-endian number without its leading zeros; empty for zero. */
export function significant(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0);
  return first === -1 ? EMPTY : octets.subarray(first);
}

/** Of public octets: takes as long as it takes. */
export const sameOctets = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, at) => octet === b[at]);

/** A number in as few octets as it takes; one for zero. */
export function octetsOf(number: bigint): Uint8Array {
  const digits = number.toString(16);
  return hex.decode(digits.padStart(digits.length + (digits.length % 2), '0'));
}

export const unsigned = (octets: Uint8Array): bigint => BigInt(`0x${toHex(octets) || '0'}`);
