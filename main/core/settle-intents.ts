// Settles what a crash or a failure left between keychain and registry, from facts: at every start, and after a
// failed change. A noted secret that was never recorded was never promised to anybody and is removed.
import type { Ports } from './ports.ts';
import { secretName } from './secret-name.ts';

export async function settleIntents({ registry, vault }: Pick<Ports, 'registry' | 'vault'>): Promise<number> {
  const { intents, recorded } = registry.read((reader) => ({
    intents: reader.intents(),
    recorded: new Set(
      reader.tenants().flatMap((tenant) => reader.keys(tenant.id).map((key) => secretName(key.id))),
    ),
  }));
  for (const intent of intents) {
    const orphan = intent.purpose === 'remove' || !recorded.has(intent.name);
    if (orphan) {
      await vault.remove(intent.name);
    }
    registry.change(
      { action: 'custody.settled', subject: intent.name, details: { purpose: intent.purpose, removed: orphan } },
      (writer) => writer.removeIntent(intent.name),
    );
  }
  return intents.length;
}
