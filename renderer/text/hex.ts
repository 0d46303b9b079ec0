// Kids, hashes, sizes and numbers as people compare them.
import { once } from '../../shared/once.ts';
import { words } from './words.ts';

const SHORT_ENDS = 6;
/** As long as names that people give; thumbprints are longer. */
const WHOLE = 20;

/** The first and last six characters; short names are left whole. */
export function shortKid(kid: string): string {
  // Whole characters: a kid may hold any.
  const characters = Array.from(kid);
  return characters.length <= WHOLE
    ? kid
    : `${characters.slice(0, SHORT_ENDS).join('')}…${characters.slice(-SHORT_ENDS).join('')}`;
}

/**
 * The octets of a fingerprint, with the colons that follow them: `54:`, `C5:`, `52`. It may be broken between them and
 * nowhere else. A value that is none is one piece.
 */
export const octetsOf = (value: string): string[] =>
  /^(?:[0-9a-f]{2}:?)+$/i.test(value) ? (value.match(/..:?/g) ?? [value]) : [value];

/** The first twelve characters of a hash, for a table column. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

const inBytes = once(() => new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }));
const inKibibytes = once(
  () => new Intl.NumberFormat(words.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** `812 bytes`, `3.4 KiB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 ? inBytes().format(bytes) : `${inKibibytes().format(bytes / 1024)} KiB`;
}

export const bytesOfText = (text: string): number => new TextEncoder().encode(text).length;

/** Text from standard Base64 of UTF-8 bytes. */
export function textOfBase64(base64: string): string {
  return new TextDecoder().decode(bytesOfBase64(base64));
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
}

/** The first `rows` lines of a hex view: `0000  30 82 03 1d …`. */
export function hexView(bytes: Uint8Array, rows: number): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && lines.length < rows; at += 16) {
    const row = [...bytes.subarray(at, at + 16)].map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${at.toString(16).padStart(4, '0')}  ${row.slice(0, 8).join(' ')}  ${row.slice(8).join(' ')}`);
  }
  return lines.join('\n');
}

/** `reading back` -> `Reading back`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1,284`. */
export const amountOf = (number: number): string => number.toLocaleString(words.locale);

const percents = once(() => new Intl.NumberFormat(words.locale, { style: 'percent' }));

/** `62%`. Rounded down, so that nothing is called whole before it is. */
export const percentOf = (share: number): string => percents().format(Math.floor(100 * share) / 100);
