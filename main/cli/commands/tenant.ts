// custodian tenant add | list | show | credentials | remove, and the changes of ./tenant-change.ts
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { PRODUCTION_UNSEALED } from '../../../shared/words/en/command-line/vault.ts';
import { parsed } from '../arguments.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { tenantLines } from '../../../shared/words/en/command-line/tenant.ts';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import { CUSTOM_DOMAIN, domainsIn, tenantChangeCommands } from './tenant-change.ts';
import { tenantCredentialsCommand } from './tenant-credentials.ts';

interface AddOptions {
  apiBase?: string;
  customDomain?: string[];
  algName?: string;
}

const NO_TENANTS = 'No tenants yet. Add one with: custodian tenant add --name … --domain …';

export function tenantCommand(context: Context): Command {
  const { output, perform, run, withCustodian } = context;
  const command = new Command('tenant');

  command
    .command('add')
    .description('add a tenant with a default ring: one current and one next key, or none yet')
    .requiredOption('--name <name>', 'how you call it')
    .requiredOption('--domain <domain>', 'canonical domain, e.g. acme.eu.auth0.com')
    .option(...CUSTOM_DOMAIN)
    .option('--issuer <url>', 'what its tokens name as iss, when it is not https://{domain}/')
    .option('--environment <environment>', 'development, staging or production; must be said for what others use')
    .option('--endpoint <kind>', 'auth0, jwks or sandbox')
    .option('--api-base <url>', 'management API, when it is not https://{domain}/api/v2')
    .option('--jwks-url <url>', 'public key set, when it is not at the custom domain')
    .option('--alg <alg>', 'algorithm of the default ring; RS256 when left out')
    .option('--bits <bits>', 'RSA modulus length: 2048, 3072 or 4096', Number)
    .option('--alg-name <name>', 'how JWKs and tokens of an Ed25519 ring call it: EdDSA, or Ed25519 (RFC 9864)')
    .option('--empty', 'I bring my own keys: start without any, and make none unasked')
    .action(async ({ apiBase, customDomain, algName, ...options }: AddOptions) => {
      const wanted = { ...options, ...domainsIn(customDomain), apiBaseUrl: apiBase, writtenAs: algName };
      const added = await withCustodian(async (custodian) => {
        const view = await custodian.addTenant(parsed(ACTS['tenant.add'].args, wanted));
        const isUnsealed = (await custodian.vault.sealState()).stage === 'none';
        if (view.tenant.environment === 'production' && isUnsealed) {
          output.remark(PRODUCTION_UNSEALED);
        }
        return view;
      });
      output.result(added, tenantLines);
    });

  command
    .command('list')
    .description('list the tenants in use')
    .option('--archived', 'those that were archived, too')
    .action(async ({ archived = false }: { archived?: boolean }) => {
      const known = await perform('tenant.list', {});
      const found = known.filter(({ tenant }) => archived || tenant.archive === null);
      output.result(found, () => (known.length === 0 ? [NO_TENANTS] : tenantTable(found)));
    });

  command
    .command('show')
    .argument('<tenant>')
    .description('show one tenant with its rings and keys')
    .action((tenant: string) => run('tenant.show', { tenant }, tenantLines));

  command
    .command('remove')
    .argument('<tenant>')
    .description('take back a tenant none of whose keys was published, used or imported')
    .action(async (tenant: string) => {
      await perform('tenant.remove', { tenant });
      output.result({ removed: tenant }, () => [`${tenant} was removed.`]);
    });

  tenantChangeCommands(context).forEach((change) => command.addCommand(change));
  command.addCommand(tenantCredentialsCommand(context));

  return command;
}

const tenantTable = (found: readonly TenantSummary[]): string[] =>
  table([
    ['NAME', 'DOMAIN', 'ENVIRONMENT', 'ENDPOINT', 'PUBLISHED'],
    ...found.map(({ tenant, lastPublishedAt }) => [
      tenant.archive === null ? tenant.name : `${tenant.name} (archived)`,
      tenant.domain,
      tenant.environment,
      tenant.endpoint,
      lastPublishedAt ?? 'never',
    ]),
  ]);
