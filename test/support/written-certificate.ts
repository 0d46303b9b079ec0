// Certificates written part by part, for tests of what is read in them: nobody signed them.
import { encodeDer, encodeOid } from '../../main/encoding/der.ts';
import { TAG } from '../../shared/encoding/der.ts';

const SHA256_RSA = '1.2.840.113549.1.1.11';
export const sequence = (...parts: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...parts);
export const integer = (value: number): Buffer => encodeDer(TAG.integer, Buffer.of(value));
const name = (text: string): Buffer =>
  sequence(encodeDer(TAG.set, sequence(encodeOid('2.5.4.3'), encodeDer(0x0c, Buffer.from(text)))));
export const utc = (text: string): Buffer => encodeDer(0x17, Buffer.from(text));
export const general = (text: string): Buffer => encodeDer(0x18, Buffer.from(text));
export const bits = (...octets: number[]): Buffer => encodeDer(TAG.bitString, Buffer.from(octets));
export interface CertificateParts {
  from?: Buffer;
  until?: Buffer;
  signedWith?: string;
  issuer?: string;
  extensions?: Buffer[];
  /** Certificates of version 1 do not say so. */
  version?: Buffer[];
}

export function writtenCertificate({
  from = utc('260101000000Z'),
  until = utc('360101000000Z'),
  signedWith = SHA256_RSA,
  issuer = 'authority',
  extensions = [],
  version = [encodeDer(TAG.context0, integer(2))],
}: CertificateParts = {}): Buffer {
  const algorithm = sequence(encodeOid(signedWith));
  const parts = [integer(9), algorithm, name(issuer), sequence(from, until), name('acme'), sequence()];
  const tbs = sequence(...version, ...parts, encodeDer(0xa3, sequence(...extensions)));
  return sequence(tbs, algorithm, bits(0, 1));
}
