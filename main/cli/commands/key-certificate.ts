// custodian key reissue | certificate: the certificate around a key, while the key stays.
import { Command } from 'commander';
import { CERTIFICATE_PURPOSES, replySchema } from '../../../shared/domain/key-ring/certificates.ts';
import { MAX_IMPORT_BYTES } from '../../../shared/domain/limits.ts';
import { readLimited } from '../../files/read-file.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { faultLines, ringLines } from '../../../shared/words/en/command-line/tenant.ts';

const NEXT =
  'Verifiers see the new certificate after the next push; consumers that pinned the old one need the new one.';
const UNVERIFIED =
  'The signature on the certificate was not verified: its issuer is not in the file. Take a file with its chain to have it checked.';

interface ReissueOptions {
  days?: number;
  commonName?: string;
  usage?: string;
  dnsName?: string[];
  purpose?: string[];
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

export function keyReissueCommand({ output, run }: Context): Command {
  return new Command('reissue')
    .argument('<tenant>')
    .argument('<kid>')
    .description('a new self-signed certificate for the same key: new serial number and validity')
    .option('--days <days>', 'how long it is valid; 5000 when left out', Number)
    .option('--common-name <name>', 'its subject; the domain of the tenant when left out')
    .option('--usage <usage>', 'authority (CA:TRUE, as tenants do) or signature (CA:FALSE)')
    .option('--dns-name <name>', 'a subject alternative name; may be repeated', collect)
    .option('--purpose <purpose>', `${CERTIFICATE_PURPOSES.join(', ')}; may be repeated`, collect)
    .action(async (tenant: string, kid: string, { dnsName, purpose, ...options }: ReissueOptions) => {
      await run('certificate.reissue', { tenant, kid, ...options, dnsNames: dnsName, purposes: purpose }, ringLines);
      output.remark(NEXT);
    });
}

export function keyCertificateCommand({ output, withCustodian }: Context): Command {
  return new Command('certificate')
    .argument('<tenant>')
    .argument('<kid>')
    .description('import the certificate that an authority issued for this key')
    .requiredOption('--file <file>', 'PEM, DER or PKCS#7, with or without its chain')
    .action(async (tenant: string, kid: string, { file }: { file: string }) => {
      const args = parsed(replySchema, { tenant, kid });
      const bytes = await readLimited(file, MAX_IMPORT_BYTES);
      const { accepted, faults } = await withCustodian(async (custodian) => ({
        accepted: await custodian.acceptCertificate(args, bytes),
        faults: custodian.showTenant({ tenant }).certificateFaults,
      }));
      output.result(accepted, ringLines);
      faultLines(faults, [kid]).forEach(output.remark);
      if (accepted.signature === 'unverified') {
        output.remark(UNVERIFIED);
      }
      output.remark(NEXT);
    });
}
