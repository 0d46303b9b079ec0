// Signing a token with a key in custody. The claims are the officer's; time stamps are filled in where they are
// missing, because a token without an end is never wanted (RFC 8725 §3.10 and OWASP advice alike).
import { mayGoOn, maySign, refuse } from '../../../shared/domain/key-ring/may.ts';
import { createHash } from 'node:crypto';
import type { ActArgs } from '../../../shared/contract.ts';
import type { SignedJws } from '../../../shared/acts/keys.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_TOKEN_SECONDS } from '../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { ofKey } from '../custody/custody.ts';
import { compactJws, signJws } from '../custody/jws.ts';
import { findKey, findRing, keysOfRing, tenantInUse } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { bound, looking } from '../bound.ts';

/** What signing needs of the world. */
type Signing = Pick<Ports, 'registry' | 'keys' | 'clock'>;

/** Signs with the current key of the ring; a key that is not current is refused, because verifiers may not have it. */
export const signToken = bound('token.sign', async (ports, args): Promise<SignedJws> => {
  const { tenant: name, ring, kid, claims, ttl } = args;
  const { tenant, key } = ports.registry.read((reader) => {
    const found = tenantInUse(reader, name);
    return { tenant: found, key: kid === undefined ? currentOf() : findKey(reader, found, kid) };

    function currentOf(): SigningKey {
      const wanted = findRing(reader, found, ring);
      refuse(mayGoOn(wanted));
      const current = keyIn('current', keysOfRing(reader, wanted));
      if (current === null) {
        throw new CustodianError('RING_HAS_NO_CURRENT', { ring: wanted.name });
      }
      return current;
    }
  });
  refuse(maySign(key));
  const complete = claimsToSign(ports, { claims, ttl });
  const jws = await signRecorded(ports, tenant, key, complete, 'token');
  return { jws, kid: key.kid, alg: key.alg, expiresAt: new Date(complete.exp * 1000).toISOString() };
});

/**
 * The claims as they are signed at this moment. Throws INPUT_INVALID for a token that would be valid for too long: a claim
 * of one's own is no way around the longest life.
 */
export function claimsToSign(
  { clock }: Pick<Ports, 'clock'>,
  { claims, ttl }: Pick<ActArgs<'token.sign'>, 'claims' | 'ttl'>,
): Record<string, unknown> & { exp: number } {
  const now = Math.floor(clock.now().getTime() / 1000);
  const { exp = now + ttl } = claims;
  if (typeof exp !== 'number' || exp > now + MAX_TOKEN_SECONDS) {
    const problem = { code: 'too-far', seconds: MAX_TOKEN_SECONDS } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'claims.exp', problem });
  }
  return { iat: now, ...claims, exp };
}

/**
 * The token goes to the caller only. What is recorded is that the key signed, for what, and the SHA-256 of the payload as it
 * stands in the token: whoever holds a token can tell which entry it belongs to, and that none was signed without one.
 */
export async function signRecorded(
  { registry, keys, clock }: Signing,
  tenant: Tenant,
  key: SigningKey,
  claims: Record<string, unknown>,
  purpose: 'token' | 'probe' | 'client assertion',
  type = 'JWT',
): Promise<string> {
  const { kid, jwk } = key;
  const token = await ofKey(key, async (name) =>
    compactJws(await signJws(keys, name, { alg: jwk.alg, kid, typ: type }, JSON.stringify(claims))),
  );
  const details = { kid: key.kid, purpose, payloadSha256: payloadSha256(token) };
  registry.change({ action: 'key.signed', subject: tenant.name, details }, (writer) => {
    const now = findKey(writer, tenant, key.kid);
    writer.updateKey({ ...now, uses: now.uses + 1, lastUsedAt: clock.now().toISOString() });
  });
  return token;
}

function payloadSha256(token: string): string {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  return createHash('sha256').update(payload).digest('hex');
}

/** Throws what signing these claims now would refuse. */
export const checkClaims = looking(
  (ports, args: Pick<ActArgs<'token.sign'>, 'claims' | 'ttl'>) => void claimsToSign(ports, args),
);
