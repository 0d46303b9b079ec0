// What each of our JWS algorithms means to the crypto libraries: the kind of key, and the Web Crypto parameters with
// which that key signs tokens and its own certificate. One closed table, so that nothing is derived from a file.
import type { SigningAlgorithm } from '../../shared/domain/limits.ts';

export type EcCurve = 'P-256' | 'P-384' | 'P-521';

/** The kinds of key material that a ring can hold. */
export type KeyKind = 'RSA' | EcCurve | 'Ed25519';

type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

interface WebParameters {
  name: string;
  hash?: HashName;
  namedCurve?: EcCurve;
}

interface AlgorithmFacts {
  kind: KeyKind;
  /** For tokens (RFC 7518 §3, RFC 8037). */
  token: WebParameters;
  /**
   * For the self-signed certificate. PS rings use PKCS#1 v1.5 here: the signature only wraps the public key, and
   * sha*WithRSAEncryption is read by every verifier, while RSASSA-PSS certificates are refused by many.
   */
  certificate: WebParameters;
}

const rsa = (scheme: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS', hash: HashName): AlgorithmFacts => ({
  kind: 'RSA',
  token: { name: scheme, hash },
  certificate: { name: 'RSASSA-PKCS1-v1_5', hash },
});

const ec = (namedCurve: EcCurve, hash: HashName): AlgorithmFacts => ({
  kind: namedCurve,
  token: { name: 'ECDSA', namedCurve },
  certificate: { name: 'ECDSA', namedCurve, hash },
});

export const ALGORITHMS = {
  RS256: rsa('RSASSA-PKCS1-v1_5', 'SHA-256'),
  RS384: rsa('RSASSA-PKCS1-v1_5', 'SHA-384'),
  RS512: rsa('RSASSA-PKCS1-v1_5', 'SHA-512'),
  PS256: rsa('RSA-PSS', 'SHA-256'),
  PS384: rsa('RSA-PSS', 'SHA-384'),
  PS512: rsa('RSA-PSS', 'SHA-512'),
  ES256: ec('P-256', 'SHA-256'),
  ES384: ec('P-384', 'SHA-384'),
  ES512: ec('P-521', 'SHA-512'),
  Ed25519: { kind: 'Ed25519', token: { name: 'Ed25519' }, certificate: { name: 'Ed25519' } },
} as const satisfies Record<SigningAlgorithm, AlgorithmFacts>;
