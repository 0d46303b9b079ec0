// Makes a new key pair on the thread pool of node:crypto, so that the window never waits for primes.
// RSA keys are plain rsaEncryption for PS algorithms too: one public key form that every verifier reads.
import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto';
import { promisify } from 'node:util';
import { CustodianError } from '../../shared/errors.ts';
import { RSA_BITS, type RsaBits, type SigningAlgorithm } from '../../shared/domain/limits.ts';
import type { KeyMaterial } from '../ports/key-material.ts';
import { ALGORITHMS, type KeyKind } from './algorithms.ts';
import { jwkThumbprint } from './public-jwk.ts';

const generatePair = promisify(generateKeyPair);

/** `bits` is for RSA algorithms only; others have one size each. */
export async function generateKey(alg: SigningAlgorithm, bits: RsaBits | null): Promise<KeyMaterial> {
  const { privateKey, publicKey } = await makePair(ALGORITHMS[alg].kind, bits);
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const thumbprint = await jwkThumbprint(spki);
  return { pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }), spki, thumbprint };
}

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
