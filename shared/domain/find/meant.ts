// What somebody means who pastes a fingerprint, a thumbprint, a pin or a kid: the octets behind it, whatever the notation, and
// the text as it stands. Tools write the same digest in hex with and without colons, in either case, in Base64 and base64url,
// with labels in front. Pure.
import { fromBase64, toBase64Url, toHex } from '../../encoding/bytes.ts';

export interface Meant {
  /** Without labels and quotes. A kid is found so. */
  text: string;
  /** Lower-case hex of the octets that it may stand for; a short one may be a beginning. */
  hex: string[];
}

/** Fewer would be found anywhere. */
export const MIN_HEX = 8;

/** What tools put in front of a digest. */
const LABEL =
  /^(?:(?:pin-)?(?:sha-?1|sha-?256|md5)(?:\s+fingerprint)?|fingerprint|thumbprint|x5t(?:#s256)?|kid|keyid|key id|serial(?:\s?number)?|ski|subject key identifier|urn:ietf:params:oauth:jwk-thumbprint:sha-256)\s*(?:\/\/|[:=/])\s*/i;

export function meantBy(given: string): Meant {
  const text = withoutLabel(given.trim());
  return { text, hex: [...new Set([...hexIn(text), ...numberIn(text), ...base64In(text)])] };
}

function withoutLabel(text: string): string {
  const bare = text.replace(/^["'`“„«<]+|["'`”“»>,;]+$/g, '').trim();
  const rest = bare.replace(LABEL, '');
  return rest === '' || rest === bare ? bare : withoutLabel(rest);
}

function hexIn(text: string): string[] {
  const digits = text.replace(/^0x/i, '').replaceAll(/[:\s-]/g, '');
  return digits.length >= MIN_HEX && /^[0-9a-f]+$/i.test(digits) ? [digits.toLowerCase()] : [];
}

/** Serial numbers are written in decimal too. */
function numberIn(text: string): string[] {
  const hex = /^\d{8,50}$/.test(text) ? BigInt(text).toString(16) : '';
  return hex === '' ? [] : [hex.padStart(hex.length + (hex.length % 2), '0')];
}

/** Of the digests that there are: MD5, SHA-1, SHA-256, SHA-512. Some tools put the hex of a digest into Base64. */
function base64In(text: string): string[] {
  if (!/^[\w+/-]{20,180}={0,2}$/.test(text)) {
    return [];
  }
  const octets = fromBase64(text);
  const inside = String.fromCharCode(...octets);
  const hex = /^[0-9a-f]{32,128}$/i.test(inside) ? inside.toLowerCase() : toHex(octets);
  return DIGESTS.has(hex.length / 2) ? [hex] : [];
}

const DIGESTS: ReadonlySet<number> = new Set([16, 20, 32, 64]);

/** Whether this digest is meant: wholly, or by its beginning. Leading zeros of numbers do not count. */
export const isMeant = ({ hex }: Meant, digest: string): boolean =>
  hex.some((each) => digest.startsWith(each) || unpadded(each) === unpadded(digest));

const unpadded = (hex: string): string => hex.replace(/^0+/, '');

/** Whether a record holds it, in any notation. `lower`: the same in small letters. */
export function isWrittenIn({ text, hex }: Meant, record: string, lower: string): boolean {
  return (
    (text.length >= MIN_TEXT && record.includes(text)) ||
    hex.some(
      (each) => lower.includes(each) || lower.includes(colons(each)) || base64Of(each).some((b) => record.includes(b)),
    )
  );
}

const MIN_TEXT = 6;

const colons = (hex: string): string => hex.replaceAll(/..(?=.)/g, '$&:');

/** Without padding, so that either way of ending is found; a short beginning has no Base64 of its own. */
function base64Of(hex: string): string[] {
  if (!DIGESTS.has(hex.length / 2)) {
    return [];
  }
  const octets = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const url = toBase64Url(octets);
  return [url, url.replaceAll('-', '+').replaceAll('_', '/')];
}
