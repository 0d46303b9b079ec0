// custodian passphrase set | change | remove | show: the passphrase under which keys and secrets lie in the keychain.
import { Command } from 'commander';
import type { Finding } from '../../../shared/domain/doctor/report.ts';
import type { SealStage } from '../../../shared/domain/vault/seal-state.ts';
import { damagedLines, SEAL_LINES } from '../../../shared/words/en/command-line/vault.ts';
import type { Context } from '../context.ts';
import { remarkOnProgress } from '../output.ts';
import { newPassphraseFrom, passphraseFrom } from '../vault-passphrase.ts';

interface Now {
  passphraseStdin?: boolean;
  passphraseFile?: string;
}

interface Next {
  newPassphraseStdin?: boolean;
  newPassphraseFile?: string;
}

export function passphraseCommand({ output, console, withCustodian }: Context): Command {
  const command = new Command('passphrase');
  const fromStdin = ['--passphrase-stdin', 'read it from standard input'] as const;
  const fromFile = ['--passphrase-file <file>', 'read it from a file'] as const;
  const told = remarkOnProgress(output);
  const done = (stage: SealStage, damaged: readonly Finding[] = []): void =>
    output.result({ passphrase: stage, damaged }, () => [SEAL_LINES[stage], ...damagedLines(damaged)]);

  command
    .command('set')
    .description('seal everything in the keychain under a passphrase; asked for on the terminal when not named')
    .option(...fromStdin)
    .option(...fromFile)
    .action(async ({ passphraseStdin: stdin, passphraseFile: file }: Now) => {
      const passphrase = await newPassphraseFrom(console, { stdin, file }, 'New vault passphrase');
      done('sealed', await withCustodian(({ vault }) => vault.setPassphrase(passphrase, told)));
    });

  command
    .command('change')
    .description('another passphrase for the same seal')
    .option(...fromStdin)
    .option(...fromFile)
    .option('--new-passphrase-stdin', 'read the new one from standard input')
    .option('--new-passphrase-file <file>', 'read the new one from a file')
    .action(async ({ passphraseStdin, passphraseFile, newPassphraseStdin, newPassphraseFile }: Now & Next) => {
      const from = await passphraseFrom(
        console,
        { stdin: passphraseStdin, file: passphraseFile },
        'Vault passphrase until now',
      );
      const next = { stdin: newPassphraseStdin, file: newPassphraseFile };
      const to = await newPassphraseFrom(console, next, 'New vault passphrase');
      await withCustodian(async ({ vault }) => {
        await vault.unlock(Uint8Array.from(from));
        await vault.changePassphrase(from, to);
      });
      done('sealed');
    });

  command
    .command('remove')
    .description('open everything in the keychain again')
    .option(...fromStdin)
    .option(...fromFile)
    .action(async ({ passphraseStdin: stdin, passphraseFile: file }: Now) => {
      const passphrase = await passphraseFrom(console, { stdin, file }, 'Vault passphrase');
      const damaged = await withCustodian(async ({ vault }) => {
        await vault.unlock(Uint8Array.from(passphrase));
        return vault.removePassphrase(passphrase, told);
      });
      done('none', damaged);
    });

  command
    .command('show')
    .description('say whether there is one')
    .action(async () => done((await withCustodian(({ vault }) => vault.sealState())).stage));

  return command;
}
