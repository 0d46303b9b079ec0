// custodian update check | verify: a newer version, and a package before it is installed. Files need neither registry nor keychain,
// so both go on where the registry is newer than this program.
import { Command } from 'commander';
import { packageLines, releaseLines } from '../../../shared/words/en/command-line/updates.ts';
import { packageFileAlone, releaseFileAlone } from '../../composition/releases-alone.ts';
import type { Context } from '../context.ts';
import { interruptible } from '../interruptible.ts';

export function updateCommand({ output, console, place, withCustodian }: Context): Command {
  const command = new Command('update');
  const where = () => ({ folder: place().folder, pinned: console.pinned });

  command
    .command('check')
    .description('say what the newest release is; asks at one address, and only now')
    .option('--from <file>', 'read this signed document, and ask nobody')
    .action(async ({ from }: { from?: string }) => {
      const release =
        from === undefined
          ? await interruptible(output, ({ signal }) => withCustodian((custodian) => custodian.lookForRelease(signal)))
          : await releaseFileAlone(where(), from);
      output.result(release, releaseLines);
    });

  command
    .command('verify')
    .argument('<package>', 'the downloaded package, by the name that it was published by')
    .description('say whether it is the published one, and newer; installs nothing')
    .option('--release <file>', 'its signed document; otherwise key-custodian.release beside it')
    .action(async (file: string, { release = null }: { release?: string | null }) => {
      output.result(await packageFileAlone(where(), { file, document: release }), packageLines);
    });

  return command;
}
