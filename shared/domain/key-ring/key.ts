// One signing key, its public key and its life. Like everything in this folder it may cross every border, so no member
// can hold private material: a public JWK has no `d`, and key bytes appear only as certificates. Absent values are
// `null`, never missing.
import type { KeyState } from '../limits.ts';
import type { EcCurve, SigningAlgorithm, WrittenName } from '../algorithms.ts';
import type { Instant } from '../timing/instant.ts';

interface PublicJwkCommon {
  kid: string;
  use: 'sig';
  alg: WrittenName;
  /** Standard Base64 of the DER certificate, then of its issuers as far as they are kept (RFC 7517 §4.7). */
  x5c: [string, ...string[]];
  /** base64url SHA-1 of the DER certificate (RFC 7517 §4.8). */
  x5t: string;
  /** base64url SHA-256 of the DER certificate (RFC 7517 §4.9). */
  'x5t#S256': string;
}

/** A public JWK as we write it (RFC 7517). Private members are impossible by type and refused by schema. */
export type PublicJwk =
  | (PublicJwkCommon & { kty: 'RSA'; n: string; e: string })
  | (PublicJwkCommon & { kty: 'EC'; crv: EcCurve; x: string; y: string })
  | (PublicJwkCommon & { kty: 'OKP'; crv: 'Ed25519'; x: string });

/** The issuers of its certificate, nearest first, as standard Base64 of their DER. They live in the JWK alone. */
export const chainOf = ({ jwk }: Pick<SigningKey, 'jwk'>): string[] => jwk.x5c.slice(1);

export interface Provenance {
  kind: 'generated' | 'imported';
  /** What was read, in words: `PKCS#8 PEM`. `null` for generated keys. */
  source: string | null;
}

export interface Revocation {
  reason: string;
  /** True when the private key may be in other hands; false for routine retirement. */
  compromised: boolean;
  /** Since when that may be so, as far as it is known: tokens signed after it prove nothing. */
  compromisedSince: Instant | null;
}

/** Public facts about one key. The private key is found in the keychain under `id`. */
export interface SigningKey {
  id: string;
  ringId: string;
  tenantId: string;
  kid: string;
  alg: SigningAlgorithm;
  state: KeyState;
  jwk: PublicJwk;
  /** Standard Base64 of the DER self-signed certificate. */
  certificate: string;
  /** End of the certificate's validity. The key itself does not end with its wrapper. */
  certificateEndsAt: Instant;
  /** Since when it has this certificate in place of an earlier one; `null` while it has its first. */
  certificateSince: Instant | null;
  /** Lower-case hex SHA-256 of the DER SubjectPublicKeyInfo: the identity of the key material. */
  spkiSha256: string;
  provenance: Provenance;
  /** False for ever when the private key must not leave the keychain in any file. */
  exportable: boolean;
  createdAt: Instant;
  /** First time the key was part of a push that arrived, or may have: from then on somebody may know it. */
  announcedAt: Instant | null;
  /** First time the key was seen in the tenant's public JWKS. */
  publishedAt: Instant | null;
  currentAt: Instant | null;
  previousAt: Instant | null;
  revokedAt: Instant | null;
  revocation: Revocation | null;
  /** When another key took its place before it was published or used. Its material may come back. */
  replacedAt: Instant | null;
  /** First time that the public JWKS, which had listed it, was seen without the revoked key. */
  takenDownAt: Instant | null;
  /** When the private key will be erased; `null` while nothing is scheduled. */
  destroyAt: Instant | null;
  /** When the private key was erased. The public key and the certificate stay on record. */
  destroyedAt: Instant | null;
  /** How often the key signed, and when last; probe tokens count. */
  uses: number;
  lastUsedAt: Instant | null;
}
