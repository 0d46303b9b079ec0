// A share as people keep it: 44 octets, written as 32 words or as a code for a QR picture. Both hold the same, with a checksum
// that tells a slip of the pen from a share.
//
//   0      version
//   1…4    set: the beginning of the SHA-256 of the recipient to whom the backup is sealed
//   5      threshold - 1 and count - 1, four bits each
//   6      number, 1 for the first
//   7…39   the share: 32 octets, and where on the curve it is
//   40…43  the beginning of the SHA-256 of the above
import { createHash } from 'node:crypto';
import { base32nopad } from '@scure/base';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { ShareFacts } from '../../shared/domain/backup/shares.ts';
import type { ShareFlaw } from '../../shared/problems/shares.ts';
import { CustodianError } from '../../shared/errors.ts';

const VERSION = 1;
const SHARE_BYTES = 33;
const CHECK_BYTES = 4;
const LENGTH = 7 + SHARE_BYTES + CHECK_BYTES;
const WORDS = 32;
const PREFIX = 'KCS1-';
const CODE = /\bKCS1-([A-Z2-7]{71})\b/i;
/** By so many letters each word of the list differs from every other. */
const ENOUGH_LETTERS = 4;

/** 32 words of 11 bits are 44 octets, to the bit. */
const BITS = 11n;
const byBeginning = new Map(wordlist.map((word, index) => [word.slice(0, ENOUGH_LETTERS), index]));

/** Of a share of `SHARE_BYTES`, which stays the caller's. */
export function shareOctets({ set, number, threshold, count }: ShareFacts, share: Uint8Array): Uint8Array {
  const octets = new Uint8Array(LENGTH);
  octets[0] = VERSION;
  octets.set(Buffer.from(set, 'hex'), 1);
  octets[5] = ((threshold - 1) << 4) | (count - 1);
  octets[6] = number;
  octets.set(share, 7);
  octets.set(checkOf(octets), LENGTH - CHECK_BYTES);
  return octets;
}

export function wordsOf(octets: Uint8Array): string[] {
  const value = BigInt(`0x${Buffer.from(octets).toString('hex')}`);
  return Array.from({ length: WORDS }, (_, place) => {
    const index = (value >> (BITS * BigInt(WORDS - 1 - place))) & (2n ** BITS - 1n);
    return wordlist[Number(index)] ?? '';
  });
}

export const codeOf = (octets: Uint8Array): string => `${PREFIX}${base32nopad.encode(octets)}`;

/** The code or the words in a text, e.g. a whole sheet. Throws SHARES_UNFIT. */
export function octetsIn(text: string): Uint8Array {
  const [, code] = CODE.exec(text) ?? [];
  const octets = code === undefined ? octetsOfWords(text) : octetsOfCode(code.toUpperCase());
  if (!Buffer.from(checkOf(octets)).equals(octets.subarray(LENGTH - CHECK_BYTES))) {
    octets.fill(0);
    throw unfit({ code: 'mistyped' });
  }
  if (octets[0] !== VERSION) {
    throw unfit({ code: 'newer' });
  }
  return octets;
}

/** What stands in the octets. The share is a copy that the caller overwrites. */
export function shareIn(octets: Uint8Array): { facts: ShareFacts; share: Uint8Array } {
  const [numbers = 0, number = 0] = octets.subarray(5, 7);
  const facts = {
    set: Buffer.from(octets.subarray(1, 5)).toString('hex'),
    number,
    threshold: (numbers >> 4) + 1,
    count: (numbers & 15) + 1,
  };
  return { facts, share: octets.slice(7, 7 + SHARE_BYTES) };
}

export const unfit = (problem: ShareFlaw, cause?: unknown): CustodianError<'SHARES_UNFIT'> =>
  new CustodianError('SHARES_UNFIT', { from: null, problem }, { cause });

function octetsOfWords(text: string): Uint8Array {
  // The numbers before the words, and whatever lies between, are no letters.
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.map((word) => byBeginning.get(word.slice(0, ENOUGH_LETTERS)));
  if (known.filter((index) => index !== undefined).length * 2 <= words.length) {
    throw unfit({ code: 'no-share' });
  }
  if (words.length !== WORDS) {
    throw unfit({ code: 'word-count', found: words.length, wanted: WORDS });
  }
  const value = known.reduce((all: bigint, index, place) => {
    if (index === undefined || !fits(words[place] ?? '', index)) {
      throw unfit({ code: 'word-unknown', place: place + 1 });
    }
    return (all << BITS) | BigInt(index);
  }, 0n);
  return new Uint8Array(Buffer.from(value.toString(16).padStart(LENGTH * 2, '0'), 'hex'));
}

/** Four letters are enough; more must be those of the word. */
const fits = (typed: string, index: number): boolean => wordlist[index]?.startsWith(typed) === true;

function octetsOfCode(code: string): Uint8Array {
  try {
    return base32nopad.decode(code);
  } catch (cause) {
    throw unfit({ code: 'mistyped' }, cause);
  }
}

const checkOf = (octets: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(octets.subarray(0, LENGTH - CHECK_BYTES))
    .digest()
    .subarray(0, CHECK_BYTES);
