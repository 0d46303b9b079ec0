// Setting, changing and removing the vault passphrase. The main process asks for it, beside the page.
import { useQueryClient } from '@tanstack/react-query';
import type { ArgsOf } from '../../../shared/contract.ts';
import { announce } from '../../state/announce.ts';
import { type Command, useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';

type Change = ArgsOf<'vault.passphrase'>['change'];

export function useVaultPassphrase(): {
  command: Command<'vault.passphrase'>;
  change: (change: Change) => Promise<void>;
} {
  const client = useQueryClient();
  const command = useCommand('vault.passphrase');
  return {
    command,
    async change(change) {
      const outcome = await command.run({ change });
      if (outcome.done && outcome.result !== null) {
        announce(words.lock.done[change]);
        await client.invalidateQueries();
      }
    },
  };
}
