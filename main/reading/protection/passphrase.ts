// The forms in which a passphrase enters a key derivation. We get it as UTF-8; PKCS#12 wants UTF-16, and programs do not
// agree on what that means for letters beyond ASCII, so the few forms in use are tried one after the other.
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_PASSPHRASE_BYTES } from '../../../shared/domain/limits.ts';

/** Throws INPUT_INVALID: both crypto libraries stop at this length, each in its own way. */
export function requirePassphraseLength(passphrase: Uint8Array | null): void {
  if (passphrase !== null && passphrase.length > MAX_PASSPHRASE_BYTES) {
    const problem = `must be at most ${MAX_PASSPHRASE_BYTES} bytes`;
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem });
  }
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

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
