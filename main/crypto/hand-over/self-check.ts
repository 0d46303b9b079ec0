// Reads a protected file back before it leaves: with our importer, which was written apart from the writers and opens
// what others write too, and the compatible PKCS#12 also with node-forge, whose derivation is its own.
import forge from 'node-forge';
import { CustodianError } from '../../../shared/errors.ts';
import { derSequence } from '../der.ts';
import { overwrite } from '../containers/found-key.ts';
import { openFile } from '../containers/open-file.ts';
import { keyShape } from '../key-shape.ts';
import { openShape } from '../open-shape.ts';
import { createWorkBudget } from '../protection/work-budget.ts';

interface Expected {
  /** DER, in the one normal form. */
  spki: Uint8Array;
  /** DER; `null` when the format has no place for it. */
  certificate: Uint8Array | null;
}

/** Throws INTERNAL when the file does not give this key, and the certificate, back. */
export async function requireReadable(file: Uint8Array, passphrase: Uint8Array, expected: Expected): Promise<void> {
  const opened = await openFile(Uint8Array.from(file), { passphrase, budget: createWorkBudget() });
  try {
    const [only, ...more] = opened.keys;
    const isKey =
      only?.shape.form === 'private' && more.length === 0 && openShape(only.shape).spki.equals(expected.spki);
    const { certificate } = expected;
    const hasCertificate =
      certificate === null || opened.certificates.some(({ der }) => Buffer.compare(der, certificate) === 0);
    require(isKey && hasCertificate, 'its reader found something else');
  } finally {
    overwrite(opened);
  }
}

/** forge verifies the MAC and decrypts; keys that it does not know stay as they were in their bag. */
export function requireReadableByForge(file: Uint8Array, passphrase: Uint8Array, { spki }: Expected): void {
  const parsed = forge.pkcs12.pkcs12FromAsn1(
    forge.asn1.fromDer(Buffer.from(file).toString('latin1')),
    Buffer.from(passphrase).toString('utf8'),
  );
  const [bag] = parsed.getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '' })[
    forge.pki.oids['pkcs8ShroudedKeyBag'] ?? ''
  ] ?? [undefined];
  const asn1 = bag?.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag?.asn1;
  require(asn1 !== undefined, 'no key for a second reader');
  const shape = keyShape(Buffer.from(forge.asn1.toDer(asn1 ?? forge.asn1.fromDer('')).getBytes(), 'latin1'));
  require(shape.form === 'private' && openShape(shape).spki.equals(spki), 'its second reader found something else');
}

/** A file for another cannot be opened here: its parts must be there, and the key must not. */
export function requireSealed(file: Uint8Array, plain: Uint8Array): void {
  const inside = Buffer.from(plain);
  const leaks = Buffer.from(file).includes(inside.subarray(0, Math.min(64, inside.length)));
  require(file.length > plain.length && !leaks && derSequence(file) === null, 'it is not sealed');
}

function require(condition: boolean, problem: string): void {
  if (!condition) {
    throw new CustodianError('INTERNAL', { reference: `hand-over: ${problem}` });
  }
}
