// custodian convert: the public keys of any file in any format. Needs neither registry nor keychain.
import { Command } from 'commander';
import path from 'node:path';
import { z } from 'zod';
import { CONVERT_FORMATS } from '../../../shared/domain/formats.ts';
import { CONVERSION_WORDS } from '../../../shared/words/en/conversion.ts';
import { fileFormat } from '../../../shared/words/en/names.ts';
import { convertFileAlone } from '../../composition/inspect-alone.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { readKeyFile } from '../key-file.ts';
import { writeNew } from '../write-new.ts';

interface ConvertOptions {
  to: string;
  out: string;
  entry?: string;
  passphraseStdin?: boolean;
}

const schema = z.strictObject({ format: z.enum(CONVERT_FORMATS), entry: z.string().trim().min(1).max(200).optional() });

export function convertCommand({ output, console }: Context): Command {
  return new Command('convert')
    .argument('<file>', 'any file that holds keys or certificates; - reads it from standard input')
    .requiredOption('--to <format>', CONVERT_FORMATS.join(', '))
    .requiredOption('--out <path>', 'the file to write')
    .option('--entry <name>', 'which key of a file with several: its number, kid or short fingerprint')
    .option('--passphrase-stdin', 'read the passphrase of the file from standard input')
    .action(async (file: string, { to, out, entry, passphraseStdin = false }: ConvertOptions) => {
      const args = parsed(schema, { format: to, entry });
      const { bytes, passphrase } = await readKeyFile({ file, passphraseStdin }, console.stdin);
      const made = await convertFileAlone({ ...args, name: path.basename(file) }, bytes, { passphrase });
      const fileName = await writeNew(out, made.bytes);
      const { from, format, kids, sha256, notes } = made;
      output.result({ fileName, from, format, kids, sha256, notes }, () => [
        `${fileFormat(from)} to ${format}: ${fileName}`,
        ...kids.map((kid) => `  ${kid}`),
        `  SHA-256 ${sha256}`,
        ...notes.map((note) => CONVERSION_WORDS.note(note)),
      ]);
    });
}
