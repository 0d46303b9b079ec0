// PKCS#7 with certificates and nothing else ("degenerate" SignedData, RFC 2315 §9.1), DER. The certificates go in byte
// for byte, so any key algorithm works; the result equals `openssl crl2pkcs7 -nocrl -outform DER`.
import { derChildren, derSequence, TAG } from '../../shared/encoding/der.ts';
import { derBytes } from '../encoding/der.ts';
import { degenerateSignedData } from '../encoding/pkcs7.ts';
import { type KeyFormat, sameBytes } from './format.ts';

/** Finds the certificates, and no others, by the structure of the file alone. */
export function holdsSignedData(file: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const [, content] = derSequence(file) ?? [];
  const [signedData] = derChildren(content, TAG.context0);
  const [, , , found] = derChildren(signedData);
  const held = derChildren(found, TAG.context0).map(derBytes);
  return (
    held.length === certificates.length &&
    certificates.every((certificate) => held.some((candidate) => sameBytes(candidate, certificate)))
  );
}

export const p7b: KeyFormat = {
  text: false,
  encode: ({ certificate, chain }) => degenerateSignedData([certificate, ...chain]),
  holds: (file, { certificate, chain }) => holdsSignedData(file, [certificate, ...chain]),
};
