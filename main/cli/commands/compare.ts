// custodian compare: are these the same keys? Needs neither registry nor keychain and changes nothing.
import { Command } from 'commander';
import { compareFilesAlone } from '../../composition/inspect-alone.ts';
import { comparisonLines } from '../../../shared/words/en/command-line/comparison.ts';
import { readKeyFiles } from '../key-file.ts';
import type { Context } from '../context.ts';

export function compareCommand({ output, console }: Context): Command {
  return new Command('compare')
    .argument('<first>', 'any file; - reads it from standard input')
    .argument('<second>', 'any other')
    .option('--passphrase-stdin', 'read the passphrase of the files from standard input')
    .action(async (first: string, second: string, { passphraseStdin = false }: { passphraseStdin?: boolean }) => {
      const files = await readKeyFiles([first, second], { passphraseStdin }, console.stdin);
      const [one, other] = files.map(({ bytes, passphrase }) => ({ file: bytes, secrets: { passphrase } }));
      if (one !== undefined && other !== undefined) {
        output.result(await compareFilesAlone(one, other), (found) => comparisonLines(found, first, second));
      }
    });
}
