// Finding what an officer named. Names are compared as shared/domain/names.ts says; kids exactly.
import { named } from '../../shared/domain/names.ts';
import type { Consumer } from '../../shared/domain/consumers/consumer.ts';
import { CustodianError } from '../../shared/errors.ts';
import { mayUse, refuse } from '../../shared/domain/key-ring/may.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';

/** The ring that is meant when none is named. Every tenant has one. */
export const DEFAULT_RING = 'default';

export function findTenant(reader: RegistryReader, name: string): Tenant {
  const tenant = reader.tenantByName(name);
  if (tenant === null) {
    throw new CustodianError('TENANT_NOT_FOUND', { tenant: name });
  }
  return tenant;
}

/** For whatever is done with it. Throws TENANT_ARCHIVED. */
export function tenantInUse(reader: RegistryReader, name: string): Tenant {
  const tenant = findTenant(reader, name);
  refuse(mayUse(tenant));
  return tenant;
}

export function findRing(reader: RegistryReader, tenant: Tenant, name: string = DEFAULT_RING): KeyRing {
  const ring = named(reader.rings(tenant.id), name);
  if (ring === undefined) {
    throw new CustodianError('RING_NOT_FOUND', { tenant: tenant.name, ring: name });
  }
  return ring;
}

export function findConsumer(reader: RegistryReader, tenant: Tenant, name: string): Consumer {
  const consumer = named(reader.consumers(tenant.id), name);
  if (consumer === undefined) {
    throw new CustodianError('CONSUMER_NOT_FOUND', { tenant: tenant.name, consumer: name });
  }
  return consumer;
}

export function findKey(reader: RegistryReader, tenant: Tenant, kid: string): SigningKey {
  const key = reader.keys(tenant.id).find((candidate) => candidate.kid === kid);
  if (key === undefined) {
    throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid });
  }
  return key;
}

export function keysOfRing(reader: RegistryReader, ring: KeyRing): SigningKey[] {
  return reader.keys(ring.tenantId).filter((key) => key.ringId === ring.id);
}
