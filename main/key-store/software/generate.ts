// Makes a new key pair on the thread pool of node:crypto, so that the window never waits for primes.
// RSA keys are plain rsaEncryption for PS algorithms too: one public key form that every verifier reads.
import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto';
import { promisify } from 'node:util';
import { CustodianError } from '../../../shared/errors.ts';
import {
  ALGORITHMS,
  type KeyKind,
  RSA_BITS,
  type RsaBits,
  type SigningAlgorithm,
} from '../../../shared/domain/algorithms.ts';

const generatePair = promisify(generateKeyPair);

/** `pkcs8` and `spki` (SubjectPublicKeyInfo) are DER; whoever asked overwrites the former. */
export type GenerateKey = (
  alg: SigningAlgorithm,
  bits: RsaBits | null,
) => Promise<{ pkcs8: Uint8Array; spki: Uint8Array }>;

/** `bits` is for RSA algorithms only; others have one size each. */
export const generateKey: GenerateKey = async (alg, bits) => {
  const { privateKey, publicKey } = await makePair(ALGORITHMS[alg].kind, bits);
  return {
    pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }),
    spki: publicKey.export({ format: 'der', type: 'spki' }),
  };
};

async function makePair(kind: KeyKind, bits: RsaBits | null): Promise<KeyPairKeyObjectResult> {
  if (kind === 'Ed25519') {
    return generatePair('ed25519');
  }
  if (kind !== 'RSA') {
    return generatePair('ec', { namedCurve: kind });
  }
  if (bits === null || !RSA_BITS.includes(bits)) {
    throw new CustodianError('INPUT_INVALID', {
      field: 'bits',
      problem: { code: 'one-of', values: RSA_BITS.map(String) },
    });
  }
  return generatePair('rsa', { modulusLength: bits, publicExponent: 65537 });
}
