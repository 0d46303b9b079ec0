// What each of our JWS algorithms means to Web Crypto: the parameters with which a key signs tokens and its own certificate.
import { ALGORITHMS, type EcCurve, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';

interface WebParameters {
  name: string;
  hash?: string;
  namedCurve?: EcCurve;
}

const NAMES = { pkcs1: 'RSASSA-PKCS1-v1_5', pss: 'RSA-PSS' };

/** For tokens (RFC 7518 §3, RFC 8037): the hash of a curve goes with the signature, not with the key. */
export function tokenParameters(alg: SigningAlgorithm): WebParameters {
  const traits = ALGORITHMS[alg];
  switch (traits.kty) {
    case 'RSA':
      return { name: NAMES[traits.padding], hash: traits.hash };
    case 'EC':
      return { name: 'ECDSA', namedCurve: traits.kind };
    case 'OKP':
      return { name: traits.kind };
  }
}

/**
 * For the self-signed certificate. PS rings use PKCS#1 v1.5 here: the signature only wraps the public key, and
 * sha*WithRSAEncryption is read by every verifier, while RSASSA-PSS certificates are refused by many.
 */
export function certificateParameters(alg: SigningAlgorithm): WebParameters {
  const traits = ALGORITHMS[alg];
  switch (traits.kty) {
    case 'RSA':
      return { name: NAMES.pkcs1, hash: traits.hash };
    case 'EC':
      return { name: 'ECDSA', namedCurve: traits.kind, hash: traits.hash };
    case 'OKP':
      return { name: traits.kind };
  }
}
