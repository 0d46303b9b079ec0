// custodian policy list | set: the numbers by which tenants rotate, wait, keep and destroy.
import { Command } from 'commander';
import { z } from 'zod';
import type { PolicyView } from '../../../shared/acts/plans.ts';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import { POLICY_WARNING_WORDS } from '../../../shared/words/en/waiting.ts';
import { parsed } from '../arguments.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';

const likeSchema = z.strictObject({ like: z.enum(ENVIRONMENTS).default('production') });

/** Option name -> the number of the policy that it sets. */
const NUMBERS = {
  rotateDays: 'rotateEveryDays',
  announceDays: 'announceDays',
  keepDays: 'keepDays',
  tokenLifetime: 'tokenLifetimeSeconds',
  clockSkew: 'clockSkewSeconds',
  verifierCache: 'verifierCacheSeconds',
  safety: 'safetySeconds',
  destroyDays: 'destroyAfterDays',
  rehearsalDays: 'rehearsalDays',
  drillDays: 'drillEveryDays',
} as const satisfies Record<string, keyof PolicyTerms>;

export function policyCommand({ run }: Context): Command {
  const command = new Command('policy');

  command
    .command('list')
    .description('list the policies and the tenants that use them')
    .action(() =>
      run('policy.list', {}, (found) =>
        found.length === 0
          ? ['No policies; every tenant follows the default of its environment.']
          : found.flatMap(lines),
      ),
    );

  command
    .command('set')
    .argument('<name>')
    .description('create a policy, or change one; every tenant that uses it follows')
    .option('--like <environment>', 'start from the default of this environment (production when left out)')
    .option('--rotate-days <days>', 'a key signs this long', Number)
    .option('--announce-days <days>', 'the next key is public this long before', Number)
    .option('--keep-days <days>', 'a previous key stays published this long', Number)
    .option('--token-lifetime <seconds>', 'longest life of a token', Number)
    .option('--clock-skew <seconds>', 'how far clocks may differ', Number)
    .option('--verifier-cache <seconds>', 'longest time a verifier keeps the key set', Number)
    .option('--safety <seconds>', 'added to every wait', Number)
    .option('--destroy-days <days>', 'between revocation and erasure', Number)
    .option('--rehearsal-days <days>', 'how long a rehearsal stays valid', Number)
    .option('--drill-days <days>', 'how often a backup is drilled', Number)
    .option('--backup-first <where>', 'where a key in no backup may not sign: production, always or never')
    .option('--verifiers <ids>', 'verifiers of the catalogue, separated by commas')
    .option('--confirm-consumers <yes|no>', 'whether a person must confirm the consumers')
    .action(async (name: string, options: Record<string, string | number | undefined>) => {
      const { like } = parsed(likeSchema, { like: options['like'] });
      await run('policy.set', { name, terms: { ...DEFAULT_TERMS[like], ...changes(options) } }, lines);
    });

  return command;
}

function changes(options: Record<string, string | number | undefined>): Record<string, unknown> {
  const numbers = Object.entries(NUMBERS).flatMap(([option, term]) =>
    options[option] === undefined ? [] : [[term, options[option]] as const],
  );
  const { verifiers, confirmConsumers, backupFirst } = options;
  const given: Record<string, unknown> = Object.fromEntries(numbers);
  return {
    ...given,
    ...(backupFirst === undefined ? {} : { backupFirst }),
    ...(verifiers === undefined ? {} : { verifiers: String(verifiers).split(',') }),
    ...(confirmConsumers === undefined ? {} : { confirmConsumers: confirmConsumers === 'yes' }),
  };
}

function lines({ policy, tenants, warnings }: PolicyView): string[] {
  return [
    `${policy.name}: ${tenants.length === 0 ? 'no tenant uses it' : tenants.join(', ')}`,
    ...table(Object.entries(policy.terms).map(([term, value]) => [`  ${term}`, String(value)])),
    ...warnings.map((warning) => `  ! ${POLICY_WARNING_WORDS[warning]}`),
  ];
}
