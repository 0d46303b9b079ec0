// All names under which this registry keeps something. The keychain is never searched (docs/adr/0011), so the registry says it.
import type { RegistryReader } from '../../ports/registry-reader.ts';
import {
  credentialName,
  DEVICE_KEY,
  PROXY_ACCOUNT,
  REMEMBERED_HEAD,
  secretName,
  STATE_KEY,
} from '../../ports/secret-name.ts';

/** Also of what a crash may have left. */
export function keptNames(reader: RegistryReader): string[] {
  const ofTenants = reader
    .tenants()
    .flatMap(({ id }) => [...reader.keys(id).map((key) => secretName(key.id)), credentialName(id)]);
  const noted = reader.intents().map(({ name }) => name);
  return [...new Set([...ofTenants, ...noted, DEVICE_KEY, PROXY_ACCOUNT, STATE_KEY, REMEMBERED_HEAD])];
}
