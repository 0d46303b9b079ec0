// Whether a key of a set is the material of one of ours, however it is spelt: with leading zeros, padding, in the other
// alphabet of Base64, or as a certificate alone. Numbers are compared, not their texts.
import { X509Certificate } from 'node:crypto';
import type { PublicJwk } from '../../shared/model/key.ts';

type Jwk = Readonly<Record<string, unknown>>;

export function isSameMaterial(ours: PublicJwk, found: Jwk): boolean {
  // The kind is not asked: a modulus is no coordinate, and both are too long to meet by chance.
  const named = ours.kty === 'RSA' ? found['n'] : found['x'];
  if (named === undefined) {
    // A key without numbers of its own is the key of its certificate.
    return certificateHolds({ ...ours }, found['x5c']);
  }
  return ours.kty === 'RSA'
    ? sameNumber(named, ours.n) && sameNumber(found['e'], ours.e)
    : // A point and its negative have one x and one private half.
      sameNumber(named, ours.x);
}

const sameNumber = (a: unknown, b: string): boolean => {
  const left = numberIn(a);
  return left !== null && left.equals(numberIn(b) ?? Buffer.alloc(0));
};

/** Node reads both alphabets of Base64, with padding and without. Big-endian without leading zeros; `null` for no text. */
function numberIn(text: unknown): Buffer | null {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? null : bytes.subarray(first);
}

/** The number by which a key is found in its certificate; `null` where it has none. */
export const numbersOf = (key: Jwk): Buffer | null => numberIn(key['kty'] === 'RSA' ? key['n'] : key['x']);

/** Whether the first certificate is of this key. */
export function certificateHolds(key: Jwk, x5c: unknown): boolean {
  const first: unknown = Array.isArray(x5c) ? x5c[0] : x5c;
  const number = numbersOf(key);
  if (typeof first !== 'string' || number === null) {
    return false;
  }
  try {
    const { publicKey } = new X509Certificate(Buffer.from(first, 'base64'));
    const { publicExponent } = publicKey.asymmetricKeyDetails ?? {};
    const exponent = key['kty'] === 'RSA' ? numberIn(key['e'])?.toString('hex') : undefined;
    return (
      publicKey.export({ format: 'der', type: 'spki' }).includes(number) &&
      BigInt(`0x${exponent ?? '0'}`) === (publicExponent ?? 0n)
    );
  } catch {
    return false;
  }
}
