// custodian ring add | retire | list
import { Command } from 'commander';

import { RSA_BITS, SIGNING_ALGORITHMS } from '../../../shared/domain/algorithms.ts';
import type { Context } from '../context.ts';
import { addedLines, ringLines } from '../../../shared/words/en/command-line/tenant.ts';

interface AddOptions {
  alg: string;
  algName?: string;
  bits?: number;
  name?: string;
  empty?: boolean;
}

export function ringCommand({ output, perform, run }: Context): Command {
  const command = new Command('ring');

  command
    .command('add')
    .argument('<tenant>')
    .description('add a ring with a current and a next key, or an empty one')
    .requiredOption('--alg <alg>', SIGNING_ALGORITHMS.join(', '))
    .option('--bits <bits>', `RSA modulus length: ${RSA_BITS.join(', ')}`, Number)
    .option('--name <name>', 'name of the ring; the algorithm when left out')
    .option('--alg-name <name>', 'how JWKs and tokens of an Ed25519 ring call it: EdDSA, or Ed25519 (RFC 9864)')
    .option('--empty', 'I bring my own keys: start without any, and make none unasked')
    .action((tenant: string, { algName, ...options }: AddOptions) =>
      run('ring.add', { tenant, ...options, writtenAs: algName }, addedLines),
    );

  command
    .command('retire')
    .argument('<tenant>')
    .description('the ring no longer signs; its keys leave the published set under the clocks, its history stays')
    .requiredOption('--ring <ring>', 'name of the ring')
    .requiredOption('--reason <text>', 'why, for the record')
    .action((tenant: string, options: { ring: string; reason: string }) =>
      run('ring.retire', { tenant, ...options }, (view) => [
        ...ringLines(view),
        'Push the tenant, so that keys which nobody needs leave its set. Revoke each previous key in its time.',
      ]),
    );

  command
    .command('list')
    .argument('<tenant>')
    .description('list the rings of a tenant')
    .action(async (tenant: string) => {
      const { rings } = await perform('tenant.show', { tenant });
      output.result(rings, (views) => views.flatMap(ringLines));
    });

  return command;
}
