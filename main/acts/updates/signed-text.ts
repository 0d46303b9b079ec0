// A text that is signed with Ed25519 (RFC 8032) in the form of OpenBSD's signify with the text inside (`signify -S -e`): a comment
// that counts for nothing, one line with the signature, and the text as it was signed, to the last octet.
import { createPublicKey, verify } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import type { UpdateProblem } from '../../../shared/problems/update.ts';

const COMMENT = Buffer.from('untrusted comment: ');
/** signify writes no longer one. */
const MAX_COMMENT_BYTES = 1024;
const LINE_END = 10;

/** The letters `Ed`. */
const ED25519 = Buffer.from('4564', 'hex');

/** Algorithm and number of the key, in a key and in a signature. The number only says which key is meant. */
const NAME_BYTES = 10;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * SECURITY: nothing of the text is looked at before its signature holds, by one of the keys that this program was built with.
 * Throws UPDATE_NO_KEY and UPDATE_REFUSED.
 */
export function signedText(signed: Uint8Array, keys: readonly string[]): Uint8Array {
  if (keys.length === 0) {
    throw new CustodianError('UPDATE_NO_KEY', {});
  }
  const { signature, text } = partsOf(Buffer.from(signed));
  const name = signature.subarray(0, NAME_BYTES);
  const key = keys.map((each) => exactly(each, NAME_BYTES + KEY_BYTES)).find((each) => each?.indexOf(name) === 0);
  if (key === undefined || key === null) {
    throw refused({ code: 'other-key' });
  }
  const spki = Buffer.concat([SPKI, key.subarray(NAME_BYTES)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  if (!verify(null, text, publicKey, signature.subarray(NAME_BYTES))) {
    throw refused({ code: 'signature-wrong' });
  }
  return text;
}

export const refused = (problem: UpdateProblem): CustodianError<'UPDATE_REFUSED'> =>
  new CustodianError('UPDATE_REFUSED', { problem });

function partsOf(signed: Buffer): { signature: Buffer; text: Buffer } {
  const commentEnd = signed.subarray(0, MAX_COMMENT_BYTES).indexOf(LINE_END);
  const signatureEnd = signed.indexOf(LINE_END, commentEnd + 1);
  const line = signed.subarray(commentEnd + 1, signatureEnd).toString('latin1');
  const signature = signed.indexOf(COMMENT) === 0 ? exactly(line, NAME_BYTES + SIGNATURE_BYTES) : null;
  if (commentEnd < 0 || signatureEnd < 0 || signature === null) {
    throw refused({ code: 'not-signed' });
  }
  return { signature, text: signed.subarray(signatureEnd + 1) };
}

/** Of Ed25519, and in its one spelling; `null` for anything else. */
function exactly(base64: string, length: number): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  const fits = bytes.length === length && bytes.toString('base64') === base64 && bytes.indexOf(ED25519) === 0;
  return fits ? bytes : null;
}
