// Reads a protected file back before it leaves: with our importer, which was written apart from the writers and opens
// what others write too, and the compatible PKCS#12 also with node-forge, whose derivation is its own.
import forge from 'node-forge';
import { CustodianError } from '../../../../shared/errors.ts';
import { certificatesIn, keysIn } from '../../../reading/contents.ts';
import { keyShape } from '../../../reading/key-shape.ts';
import { openShape } from '../../../reading/open-shape.ts';
import { readContents } from '../../../reading/read-contents.ts';
import { erasing } from '../../../ports/secret.ts';

interface Expected {
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

const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';

/** forge verifies the MAC and decrypts. RSA keys come back as objects, others as the structure in their bag. */
export function requireReadableByForge(file: Uint8Array, passphrase: Uint8Array, { spki }: Expected): void {
  const structure = forge.asn1.fromDer(Buffer.from(file).toString('latin1'));
  const opened = forge.pkcs12.pkcs12FromAsn1(structure, Buffer.from(passphrase).toString('utf8'));
  const [bag] = opened.getBags({ bagType: SHROUDED_KEY_BAG })[SHROUDED_KEY_BAG] ?? [];
  const pkcs8 = bag?.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag?.asn1;
  using der = erasing(pkcs8 === undefined ? Buffer.of() : Buffer.from(forge.asn1.toDer(pkcs8).getBytes(), 'latin1'));
  const shape = keyShape(der);
  require(shape.form === 'private' && openShape(shape).spki.equals(spki), 'its second reader found something else');
}

/** A file for another cannot be opened here: it must be longer than what is in it, and show nothing of that. */
export function requireSealed(file: Uint8Array, plain: Uint8Array): void {
  const beginning = Buffer.from(plain.subarray(0, 64));
  require(file.length > plain.length && !Buffer.from(file).includes(beginning), 'it is not sealed');
}

function require(condition: boolean, problem: string): void {
  if (!condition) {
    throw new CustodianError('INTERNAL', { reference: `hand-over: ${problem}` });
  }
}
