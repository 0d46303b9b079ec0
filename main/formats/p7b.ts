// PKCS#7 with certificates and nothing else ("degenerate" SignedData, RFC 2315 §9.1), DER. The certificates go in byte
// for byte, so any key algorithm works; the result equals `openssl crl2pkcs7 -nocrl -outform DER`.
import forge from 'node-forge';
import { type KeyFormat, sameBytes } from './format.ts';

/** Builds SignedData around DER certificates, in the order given: DER would have the SET sorted, but openssl does not sort it. */
export function degenerateSignedData(certificates: readonly Uint8Array[]): Buffer {
  const version = Buffer.from('020101', 'hex');
  const empty = Buffer.from('3100', 'hex'); // SET of digest algorithms; SET of signers
  const idData = Buffer.from('06092a864886f70d010701', 'hex');
  const idSignedData = Buffer.from('06092a864886f70d010702', 'hex');
  const set = element(0xa0, ...certificates);
  const signedData = element(0x30, version, empty, element(0x30, idData), set, empty);
  return element(0x30, idSignedData, element(0xa0, signedData));
}

function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const hex = body.length.toString(16);
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const length = body.length < 0x80 ? octets : Buffer.concat([Buffer.of(0x80 | octets.length), octets]);
  return Buffer.concat([Buffer.of(tag), length, body]);
}

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
  encode: ({ certificate }) => degenerateSignedData([certificate]),
  holds: (file, { certificate }) => holdsSignedData(file, [certificate]),
};
