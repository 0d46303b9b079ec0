// Rings, files and flawed numbers for the tests of the crypto room. Everything here was made for these tests.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { ReadOptions } from '../../../main/ports/reading.ts';
import { readPrivateKey } from '../../../main/reading/read-private-key.ts';
import type { RsaNumbers } from '../../../main/reading/rsa-strength.ts';
import { CustodianError, type WireError, toWireError } from '../../../shared/errors.ts';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { ringOf } from '../../support/rings.ts';

/** One RSA key for the whole run of a test file: making them is slow. */
export const rsaKey: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
export const ecKey: KeyObject = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

export const pkcs8Der = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });
export const pkcs8Pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

export const spkiDer = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' });
export const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Nothing but the file itself. */
export const PLAIN: ReadOptions = { passphrase: null, entry: null, allowSmallExponent: false };

/** How a ring refuses a file, `null` when it reads it. Exceptions that are not coded pass through. */
export async function refusal(
  file: Uint8Array,
  alg: SigningAlgorithm,
  options: Partial<ReadOptions> = {},
): Promise<WireError | null> {
  try {
    await readPrivateKey(file, ringOf(alg), { ...PLAIN, ...options });
    return null;
  } catch (error) {
    if (error instanceof CustodianError) {
      return toWireError(error);
    }
    throw error;
  }
}

const number = (base64url: string | undefined): bigint =>
  BigInt(`0x${Buffer.from(base64url ?? '', 'base64url').toString('hex')}`);

export function rsaNumbers(key: KeyObject): RsaNumbers {
  const { n, e, d, p, q, dp, dq, qi } = key.export({ format: 'jwk' });
  return {
    n: number(n),
    e: number(e),
    d: number(d),
    p: number(p),
    q: number(q),
    dp: number(dp),
    dq: number(dq),
    qi: number(qi),
  };
}

const unpadded = (value: bigint): string => {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
};

export function rsaPem(numbers: RsaNumbers): Buffer {
  const members = Object.entries(numbers).map(([name, value]: [string, bigint]) => [name, unpadded(value)] as const);
  const key: Record<string, string> = { kty: 'RSA', ...Object.fromEntries(members) };
  return Buffer.from(pkcs8Pem(createPrivateKey({ key, format: 'jwk' })));
}

/** Two 1024-bit primes that differ by 1698. */
const CLOSE = BigInt(
  '0xff9a537cf721bb653c1e89412ee6d8a787d65438a9c42e062c465477c75ef1491f4cbc3d39e2ef3bdc9cbd8d71fd6cb5358b4a66ace03e219d8c6fa09ef1dfc0ddaecc90784a5e3c4e10cf8fe9f2fa6cfd28fd6daffced8449fd034a2b98bb3cc953797b54cbd5cd5f66ed61e2f3cdd6eec0bb45f74d2af8e5e4583d8d5699ff',
);
export const CLOSE_PRIMES = [CLOSE, CLOSE + 1698n] as const;

/** Two 1024-bit primes of the form k·M + (65537^a mod M), M the product of the first 126 primes. */
export const ROCA_PRIMES = [
  BigInt(
    '0xc3f5c5d0eb876b54eb8358263a5117434181018f7630646f33d4779ada3b2c036077c61d03326ab28c7d01a262263bd78e3fd6b1244db90d385238b2dc9258bdeb438e873dcbaf3c5c724e44f445ac87be28ceb3a02623996bba803a5087a8ac95d803a15d5bfbfcaf33891acf5461817a3421ff821305f42e5c607278dea38d',
  ),
  BigInt(
    '0xc479149835b3fe21dc6e37b6ba46ea0de8581f99eeac40a5992ffa4c16ba162de7bf20a388b0a96d88a680ec9a597a4f9a28c5faa2742ab7d8fde08f46817a3d67bde16413e7dd724b72d76ff80174dc22c8e3969a9aac29296d4dd6a57daecd22ba0ae2747dd6d3965e30c6c7e3949fad521181f80225a7f1febf0d907da591',
  ),
] as const;
