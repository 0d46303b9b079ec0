// What the keychain remembers of the registry: the newest place of its life. A whole data folder that was put back to an
// older copy is consistent in itself; only something outside it can tell, and this is the one thing outside.
import { z } from 'zod';
import { isCustodianError } from '../../../shared/errors.ts';
import type { ChainHead } from '../../../shared/domain/audit/chain.ts';
import type { SecretVault } from '../../ports/keychain.ts';
import type { StateMark } from '../../ports/registry.ts';
import { REMEMBERED_HEAD } from '../../ports/secret-name.ts';

/** `number` is `null` in what a version remembered that did not seal the state yet. */
export interface Remembered extends ChainHead {
  number: number | null;
}

/** A note may come before the first entry. */
const markSchema = z.object({
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.int().positive().nullable(),
});

const UNREADABLE: Remembered = { seq: Number.MAX_SAFE_INTEGER, hash: '', number: null };

/** `null` when nothing was remembered yet. What cannot be read is taken for a place that no registry has. */
export async function rememberedMark(vault: SecretVault): Promise<Remembered | null> {
  const bytes = await getIfThere(vault, REMEMBERED_HEAD);
  if (bytes === null) {
    return null;
  }
  const [seq, hash, number] = Buffer.from(bytes).toString('utf8').split(' ');
  const mark = markSchema.safeParse({
    seq: Number(seq),
    hash,
    number: number === undefined ? null : Number(number),
  });
  return mark.success ? mark.data : UNREADABLE;
}

export async function rememberMark(vault: SecretVault, { seq, hash, number }: StateMark): Promise<void> {
  await vault.put(REMEMBERED_HEAD, Buffer.from(`${seq} ${hash} ${number}`));
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
