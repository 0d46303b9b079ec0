// ECDH-ES with a wrapped content key (RFC 7518 §4.6): agreed with node:crypto and wrapped by noble, because Electron's Web
// Crypto, which jose uses, has no AES-KW. Checked against jose, which opens what is written here.
import {
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { aeskw } from '@noble/ciphers/aes.js';
import type { JWK } from 'jose';
import { JWE_WRAPPED } from '../../../../shared/domain/exports/protections.ts';
import { erasing } from '../../../ports/secret.ts';
import { sealContent } from './seal-content.ts';

export const isWrapped = (alg: string): alg is keyof typeof JWE_WRAPPED => Object.hasOwn(JWE_WRAPPED, alg);

export function writeWrappedJwe(
  plain: Uint8Array,
  recipient: JWK,
  header: { alg: keyof typeof JWE_WRAPPED } & Record<string, string>,
): string {
  const theirs = createPublicKey({ key: { ...recipient }, format: 'jwk' });
  const ours = ephemeralFor(theirs);
  const { kty, crv, x, y } = ours.publicKey.export({ format: 'jwk' });
  const members = { ...header, epk: y === undefined ? { kty, crv, x } : { kty, crv, x, y } };
  using shared = erasing(diffieHellman({ privateKey: ours.privateKey, publicKey: theirs }));
  using kek = erasing(concatKdf(shared, header.alg, JWE_WRAPPED[header.alg]));
  using contentKey = erasing(randomBytes(32));
  return sealContent(members, { contentKey, encryptedKey: aeskw(kek).encrypt(contentKey) }, plain);
}

function ephemeralFor(theirs: KeyObject): { publicKey: KeyObject; privateKey: KeyObject } {
  const namedCurve = theirs.asymmetricKeyDetails?.namedCurve;
  return namedCurve === undefined ? generateKeyPairSync('x25519') : generateKeyPairSync('ec', { namedCurve });
}

/** RFC 7518 §4.6.2 and SP 800-56A §5.8.1: one round of SHA-256 is as long as the longest key. */
function concatKdf(shared: Uint8Array, alg: string, octets: number): Buffer {
  const other = [lengthPrefixed(Buffer.from(alg)), uint32(0), uint32(0), uint32(8 * octets)];
  const digest = createHash('sha256').update(uint32(1)).update(shared).update(Buffer.concat(other)).digest();
  return digest.subarray(0, octets);
}

const lengthPrefixed = (octets: Buffer): Buffer => Buffer.concat([uint32(octets.length), octets]);

function uint32(number: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(number);
  return octets;
}
