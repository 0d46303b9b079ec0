// What the keychain holds under a name and is not what was stored there, as the doctor would say it.
import { type Finding, finding } from '../../../shared/domain/doctor/report.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { credentialName, DEVICE_KEY, PROXY_ACCOUNT, secretName } from '../../ports/secret-name.ts';

export const damagedKey = ({ name: tenant }: Tenant, { kid, state }: SigningKey): Finding =>
  finding('secret-damaged', { tenant, kid, state });

/** In the order of the registry. Names that it does not know, such as those of a crash, are nobody's loss. */
export function damagedFindings(reader: RegistryReader, names: readonly string[]): Finding[] {
  const named = new Set(names);
  const ofTenants = reader.tenants().flatMap((tenant) => [
    ...reader
      .keys(tenant.id)
      .filter(({ id, destroyedAt }) => destroyedAt === null && named.has(secretName(id)))
      .map((key) => damagedKey(tenant, key)),
    ...(named.has(credentialName(tenant.id)) ? [finding('credential-damaged', { tenant: tenant.name })] : []),
  ]);
  return [
    ...ofTenants,
    ...(named.has(PROXY_ACCOUNT) ? [finding('proxy-account-damaged', {})] : []),
    ...(named.has(DEVICE_KEY) ? [finding('audit-untrusted', { problem: 'device-key-missing' })] : []),
  ];
}

/** Of credentials and the account of a proxy. Throws VAULT_* when the keychain cannot be asked. */
export async function damagedSecrets({ registry, secrets }: Pick<Ports, 'registry' | 'secrets'>): Promise<Finding[]> {
  const names = [...registry.read((reader) => reader.tenants()).map(({ id }) => credentialName(id)), PROXY_ACCOUNT];
  const damaged: string[] = [];
  for (const name of names) {
    damaged.push(...((await isDamaged(secrets, name)) ? [name] : []));
  }
  return registry.read((reader) => damagedFindings(reader, damaged));
}

async function isDamaged(secrets: Ports['secrets'], name: string): Promise<boolean> {
  try {
    using _whole = await secrets.find(name);
    return false;
  } catch (error) {
    if (isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
      return true;
    }
    throw error;
  }
}
