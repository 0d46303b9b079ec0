// What the keychain remembers of the audit chain: one place that was signed. A whole data folder that was put back to an
// older copy is consistent in itself; only something outside it can tell, and this is the one thing outside.
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { ChainHead } from './audit-chain.ts';
import { chainHeadSchema } from './audit-seal.ts';
import { hashAt } from './audit-entries.ts';
import type { Ports } from './ports.ts';
import type { SecretVault } from './ports/keychain.ts';
import { REMEMBERED_HEAD } from './secret-name.ts';

/** `null` when nothing was remembered yet. What cannot be read is taken for a place that no registry has. */
export async function rememberedHead(vault: SecretVault): Promise<ChainHead | null> {
  const bytes = await getIfThere(vault, REMEMBERED_HEAD);
  if (bytes === null) {
    return null;
  }
  const [seq, hash] = Buffer.from(bytes).toString('utf8').split(' ');
  const head = chainHeadSchema.safeParse({ seq: Number(seq), hash });
  return head.success ? head.data : { seq: Number.MAX_SAFE_INTEGER, hash: '' };
}

export async function rememberHead(vault: SecretVault, { seq, hash }: ChainHead): Promise<void> {
  await vault.put(REMEMBERED_HEAD, Buffer.from(`${seq} ${hash}`));
}

/** Throws REGISTRY_OLDER when the registry was put back to an older copy, as far as the keychain can tell. */
export async function assertNotOlder({ registry, vault }: Pick<Ports, 'registry' | 'vault'>): Promise<void> {
  const remembered = await rememberedHead(vault);
  const entries = registry.read((reader) => reader.auditHead()?.seq ?? 0);
  if (remembered !== null && registry.read((reader) => hashAt(reader, remembered.seq)) !== remembered.hash) {
    throw new CustodianError('REGISTRY_OLDER', { entries, remembered: remembered.seq });
  }
}

/** `null` when the open keychain has no such secret. */
export async function getIfThere(vault: SecretVault, name: string): Promise<Uint8Array | null> {
  return vault.get(name).catch((error: unknown) => {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return null;
    }
    throw error;
  });
}
