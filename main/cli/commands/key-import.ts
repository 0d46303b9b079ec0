// custodian key import
import { Command } from 'commander';
import { READABLE } from '../../../shared/domain/reading/readable.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { parsed } from '../arguments.ts';
import { readKeyFile } from '../key-file.ts';
import type { Context } from '../context.ts';
import { INSPECTION_WORDS } from '../../../shared/words/en/inspection.ts';
import { faultLines, ringLines } from '../../../shared/words/en/command-line/tenant.ts';

interface ImportOptions {
  file: string;
  passphraseStdin?: boolean;
  as?: string;
  kid?: string;
  entry?: string;
  allowSmallExponent?: boolean;
  allowLongWork?: boolean;
  nonExportable?: boolean;
  replace?: string;
  ring?: string;
}

export function keyImportCommand({ output, console, withCustodian }: Context): Command {
  return new Command('import')
    .argument('<tenant>')
    .description(
      `import a private key from a file: ${READABLE.map(({ name }) => name).join(', ')}; plain or under a passphrase`,
    )
    .requiredOption('--file <file>', 'the file; - reads it from standard input')
    .option('--passphrase-stdin', 'read the passphrase of the file from standard input')
    .option('--as <state>', 'next, current or previous')
    .option('--kid <kid>', 'its kid; what the file says when left out, else the RFC 7638 thumbprint')
    .option('--entry <name>', 'which key of a file with several: its number, name or short fingerprint')
    .option('--allow-small-exponent', 'take an RSA key whose public exponent is below 65537')
    .option('--allow-long-work', 'take up to half a minute to open a file with very many rounds of key derivation')
    .option('--non-exportable', 'the private key must never leave the keychain in a file; cannot be undone')
    .option('--replace <kid>', 'the key that may make room although it was imported or handed over')
    .option('--ring <name>', 'which ring; “default” when left out')
    .action(
      async (tenant: string, { file, passphraseStdin = false, nonExportable = false, ...rest }: ImportOptions) => {
        const args = parsed(ACTS['key.import'].args, { tenant, ...rest, exportable: !nonExportable });
        const { bytes, passphrase } = await readKeyFile({ file, passphraseStdin }, console.stdin);
        const { view, faults } = await withCustodian(async (custodian) => {
          const imported = await custodian.importKey(args, bytes, { passphrase });
          return { view: imported, faults: custodian.showTenant({ tenant }).certificateFaults };
        });
        output.result(view, ringLines);
        view.mended.map(INSPECTION_WORDS.warning).forEach(output.remark);
        faultLines(
          faults,
          view.keys.map(({ kid }) => kid),
        ).forEach(output.remark);
      },
    );
}
