// What the device signs of the audit chain. A seal: the signature over one place of the chain, and so over everything up to
// it. It is a JWS in compact form (RFC 7515, alg Ed25519 of RFC 9864), so that any JOSE library can check it without this
// program. Everything that the device signs is told apart by `typ` and by a purpose in its content.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import type { SignedParts } from '../custody/jws.ts';
import type { ChainHead } from '../../../shared/domain/audit/chain.ts';

/** Tells a seal from any other token and document. */
const PURPOSE = 'key-custodian/audit-seal';

/** The `typ` of a seal. Those of earlier versions say `JWT`. */
export const SEAL_TYPE = PURPOSE;

/** A place of a chain as text that came from outside. */
export const chainHeadSchema = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const headerSchema = z.strictObject({ alg: z.literal('Ed25519'), kid: z.string(), typ: z.enum([SEAL_TYPE, 'JWT']) });
const claimsSchema = z.strictObject({ purpose: z.literal(PURPOSE), ...chainHeadSchema.shape });

export const sealClaims = ({ seq, hash }: ChainHead): Record<string, unknown> => ({ purpose: PURPOSE, seq, hash });

/** Lower-case hex SHA-256 of the device key's SPKI: what a person compares. */
export function deviceKeyFingerprint(deviceKey: string): string {
  return createHash('sha256').update(Buffer.from(deviceKey, 'base64')).digest('hex');
}

/** The place that was signed, or `null` when this is no seal by this device key (Standard Base64 of its SPKI). */
export function readSeal(seal: string, deviceKey: string): ChainHead | null {
  const [header = '', payload = '', signature = '', ...rest] = seal.split('.');
  if (rest.length > 0 || !headerSchema.safeParse(jsonIn(header)).success) {
    return null;
  }
  if (!isSignedBy(deviceKey, { protected: header, payload, signature })) {
    return null;
  }
  const claims = claimsSchema.safeParse(jsonIn(payload));
  return claims.success ? { seq: claims.data.seq, hash: claims.data.hash } : null;
}

/** The algorithm is fixed by the kind of the key, whatever the header says of itself. */
export function isSignedBy(deviceKey: string, { protected: header, payload, signature }: SignedParts): boolean {
  const key = publicKey(deviceKey);
  const bytes = Buffer.from(signature, 'base64url');
  return (
    key !== null &&
    // One signature has one spelling.
    bytes.toString('base64url') === signature &&
    verify(null, Buffer.from(`${header}.${payload}`), key, bytes)
  );
}

function publicKey(deviceKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(deviceKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

const jsonIn = (part: string): unknown => jsonOf(Buffer.from(part, 'base64url').toString('utf8'));
