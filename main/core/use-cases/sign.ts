// Signing a token with a key in custody. The claims are the officer's; time stamps are filled in where they are
// missing, because a token without an end is never wanted (RFC 8725 §3.10 and OWASP advice alike).
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { SignedJws } from '../../../shared/contract/tokens.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/model/key.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { withSecret } from '../custody.ts';
import { findKey, findRing, findTenant, keysOfRing, refuseRetired } from '../find.ts';
import type { Ports } from '../ports.ts';
import { keyIn } from '../ring-rules.ts';

/** What signing needs of the world. */
type Signing = Pick<Ports, 'registry' | 'vault' | 'workshop' | 'clock'>;

/** Signs with the current key of the ring; a key that is not current is refused, because verifiers may not have it. */
export async function signToken(
  ports: Ports,
  { tenant: name, ring, kid, claims, ttl }: ParsedArgsOf<'token.sign'>,
): Promise<SignedJws> {
  const { tenant, key } = ports.registry.read((reader) => {
    const found = findTenant(reader, name);
    return { tenant: found, key: kid === undefined ? currentOf() : findKey(reader, found, kid) };

    function currentOf(): SigningKey {
      const wanted = findRing(reader, found, ring);
      refuseRetired(wanted);
      const current = keyIn('current', keysOfRing(reader, wanted));
      if (current === null) {
        throw new CustodianError('RING_HAS_NO_CURRENT', { ring: wanted.name });
      }
      return current;
    }
  });
  if (key.state !== 'current') {
    throw new CustodianError('KEY_STATE', { kid: key.kid, state: key.state, action: 'signing', needs: 'current' });
  }
  const now = Math.floor(ports.clock.now().getTime() / 1000);
  const complete = { iat: now, exp: now + ttl, ...claims };
  const jws = await signRecorded(ports, tenant, key, complete, 'token');
  const expiresAt = typeof complete.exp === 'number' ? new Date(complete.exp * 1000).toISOString() : null;
  return { jws, kid: key.kid, alg: key.alg, expiresAt };
}

/** The token goes to the caller only; what is recorded is that the key signed, and for what. */
export async function signRecorded(
  { registry, vault, workshop, clock }: Signing,
  tenant: Tenant,
  key: SigningKey,
  claims: Record<string, unknown>,
  purpose: 'token' | 'probe' | 'client assertion',
  type?: string,
): Promise<string> {
  const token = await withSecret(vault, key, (pkcs8) => workshop.sign(pkcs8, key.alg, key.kid, claims, type));
  registry.change({ action: 'key.signed', subject: tenant.name, details: { kid: key.kid, purpose } }, (writer) => {
    const now = findKey(writer, tenant, key.kid);
    writer.updateKey({ ...now, uses: now.uses + 1, lastUsedAt: clock.now().toISOString() });
  });
  return token;
}
