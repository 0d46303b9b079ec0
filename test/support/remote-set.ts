// The set at a tenant, changed past us as another officer would.
import { generateKeyPairSync } from 'node:crypto';
import type { PublishingEndpoint } from '../../main/ports/tenants.ts';
import type { Desk } from './desk.ts';

type Jwk = Record<string, unknown>;

export async function endpointOf({ ports }: Desk, tenant: string): Promise<PublishingEndpoint> {
  const found = ports.registry.read((reader) => reader.tenantByName(tenant));
  if (found === null) {
    throw new Error('no tenant');
  }
  return (await ports.tenants.connect(found)).endpoint;
}

export async function changeElsewhere(desk: Desk, tenant: string, edit: (keys: Jwk[]) => Jwk[]): Promise<void> {
  const endpoint = await endpointOf(desk, tenant);
  const keys = edit((await endpoint.read()).map(({ raw }) => raw));
  await endpoint.replace(keys.length === 0 ? null : JSON.stringify({ keys }));
}

export function foreignKey(kid: string): Jwk {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
}
