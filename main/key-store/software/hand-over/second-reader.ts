// Reads the compatible PKCS#12 back once more, with a library that has derivation, ciphers and ASN.1 of its own and nothing in
// common with what wrote the file. It is large, and loaded for this alone.
import { erasing } from '../../../ports/secret.ts';
import { keyShape } from '../../../reading/key-shape.ts';
import { openShape } from '../../../reading/open-shape.ts';
import { type Expected, require } from './self-check.ts';

const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';

/** forge verifies the MAC and decrypts. RSA keys come back as objects, others as the structure in their bag. */
export async function requireReadableByForge(
  file: Uint8Array,
  passphrase: Uint8Array,
  { spki }: Expected,
): Promise<void> {
  const { default: forge } = await import('node-forge');
  const structure = forge.asn1.fromDer(Buffer.from(file).toString('latin1'));
  const opened = forge.pkcs12.pkcs12FromAsn1(structure, Buffer.from(passphrase).toString('utf8'));
  const [bag] = opened.getBags({ bagType: SHROUDED_KEY_BAG })[SHROUDED_KEY_BAG] ?? [];
  const pkcs8 = bag?.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag?.asn1;
  using der = erasing(pkcs8 === undefined ? Buffer.of() : Buffer.from(forge.asn1.toDer(pkcs8).getBytes(), 'latin1'));
  const shape = keyShape(der);
  require(shape.form === 'private' && openShape(shape).spki.equals(spki), 'its second reader found something else');
}
