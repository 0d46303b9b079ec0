// custodian tenant add | list | show | edit | credentials | remove
import { Command } from 'commander';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { tenantLines } from '../../../shared/words/en/command-line/tenant.ts';
import { tenantCredentialsCommand } from './tenant-credentials.ts';

export function tenantCommand(context: Context): Command {
  const { output, perform, run } = context;
  const command = new Command('tenant');

  command
    .command('add')
    .description('add a tenant with a default ring: one current and one next key, or none yet')
    .requiredOption('--name <name>', 'how you call it')
    .requiredOption('--domain <domain>', 'canonical domain, e.g. acme.eu.auth0.com')
    .option('--custom-domain <domain>', 'domain that publishes custom keys')
    .option('--environment <environment>', 'development, staging or production')
    .option('--endpoint <kind>', 'auth0, jwks or sandbox')
    .option('--api-base <url>', 'management API, when it is not https://{domain}/api/v2')
    .option('--jwks-url <url>', 'public key set, when it is not at the custom domain')
    .option('--alg <alg>', 'algorithm of the default ring; RS256 when left out')
    .option('--bits <bits>', 'RSA modulus length: 2048, 3072 or 4096', Number)
    .option('--empty', 'I bring my own keys: start without any, and make none unasked')
    .action(({ apiBase, ...options }: Record<string, string | number | boolean | undefined>) =>
      run('tenant.add', { ...options, apiBaseUrl: apiBase }, tenantLines),
    );

  command
    .command('list')
    .description('list the tenants')
    .action(() =>
      run('tenant.list', {}, (found) =>
        found.length === 0
          ? ['No tenants yet. Add one with: custodian tenant add --name … --domain …']
          : table([
              ['NAME', 'DOMAIN', 'ENVIRONMENT', 'ENDPOINT', 'PUBLISHED'],
              ...found.map(({ tenant, lastPublishedAt }) => [
                tenant.name,
                tenant.domain,
                tenant.environment,
                tenant.endpoint,
                lastPublishedAt ?? 'never',
              ]),
            ]),
      ),
    );

  command
    .command('show')
    .argument('<tenant>')
    .description('show one tenant with its rings and keys')
    .action((tenant: string) => run('tenant.show', { tenant }, tenantLines));

  command
    .command('edit')
    .argument('<tenant>')
    .description('change settings; “none” takes one away')
    .option('--custom-domain <domain>', 'domain that publishes custom keys')
    .option('--api-base <url>', 'management API')
    .option('--jwks-url <url>', 'public key set')
    .option('--policy <name>', 'the policy it lives by')
    .option('--rehearsal <tenant>', 'the development tenant on which plans are rehearsed')
    .action(async (tenant: string, { apiBase, rehearsal, ...rest }: Record<string, string | undefined>) => {
      const settings = Object.entries({ ...rest, apiBaseUrl: apiBase, rehearsalTenant: rehearsal })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, unknown] => [name, value === 'none' ? null : value]);
      await run('tenant.edit', { tenant, ...Object.fromEntries(settings) }, tenantLines);
    });

  command
    .command('remove')
    .argument('<tenant>')
    .description('take back a tenant none of whose keys was published, used or imported')
    .action(async (tenant: string) => {
      await perform('tenant.remove', { tenant });
      output.result({ removed: tenant }, () => [`${tenant} was removed.`]);
    });

  command.addCommand(tenantCredentialsCommand(context));

  return command;
}
