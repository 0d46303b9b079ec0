// Keys as a remote set lists them. Whatever an endpoint shows must be comparable, so nothing in it is refused here.
import { calculateJwkThumbprint, type JWK } from 'jose';
import { z } from 'zod';
import type { RemoteKey } from '../../shared/model.ts';

/** `keys` must be there: an answer of another kind is no empty set. */
export const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

export async function toRemoteKey(raw: Record<string, unknown>): Promise<RemoteKey> {
  return {
    kid: textOrNull(raw['kid']),
    kty: textOrNull(raw['kty']) ?? '',
    alg: textOrNull(raw['alg']),
    thumbprint: await thumbprintOf(raw),
    raw,
  };
}

/** RFC 7638; `null` when the members that it is made from are not there. */
async function thumbprintOf(raw: Record<string, unknown>): Promise<string | null> {
  try {
    return await calculateJwkThumbprint(raw satisfies JWK);
  } catch {
    return null;
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
