// custodian unlock | lock: the key of the vault is held for a time between commands, by a process of its own, and not longer.
import { Command } from 'commander';
import { z } from 'zod';
import { CustodianError } from '../../../shared/errors.ts';
import { lockLines } from '../../../shared/words/en/command-line/vault.ts';
import { endHeldKey, holdKey } from '../../composition/held-key.ts';
import { askWindowToLock } from '../../composition/lock-request.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { passphraseFrom } from '../vault-passphrase.ts';

const LONGEST_MINUTES = 12 * 60;

const minutesSchema = z.strictObject({ minutes: z.int().min(1).max(LONGEST_MINUTES).default(15) });

interface Options {
  minutes?: number;
  passphraseStdin?: boolean;
  passphraseFile?: string;
}

export function unlockCommand({ output, console, place, withCustodian }: Context): Command {
  return new Command('unlock')
    .option('--minutes <n>', 'for how long; 15 when left out', Number)
    .option('--passphrase-stdin', 'read the passphrase from standard input')
    .option('--passphrase-file <file>', 'read the passphrase from a file; asked for on the terminal when not named')
    .action(async ({ minutes: given, passphraseStdin: stdin, passphraseFile: file }: Options) => {
      const { minutes } = parsed(minutesSchema, { minutes: given });
      const passphrase = await passphraseFrom(console, { stdin, file }, 'Vault passphrase');
      using key = await withCustodian(async ({ vault }) => {
        await vault.unlock(passphrase);
        return vault.copyOfKey();
      });
      const until = new Date(Date.now() + minutes * 60_000);
      if (key === null || !(await holdKey({ folder: place().folder, program: console.program }, key, until))) {
        throw new CustodianError('USAGE', { problem: { code: 'no-holder-here' } });
      }
      output.result({ until: until.toISOString() }, (held) => [
        `Unlocked for this user until ${held.until}; “custodian lock” ends it.`,
      ]);
    });
}

/** A window looks every second. */
const PATIENCE_MS = 10_000;

/** Both that may hold the key: an open window, and what the command line left. */
export function lockCommand({ output, place }: Context): Command {
  return new Command('lock').action(async () => {
    const { folder } = place();
    const held = await endHeldKey(folder);
    const window = await askWindowToLock(folder, PATIENCE_MS);
    if (window === 'silent') {
      throw new CustodianError('VAULT_WINDOW_SILENT', { seconds: PATIENCE_MS / 1000 });
    }
    output.result({ locked: held || window === 'locked', window }, () => lockLines(held, window));
  });
}
