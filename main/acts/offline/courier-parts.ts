// A bundle as short numbered texts, for QR codes: deflated (RFC 1951) and in Base32 (RFC 4648 §6), whose characters QR
// codes hold most densely and which survive any line editor. What is deflated is the signed text itself, not its base64url
// form: certificates that occur in both sets are then stored once.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { base32nopad } from '@scure/base';
import { z } from 'zod';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { MAX_IMPORT_BYTES } from '../../../shared/domain/limits.ts';
import { refused } from './courier-files.ts';

/** With the words before it a code of version 22, which common phones read off a screen or paper. */
const PART_CHARACTERS = 1080;

/** Larger sets are better carried as a file. */
export const MAX_PARTS = 16;

const PART = /^KC1:(\d{1,2})\/(\d{1,2}):([0-9A-F]{8}):([A-Z2-7]+)$/;

const flattened = z.strictObject({ protected: z.string(), payload: z.string(), signature: z.string() });

export function toParts(bundle: string): string[] {
  const { protected: header, payload, signature } = flattened.parse(parseJson(bundle));
  const content = Buffer.from(payload, 'base64url').toString('utf8');
  const packed = deflateRawSync(JSON.stringify([header, content, signature]), { level: 9 });
  const text = base32nopad.encode(packed);
  const count = Math.ceil(text.length / PART_CHARACTERS);
  return Array.from({ length: count }, (_, index) => {
    const part = text.slice(index * PART_CHARACTERS, (index + 1) * PART_CHARACTERS);
    return `KC1:${index + 1}/${count}:${shortHash(packed)}:${part}`;
  });
}

/** A bundle as it comes from a file: itself, or the texts of its QR codes in any order. Throws COURIER_FILE_REFUSED. */
export function fromFile(text: string): string {
  if (text.trimStart().startsWith('{')) {
    return text;
  }
  const parts = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => PART.exec(word.toUpperCase()));
  const [first] = parts;
  if (first === undefined || first === null || parts.includes(null)) {
    throw refused('bundle', 'it is neither a bundle nor the texts of its QR codes');
  }
  const [, , count = '', hash = ''] = first;
  if (parts.some((part) => part?.[2] !== count || part[3] !== hash)) {
    throw refused('bundle', 'its QR codes belong to more than one bundle');
  }
  const found = new Map(parts.map((part) => [Number(part?.[1]), part?.[4] ?? '']));
  const numbers = Array.from({ length: Number(count) }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !found.has(number));
  if (missing.length > 0 || found.size !== numbers.length) {
    throw refused('bundle', `of its ${count} QR codes these are missing: ${missing.join(', ')}`);
  }
  return unpacked(numbers.map((number) => found.get(number)).join(''), hash);
}

function unpacked(text: string, hash: string): string {
  try {
    const packed = base32nopad.decode(text);
    if (shortHash(packed) !== hash) {
      throw new RangeError('hash');
    }
    const inflated = inflateRawSync(packed, { maxOutputLength: MAX_IMPORT_BYTES }).toString('utf8');
    const [header, content, signature] = z.tuple([z.string(), z.string(), z.string()]).parse(parseJson(inflated));
    return JSON.stringify({ protected: header, payload: Buffer.from(content).toString('base64url'), signature });
  } catch {
    throw refused('bundle', 'its QR codes were not read exactly');
  }
}

const shortHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
