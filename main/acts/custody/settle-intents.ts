// Settles what a crash or a failure left between keychain and registry, from facts: at every start, and after a
// failed change. A noted secret that was never recorded was never promised to anybody: nothing was published with it, no
// command answered "done", and the file that an import read is still where it was. So it is removed.
// In a registry that is older than the keychain remembers, which may have lost the record, no act begins.
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { credentialName, DEVICE_KEY, isKeyName, PROXY_ACCOUNT, secretName } from '../../ports/secret-name.ts';

export interface Settled {
  name: string;
  /** True when an orphan was removed, false when the note was the only thing left. */
  removed: boolean;
}

type Needed = Pick<Ports, 'registry' | 'keys' | 'secrets'>;

/** All of them, or those under the names alone: others may belong to an act that is still at work. */
export async function settleIntents(
  { registry, keys, secrets }: Needed,
  names: readonly string[] | null = null,
): Promise<Settled[]> {
  const intents = registry
    .read((reader) => reader.intents())
    .filter(({ name }) => names === null || names.includes(name));
  if (intents.length === 0) {
    return [];
  }
  const recorded = registry.read(recordedNames);
  const credentials = registry.read(credentialNames);
  const settled: Settled[] = [];
  for (const { name, purpose } of intents) {
    const removed = purpose === 'remove' || !(recorded.has(name) || credentials.has(name));
    if (removed) {
      await (isKeyName(name) ? keys.destroy(name) : secrets.remove(name));
    } else if (credentials.has(name)) {
      // The former one or the new one is whole, never a part of each.
      await secrets.tidy(name);
    }
    registry.change({ action: 'custody.settled', subject: name, details: { purpose, removed } }, (writer) =>
      writer.removeIntent(name),
    );
    settled.push({ name, removed });
  }
  return settled;
}

function recordedNames(reader: RegistryReader): Set<string> {
  // Of a key that was destroyed and was to come back, which the crash prevented, nothing stays.
  const held = (tenantId: string) => reader.keys(tenantId).filter(({ destroyedAt }) => destroyedAt === null);
  const keys = reader.tenants().flatMap((tenant) => held(tenant.id).map((key) => secretName(key.id)));
  const device = reader.auditAnchor() === null ? [] : [DEVICE_KEY];
  const proxy = reader.proxyAccount() === null ? [] : [PROXY_ACCOUNT];
  return new Set([...keys, ...device, ...proxy]);
}

/**
 * A tenant's credential has no record: that there is one, and which, is in the keychain alone. Whichever an interrupted
 * change left is one that an officer gave for this tenant.
 */
function credentialNames(reader: RegistryReader): Set<string> {
  return new Set(reader.tenants().map((tenant) => credentialName(tenant.id)));
}
