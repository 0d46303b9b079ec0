// The vault passphrase and the lock. The passphrase is asked for by the main process, in a window that the page can neither see
// nor answer.
import { z } from 'zod';
import { desk, dialog } from './act.ts';
import { noArgs } from './arguments.ts';

export const PASSPHRASE_CHANGES = ['set', 'change', 'remove'] as const;

export const vaultActs = {
  /** Answers whether it was done; not where a dialog was closed. */
  'vault.passphrase': dialog<boolean>()(z.strictObject({ change: z.enum(PASSPHRASE_CHANGES) })),
  /** Answers whether it is unlocked. */
  'vault.unlock': dialog<boolean>()(noArgs),
  /** At once; the page is drawn anew, so that nothing that was typed stays. */
  'vault.lock': desk<null>()(noArgs),
};
