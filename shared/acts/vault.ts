// The vault passphrase and the lock. The passphrase is asked for by the main process, in a window that the page can neither see
// nor answer.
import { z } from 'zod';
import type { Finding } from '../domain/doctor/report.ts';
import { desk, dialog } from './act.ts';
import { noArgs } from './arguments.ts';

export const PASSPHRASE_CHANGES = ['set', 'change', 'remove'] as const;

export const vaultActs = {
  /** `damaged`: what could not be read on the way, and stays as it is. `null` where a dialog was closed and nothing done. */
  'vault.passphrase': dialog<{ damaged: Finding[] } | null>()(z.strictObject({ change: z.enum(PASSPHRASE_CHANGES) })),
  /** Answers whether it is unlocked. */
  'vault.unlock': dialog<boolean>()(noArgs),
  /** At once; the page is drawn anew, so that nothing that was typed stays. */
  'vault.lock': desk<null>()(noArgs),
};
