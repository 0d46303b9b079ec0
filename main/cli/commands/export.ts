// custodian export: one public file for one key, or the tenant's key set.
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import { KEY_STATES } from '../../../shared/limits.ts';
import { saveFile } from '../../files/save-file.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../program.ts';

interface ExportOptions {
  format: string;
  out: string;
  kid?: string;
  state?: string;
  ring?: string;
}

const stateSchema = z.strictObject({ state: z.enum(KEY_STATES) });

export function exportCommand({ output, withCustodian }: Context): Command {
  return new Command('export')
    .argument('<tenant>')
    .description('write a public format to a file; an existing file is never overwritten')
    .requiredOption('--format <format>', 'pem, cer, raw-pem, base64, p7b, pb7, fingerprint, jwk, jwks or spki')
    .requiredOption('--out <path>', 'the file to write')
    .option('--kid <kid>', 'which key')
    .option('--state <state>', 'which key, by its state', 'current')
    .option('--ring <name>', 'with --state: which ring; “default” when left out')
    .action(async (tenant: string, { format, out, kid, state, ring }: ExportOptions) => {
      const wanted = parsed(stateSchema, { state });
      const saved = await withCustodian(async (custodian) => {
        const chosen =
          format === 'jwks' ? undefined : (kid ?? custodian.kidInState({ tenant, ring, state: wanted.state }));
        const args = parsed(contract['export.preview'].args, { tenant, kid: chosen, format });
        const file = custodian.exportFile(args);
        const target = path.resolve(out);
        await saveFile(target, file.bytes, { overwrite: false });
        const fileName = path.basename(target);
        custodian.recordExport(tenant, chosen ?? null, { ...file, fileName });
        return { format: file.format, kid: chosen ?? null, fileName, bytes: file.bytes.length, sha256: file.sha256 };
      });
      output.result(saved, ({ fileName, bytes, sha256 }) => [`${fileName}: ${bytes} bytes, SHA-256 ${sha256}`]);
    });
}
