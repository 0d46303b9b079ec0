// A seal: the device's signature over one place of the audit chain, and so over everything up to it. It is a JWS in
// compact form (RFC 7515, alg Ed25519 of RFC 9864), so that any JOSE library can check it without this program.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { ChainHead } from './audit-chain.ts';

/** Tells a seal from any other token. */
const PURPOSE = 'key-custodian/audit-seal';

/** A place of a chain as text that came from outside. */
export const chainHeadSchema = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const headerSchema = z.object({ alg: z.literal('Ed25519') });
const claimsSchema = chainHeadSchema.extend({ purpose: z.literal(PURPOSE) });

export const sealClaims = ({ seq, hash }: ChainHead): Record<string, unknown> => ({ purpose: PURPOSE, seq, hash });

/** Lower-case hex SHA-256 of the device key's SPKI: what a person compares. */
export function deviceKeyFingerprint(deviceKey: string): string {
  return createHash('sha256').update(Buffer.from(deviceKey, 'base64')).digest('hex');
}

/** The place that was signed, or `null` when this is no seal by this device key (Standard Base64 of its SPKI). */
export function readSeal(seal: string, deviceKey: string): ChainHead | null {
  const [header = '', payload = '', signature = '', ...rest] = seal.split('.');
  const key = publicKey(deviceKey);
  if (rest.length > 0 || key === null || !headerSchema.safeParse(jsonOf(header)).success) {
    return null;
  }
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) {
    return null;
  }
  const claims = claimsSchema.safeParse(jsonOf(payload));
  return claims.success ? { seq: claims.data.seq, hash: claims.data.hash } : null;
}

/** The algorithm is fixed by the kind of the key, whatever the seal says of itself. */
function publicKey(deviceKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(deviceKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
