// custodian publish bundle | receipt: a push by courier, seen from the machine that has no network.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { bundleSchema as bundleArgsSchema } from '../../../shared/acts/offline.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { fingerprintSchema } from '../../../shared/domain/offline/courier.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_IMPORT_BYTES } from '../../../shared/domain/limits.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import { readLimited } from '../../files/read-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { parsed } from '../arguments.ts';
import { acceptedLines, bundleLines } from '../../../shared/words/en/command-line/courier.ts';
import { EXIT } from '../exit-codes.ts';
import type { Context } from '../context.ts';
import { previewLines } from '../../../shared/words/en/command-line/publication.ts';
import {
  actOf,
  collect,
  decidedIn,
  KEEP_FOREIGN,
  KEEP_REASON,
  type PushOptions,
  REMOVE_FOREIGN,
} from '../push-as-previewed.ts';

interface BundleOptions extends Pick<PushOptions, 'removeForeign' | 'keepForeign' | 'reason'> {
  out?: string;
  qr?: string;
  days?: number;
  rollback?: boolean;
  to?: string;
  clear?: boolean;
  override?: string;
}

export function publishBundleCommand({ output, withCustodian }: Context): Command {
  return new Command('bundle')
    .argument('<tenant>')
    .description('a signed push for a courier’s machine, planned on the set that was seen last; needs no network')
    .option('--out <path>', 'the file to write; an existing one is never overwritten')
    .option('--qr <path>', 'the same as a sheet of QR codes (SVG), for small sets')
    .option('--days <days>', 'how long it may be pushed, 1 to 30', Number)
    .option(...REMOVE_FOREIGN, collect)
    .option(...KEEP_FOREIGN, collect)
    .option(...KEEP_REASON, collect)
    .option('--rollback', 'restore an earlier set instead')
    .option('--to <publication>', 'with --rollback: to the set of this publication')
    .option('--clear', 'delete the whole set instead')
    .option('--override <reason>', 'bring back a revoked key of ours; the reason is recorded')
    .action(async (tenant: string, options: BundleOptions) => {
      const { out, qr, days, rollback, clear, override, ...intent } = options;
      if (out === undefined && qr === undefined) {
        throw new CustodianError('USAGE', { problem: { code: 'bundle-target' } });
      }
      const act = actOf({ rollback, clear });
      const wanted = parsed(ACTS['bundle.preview'].args, { tenant, act, ...decidedIn(intent) });
      const made = await withCustodian(async (custodian) => {
        const preview = await custodian.previewBundle(wanted);
        previewLines(tenant, preview).forEach(output.remark);
        const args = parsed(bundleArgsSchema, { ...wanted, hash: preview.hash, days, override });
        const facts = await custodian.makeBundle(args, { qr: qr !== undefined }, ({ file, sheet }) =>
          saveBoth([
            [out, file],
            [qr, sheet],
          ]),
        );
        const files = [out, qr].flatMap((target) => (target === undefined ? [] : [path.basename(target)]));
        return { ...facts, files };
      });
      output.result(made, bundleLines);
    });
}

export function publishReceiptCommand({ output, withCustodian }: Context): Command {
  return new Command('receipt')
    .argument('<tenant>')
    .argument('<file>')
    .description('import the receipt of a courier; it is checked against the bundle that was made here')
    .option(
      '--courier-fingerprint <hex>',
      'the first time: the fingerprint that the courier’s machine shows, as compared',
    )
    .action(async (name: string, file: string, options: { courierFingerprint?: string }) => {
      const { tenant } = parsed(ACTS['receipt.accept'].args, { tenant: name });
      const { courierFingerprint } = options;
      const courier = courierFingerprint === undefined ? undefined : parsed(fingerprintSchema, courierFingerprint);
      const text = Buffer.from(await readLimited(file, MAX_IMPORT_BYTES)).toString('utf8');
      const accepted = await withCustodian((custodian) => custodian.acceptReceipt({ tenant, courier }, text));
      output.result(accepted, acceptedLines);
      output.exitCode = accepted.confirmed ? EXIT.ok : EXIT.refused;
    });
}

/** Both or none: what was written is taken away again when the next one fails. */
async function saveBoth(files: readonly (readonly [string | undefined, FormattedFile | null])[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const [name, file] of files) {
      if (name !== undefined && file !== null) {
        const target = path.resolve(name);
        await saveFile(target, file.bytes, { overwrite: false });
        written.push(target);
      }
    }
  } catch (error) {
    await Promise.all(written.map((target) => rm(target, { force: true })));
    throw error;
  }
}
