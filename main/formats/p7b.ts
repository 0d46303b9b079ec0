// PKCS#7 with certificates and nothing else ("degenerate" SignedData, RFC 2315 §9.1), DER. The certificates go in byte
// for byte, so any key algorithm works; the result equals `openssl crl2pkcs7 -nocrl -outform DER`.
import forge from 'node-forge';
import { degenerateSignedData } from '../encoding/pkcs7.ts';
import { type KeyFormat, sameBytes } from './format.ts';

/** Finds the certificates, and no others, with node-forge's strict ASN.1 reader, which knows nothing of how the file was made. */
export function holdsSignedData(file: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const contentInfo = forge.asn1.fromDer(Buffer.from(file).toString('latin1'));
  const signedData = children(children(contentInfo)[1])[0];
  const found = children(children(signedData)[3]).map((node) =>
    Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1'),
  );
  return (
    found.length === certificates.length &&
    certificates.every((certificate) => found.some((candidate) => sameBytes(candidate, certificate)))
  );
}

function children(node: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  return Array.isArray(node?.value) ? node.value : [];
}

export const p7b: KeyFormat = {
  text: false,
  encode: ({ certificate, chain }) => degenerateSignedData([certificate, ...chain]),
  holds: (file, { certificate, chain }) => holdsSignedData(file, [certificate, ...chain]),
};
