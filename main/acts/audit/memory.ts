// What the keychain remembers of the registry: the newest place of its life. A whole data folder that was put back to an
// older copy is consistent in itself; only something outside it can tell, and this is the one thing outside.
import { z } from 'zod';
import type { ChainHead } from '../../../shared/domain/audit/chain.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import { Secret, textIn } from '../../ports/secret.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
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
export async function rememberedMark(secrets: SecretBox): Promise<Remembered | null> {
  const found = await secrets.find(REMEMBERED_HEAD).catch((error: unknown) => {
    if (isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
      return UNREADABLE;
    }
    throw error;
  });
  if (!(found instanceof Secret)) {
    return found;
  }
  using kept = found;
  const [seq, hash, number] = kept.use(textIn).split(' ');
  const mark = markSchema.safeParse({
    seq: Number(seq),
    hash,
    number: number === undefined ? null : Number(number),
  });
  return mark.success ? mark.data : UNREADABLE;
}

export async function rememberMark(secrets: SecretBox, { seq, hash, number }: StateMark): Promise<void> {
  using mark = Secret.ofText(`${seq} ${hash} ${number}`);
  await secrets.put(REMEMBERED_HEAD, mark);
}
