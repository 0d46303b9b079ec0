// A seal: the device's signature over one place of the audit chain, and so over everything up to it. It is a JWS in
// compact form (RFC 7515, alg Ed25519 of RFC 9864), so that any JOSE library can check it without this program.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { CHAIN_START, type ChainHead } from './audit-chain.ts';

/** Tells a seal from any other token. */
const PURPOSE = 'key-custodian/audit-seal';

export const sealClaims = ({ seq, hash }: ChainHead): Record<string, unknown> => ({ purpose: PURPOSE, seq, hash });

/** Lower-case hex SHA-256 of the device key's SPKI: what a person compares. */
export function deviceKeyFingerprint(deviceKey: string): string {
  return createHash('sha256').update(Buffer.from(deviceKey, 'base64')).digest('hex');
}

/** The place that was signed, or `null` when this is no seal by this device key (Standard Base64 of its SPKI). */
export function readSeal(seal: string, deviceKey: string): ChainHead | null {
  const [header = '', payload = '', signature = '', ...rest] = seal.split('.');
  const key = publicKey(deviceKey);
  if (rest.length > 0 || key === null || member(header, 'alg') !== 'Ed25519') {
    return null;
  }
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) {
    return null;
  }
  const [purpose, seq, hash] = ['purpose', 'seq', 'hash'].map((name) => member(payload, name));
  return purpose === PURPOSE ? chainHead(seq, hash) : null;
}

/** `null` unless the values can be a place of a chain. */
export function chainHead(seq: unknown, hash: unknown): ChainHead | null {
  const fits = Number.isSafeInteger(seq) && typeof hash === 'string' && hash.length === CHAIN_START.length;
  return fits ? { seq: Number(seq), hash } : null;
}

/** The algorithm is fixed by the kind of the key, never by what the seal says of itself. */
function publicKey(deviceKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(deviceKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function member(part: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  } catch {
    return undefined;
  }
}
