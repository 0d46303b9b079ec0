// Reads a protected file back before it leaves: with our importer, which was written apart from the writers and opens
// what others write too. second-reader.ts has another opinion.
import { CustodianError } from '../../../../shared/errors.ts';
import { certificatesIn, keysIn } from '../../../reading/contents.ts';
import { openShape } from '../../../reading/open-shape.ts';
import { readContents } from '../../../reading/read-contents.ts';

export interface Expected {
  /** DER, in the one normal form. */
  spki: Uint8Array;
  /** DER; `null` when the format has no place for it. */
  certificate: Uint8Array | null;
}

/** Throws INTERNAL when the file does not give this key, and the certificate, back. */
export async function requireReadable(file: Uint8Array, passphrase: Uint8Array, expected: Expected): Promise<void> {
  using opened = await readContents(Uint8Array.from(file), { passphrase, allowLongWork: false });
  const [only, ...more] = keysIn(opened);
  const isKey = only?.shape.form === 'private' && more.length === 0 && openShape(only.shape).spki.equals(expected.spki);
  const { certificate } = expected;
  const hasCertificate =
    certificate === null || certificatesIn(opened).some(({ der }) => Buffer.compare(der, certificate) === 0);
  require(isKey && hasCertificate, 'its reader found something else');
}

/** A file for another cannot be opened here: it must be longer than what is in it, and show nothing of that. */
export function requireSealed(file: Uint8Array, plain: Uint8Array): void {
  const beginning = Buffer.from(plain.subarray(0, 64));
  require(file.length > plain.length && !Buffer.from(file).includes(beginning), 'it is not sealed');
}

export function require(condition: boolean, problem: string): void {
  if (!condition) {
    throw new CustodianError('INTERNAL', { reference: `hand-over: ${problem}` });
  }
}
