// The forms in which a passphrase enters a key derivation. Programs and systems do not agree on how letters beyond ASCII
// become octets, so the few forms in use are tried one after the other, and it is said which one it was.
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_PASSPHRASE_BYTES } from '../../../shared/domain/limits.ts';
import type { PassphraseForm } from '../../../shared/domain/reading/notes.ts';

/** Throws INPUT_INVALID: both crypto libraries stop at this length, each in its own way. */
export function requirePassphraseLength(passphrase: Uint8Array | null): void {
  if (passphrase !== null && passphrase.length > MAX_PASSPHRASE_BYTES) {
    const problem = { code: 'too-many-bytes', most: MAX_PASSPHRASE_BYTES } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem });
  }
}

export interface PassphraseTry {
  form: PassphraseForm;
  /** The caller overwrites them. */
  octets: Buffer;
}

/**
 * What the officer gave as it is, and then as other systems would have had it: without the mark that editors put in front,
 * out of UTF-16, in Latin-1, with letters and their accents apart or together. One try alone for plain ASCII.
 */
export function passphraseTries(given: Uint8Array | null): PassphraseTry[] {
  if (given === null) {
    return [{ form: 'empty', octets: Buffer.alloc(0) }];
  }
  const tries: PassphraseTry[] = [];
  const add = (form: PassphraseForm, octets: Buffer): void => {
    if (octets.length > MAX_PASSPHRASE_BYTES || tries.some((each) => each.octets.equals(octets))) {
      octets.fill(0);
    } else {
      tries.push({ form, octets });
    }
  };
  add('as-given', Buffer.from(given));
  const wide = utf16Text(given);
  const text = wide ?? utf8Text(given);
  if (wide !== null) {
    add('utf-16', Buffer.from(wide));
  }
  if (text === null) {
    // Not UTF-8, so Latin-1 as it was typed: for files that want UTF-8.
    add('latin-1', Buffer.from(Buffer.from(given).toString('latin1')));
    return tries;
  }
  const bare = text.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
  add('without-mark', Buffer.from(bare));
  add('composed', Buffer.from(bare.normalize('NFC')));
  add('decomposed', Buffer.from(bare.normalize('NFD')));
  const composed = bare.normalize('NFC');
  if (/^[\0-\xFF]*$/.test(composed)) {
    add('latin-1', Buffer.from(composed, 'latin1'));
  }
  return tries;
}

/** Text in UTF-16, with its mark or told by its zeros; `null` for anything else. */
function utf16Text(octets: Uint8Array): string | null {
  const [first, second] = octets;
  const isEven = octets.length >= 2 && octets.length % 2 === 0;
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  return isEven && (isBig || isLittle)
    ? new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(octets).replace(/[\r\n]+$/, '')
    : null;
}

/**
 * BMPString forms (RFC 7292 appendix B.1) in the order of their likelihood: the text in UTF-16; each byte of the UTF-8
 * form as one letter, as OpenSSL wrote before 1.1; for the empty passphrase also no octets at all. The caller
 * overwrites them.
 */
export function utf16Passphrases(passphrase: Uint8Array): Buffer[] {
  const letters = Buffer.from(passphrase).toString('latin1');
  const text = utf8Text(passphrase) ?? letters;
  if (text === '') {
    return [Buffer.alloc(2), Buffer.alloc(0)];
  }
  return [...new Set([text, letters])].map((form) => Buffer.from(`${form}\0`, 'utf16le').swap16());
}

/** The same as Java has them, without a terminator. The caller overwrites them. */
export const javaPassphrases = (passphrase: Uint8Array): Buffer[] => {
  const letters = Buffer.from(passphrase).toString('latin1');
  const text = utf8Text(passphrase) ?? letters;
  return [...new Set([text, letters])].map((form) => Buffer.from(form, 'utf16le').swap16());
};

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
