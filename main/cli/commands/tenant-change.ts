// custodian tenant edit | rename | archive | revive: what may change about a tenant, after what it brings with it was shown.
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { wantsYes } from '../../../shared/domain/tenant/changes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { consequence } from '../../../shared/words/en/consequences.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { collect } from '../push-as-previewed.ts';
import { tenantLines } from '../../../shared/words/en/command-line/tenant.ts';

export const CUSTOM_DOMAIN = [
  '--custom-domain <domain>',
  'domain that publishes custom keys; may be repeated, the first one first',
  collect,
] as const;

interface EditOptions {
  apiBase?: string;
  rehearsal?: string;
  customDomain?: string[];
  yes?: boolean;
}

/** All of them, as the contract takes them. */
export function domainsIn(domains: readonly string[] | undefined): object {
  const [first, ...further] = domains ?? [];
  return first === undefined ? {} : { customDomain: first, furtherDomains: further };
}

export function tenantChangeCommands({ output, withCustodian, run }: Context): Command[] {
  const edit = new Command('edit')
    .argument('<tenant>')
    .description('change settings; “none” takes one away. What a change brings with it is shown, and wants a --yes')
    .option('--domain <domain>', 'canonical domain')
    .option(...CUSTOM_DOMAIN)
    .option('--issuer <url>', 'what its tokens name as iss')
    .option('--environment <environment>', 'development, staging or production')
    .option('--endpoint <kind>', 'auth0, jwks or sandbox')
    .option('--api-base <url>', 'management API')
    .option('--jwks-url <url>', 'public key set')
    .option('--policy <name>', 'the policy it uses')
    .option('--rehearsal <tenant>', 'the development tenant on which plans are rehearsed')
    .option('--yes', 'do it, with what it brings')
    .action(async (tenant: string, { apiBase, rehearsal, customDomain, yes = false, ...rest }: EditOptions) => {
      const given = { ...rest, ...domainsIn(customDomain), apiBaseUrl: apiBase, rehearsalTenant: rehearsal };
      const args = parsed(ACTS['tenant.edit'].args, { tenant, ...withNone(given) });
      const view = await withCustodian((custodian) => {
        const brings = custodian.previewEdit(args);
        brings.map(consequence).forEach(output.remark);
        if (brings.some(wantsYes) && !yes) {
          throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'changing-tenant', tenant } });
        }
        return custodian.editTenant(args);
      });
      output.result(view, tenantLines);
    });

  const rename = new Command('rename')
    .argument('<tenant>')
    .argument('<new-name>')
    .description('call it otherwise from now on; what is recorded keeps the old name')
    .action((tenant: string, to: string) => run('tenant.rename', { tenant, to }, tenantLines));

  const archive = new Command('archive')
    .argument('<tenant>')
    .description('archive it: no longer used, watched or due; keys and history stay')
    .requiredOption('--reason <text>', 'why, for the audit chain')
    .action((tenant: string, options: { reason: string }) =>
      run('tenant.archive', { tenant, ...options }, tenantLines),
    );

  const revive = new Command('revive')
    .argument('<tenant>')
    .description('reactivate an archived tenant')
    .action((tenant: string) => run('tenant.revive', { tenant }, tenantLines));

  return [edit, rename, archive, revive];
}

/** “none” takes a setting away. */
const withNone = (options: object): object =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, unknown] => [name, value === 'none' ? null : value]),
  );
