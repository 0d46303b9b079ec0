// custodian export: one file for one key, for a ring or for a tenant; everything public at once; and, after a clear yes,
// a private key in a protected file.
import { Command } from 'commander';
import { z } from 'zod';
import { requestSchema } from '../../../shared/domain/key-ring/certificates.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { FLAVOURS, PRIVATE_FORMATS } from '../../../shared/domain/exports/hand-over.ts';
import { EXPORT_FORMATS, EXPORT_PROFILES, SET_FORMATS } from '../../../shared/domain/formats.ts';
import { KEY_STATES } from '../../../shared/domain/limits.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';
import { runExportAll } from './export-all.ts';
import { type HandOverOptions, runHandOver } from './export-private.ts';

export interface ExportOptions extends HandOverOptions {
  all?: boolean;
  zip?: boolean;
  format?: string;
  out: string;
  kid?: string;
  state: string;
  ring?: string;
  profile?: string;
  commonName?: string;
}

const stateSchema = z.strictObject({ state: z.enum(KEY_STATES) });
const names = (formats: readonly string[]): string => formats.join(', ');
const isOneOf = (formats: readonly string[], format: string): boolean => formats.includes(format);

export function exportCommand(context: Context): Command {
  return new Command('export')
    .argument('<tenant>')
    .option('--format <format>', `public: ${names(EXPORT_FORMATS)}, csr; private: ${names(PRIVATE_FORMATS)}`)
    .requiredOption('--out <path>', 'the file to write; with --all the folder to make')
    .option('--all', 'every public format of every key, with a manifest and an index')
    .option('--zip', 'with --all: one ZIP archive instead of a folder')
    .option('--kid <kid>', 'which key')
    .option('--state <state>', 'which key, by its state', 'current')
    .option('--ring <name>', `with --state: which ring; with ${names(SET_FORMATS)}: only this ring`)
    .option('--profile <profile>', `${names(EXPORT_PROFILES)}: auth0 gives the very bytes of the tenant’s own pages`)
    .option('--common-name <name>', 'csr: the name to ask for; the domain of the tenant when left out')
    .option(
      '--flavour <flavour>',
      `p12 and private-jwk: ${names(FLAVOURS)}; compatible is weaker, for systems that need it`,
    )
    .option('--to <name>', 'private formats: who gets the file, for the hand-over ledger')
    .option('--passphrase-stdin', 'private formats: read the passphrase of the file from standard input')
    .option(
      '--recipient <file>',
      'private formats: seal to the public key in this file: a JWK or a set, a certificate, PEM, an age recipient, an SSH key',
    )
    .option('--yes', 'private formats: the private key may leave')
    .action(async (tenant: string, options: ExportOptions) => {
      const { all, format } = options;
      if (all === true) {
        return runExportAll(context, tenant, options);
      }
      if (format === undefined) {
        throw new CustodianError('USAGE', { problem: { code: 'format-or-all' } });
      }
      if (isOneOf(PRIVATE_FORMATS, format)) {
        return runHandOver(context, { tenant, format }, options);
      }
      return format === 'csr'
        ? writeRequest(context, tenant, options)
        : writePublic(context, { tenant, format }, options);
    });
}

async function writePublic(
  { output, withCustodian }: Context,
  { tenant, format }: { tenant: string; format: string },
  { out, kid, state, ring, profile }: ExportOptions,
): Promise<void> {
  const wanted = parsed(stateSchema, { state });
  const isSet = isOneOf(SET_FORMATS, format);
  const saved = await withCustodian(async (custodian) => {
    const chosen = isSet ? undefined : (kid ?? custodian.kidInState({ tenant, ring, state: wanted.state }));
    const scope = isSet ? { ring } : { kid: chosen };
    const args = parsed(ACTS['export.preview'].args, { tenant, ...scope, format, profile });
    const file = await custodian.exportFile(args);
    const fileName = await writeNew(out, file.bytes);
    await custodian.recordExport(tenant, chosen ?? null, { ...file, fileName });
    return { format: file.format, kid: chosen ?? null, fileName, bytes: file.bytes.length, sha256: file.sha256 };
  });
  output.result(saved, ({ fileName, bytes, sha256 }) => [`${fileName}: ${bytes} bytes, SHA-256 ${sha256}`]);
}

async function writeRequest(
  { output, withCustodian }: Context,
  tenant: string,
  { out, kid, state, ring, commonName }: ExportOptions,
): Promise<void> {
  const wanted = parsed(stateSchema, { state });
  const saved = await withCustodian(async (custodian) => {
    const chosen = kid ?? custodian.kidInState({ tenant, ring, state: wanted.state });
    const file = await custodian.requestCertificate(parsed(requestSchema, { tenant, kid: chosen, commonName }));
    return { format: 'csr', kid: chosen, fileName: await writeNew(out, file.bytes), bytes: file.bytes.length };
  });
  output.result(saved, ({ fileName, bytes }) => [`${fileName}: ${bytes} bytes, a request for the authority`]);
}
