// A key in custody as the proof of a client (RFC 7523): the tenant knows its public key, and its private key signs here,
// each time recorded like any other signature.
import { isLiving } from '../../../shared/domain/limits.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { findTenant } from '../find.ts';
import type { AssertionSigner } from '../../ports/tenants.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { signRecorded } from '../keys/sign.ts';

interface Owned {
  tenant: Tenant;
  key: SigningKey;
}

/** For the tenant adapters; needs no custodian, since the custodian needs them. */
export function createAssertionSigner(ports: Pick<Ports, 'registry' | 'keys' | 'clock'>): AssertionSigner {
  return async ({ kid, keyId }, claims, type) => {
    const owned = ports.registry.read((reader) => ownedKeys(reader).find(({ key }) => key.id === keyId));
    if (owned === undefined) {
      throw new CustodianError('VAULT_SECRET_MISSING', { kid });
    }
    refuseRevoked(owned.key);
    return signRecorded(ports, owned.tenant, owned.key, claims, 'client assertion', type);
  };
}

/** A key that the public knows, or knew, as one of a token's; or will, since it is in the set that the credential pushes. */
export const signsTokens = ({ announcedAt, publishedAt, tenantId }: SigningKey, pushed: Tenant): boolean =>
  announcedAt !== null || publishedAt !== null || tenantId === pushed.id;

/**
 * The key of this kid that may sign assertions: the tenant's own, else the only one of that kid elsewhere. Throws
 * KEY_FOR_TOKENS for one that signs tokens in production, unless there is a reason.
 */
export function assertionKey(
  reader: RegistryReader,
  tenantName: string,
  { kid, override }: { kid: string; override?: string | undefined },
): SigningKey {
  const tenant = findTenant(reader, tenantName);
  const named = ownedKeys(reader).filter(({ key }) => key.kid === kid);
  const own = named.filter(({ key }) => key.tenantId === tenant.id);
  const [found, another] = own.length > 0 ? own : named;
  if (found === undefined) {
    throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid });
  }
  if (another !== undefined) {
    throw new CustodianError('INPUT_INVALID', { field: 'privateKeyJwt', problem: { code: 'several-tenants' } });
  }
  refuseRevoked(found.key);
  if (signsTokens(found.key, tenant) && found.tenant.environment === 'production' && override === undefined) {
    throw new CustodianError('KEY_FOR_TOKENS', { tenant: found.tenant.name, kid });
  }
  return found.key;
}

function ownedKeys(reader: RegistryReader): Owned[] {
  return reader.tenants().flatMap((tenant) => reader.keys(tenant.id).map((key) => ({ tenant, key })));
}

function refuseRevoked({ kid, state }: SigningKey): void {
  if (!isLiving(state)) {
    throw new CustodianError('KEY_STATE', { kid, state, action: 'proving-client', needs: 'not-revoked' });
  }
}
