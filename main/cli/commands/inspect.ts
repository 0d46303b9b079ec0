// custodian inspect: what is this file? Changes nothing, and opens the registry only when it is asked to.
import { Command } from 'commander';
import { inspectedIn } from '../../../shared/words/inspection.ts';
import type { InspectedFile, InspectedPart } from '../../../shared/domain/reading/inspected-file.ts';
import { INSPECTION_WORDS } from '../../../shared/words/en/inspection.ts';
import { inspectFileAlone } from '../../composition/inspect-alone.ts';
import { readKeyFile } from '../key-file.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';

interface InspectOptions {
  passphraseStdin?: boolean;
  custody?: boolean;
}

export function inspectCommand({ output, console, withCustodian }: Context): Command {
  return new Command('inspect')
    .argument('<file>', 'any file; - reads it from standard input')
    .option('--passphrase-stdin', 'read the passphrase of the file from standard input')
    .option('--custody', 'say of each key whether it is in custody; opens the registry')
    .action(async (file: string, { passphraseStdin = false, custody = false }: InspectOptions) => {
      const { bytes, passphrase } = await readKeyFile({ file, passphraseStdin }, console.stdin);
      const found = custody
        ? await withCustodian((custodian) => custodian.inspectFile(bytes, { passphrase }))
        : await inspectFileAlone(bytes, { passphrase });
      output.result(inspectedIn(INSPECTION_WORDS, found), inspectedLines);
    });
}

function inspectedLines({ kind, format, bytes, parts, warnings, purpose, advice }: InspectedFile): string[] {
  return [
    `${kind} (${format}, ${bytes} bytes)`,
    purpose,
    ...parts.flatMap(partLines),
    ...(warnings.length === 0 ? [] : ['', ...warnings.map(warningLine)]),
    '',
    advice,
  ];
}

function partLines({ what, facts, warnings }: InspectedPart): string[] {
  const rows = table(facts.map(({ label, value }) => [label, value]));
  return ['', what, ...rows.map((row) => `  ${row}`), ...warnings.map((warning) => `  ${warningLine(warning)}`)];
}

const warningLine = (warning: string): string => `! ${warning}`;
