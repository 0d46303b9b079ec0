// custodian network show | set | test: authorities of the company, proxies, and whether the way to a tenant is open.
import { Command, Option } from 'commander';
import { type NetworkTest, type NetworkView } from '../../../shared/domain/network.ts';
import { proxyWords, reachedWords, routeWords, trustedWords } from '../../../shared/words/en/network.ts';
import { sentenceFor } from '../../../shared/words/en/errors.ts';

import { EXIT } from '../exit-codes.ts';
import { networkChanges, type NetworkOptions } from '../network-options.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';

export function networkCommand({ output, console, withCustodian, perform, run }: Context): Command {
  const command = new Command('network');

  command
    .command('show')
    .description('whom TLS trusts beyond what is built in, and which proxy is used')
    .action(() => run('network.show', {}, networkLines));

  command
    .command('set')
    .description('trust an authority, set the proxy; what is not named stays as it is')
    .option('--ca <files...>', 'trust the authorities in these files (PEM or DER) besides those trusted already')
    .option('--remove-ca <sha256>', 'stop trusting this one; “network show” names it')
    .addOption(literally('--no-ca', 'trust none of those that were named here'))
    .option('--proxy <url>', 'http://host:port or https://host:port; “system”: as environment and system say; “none”')
    .option('--pac <address>', 'URL or file of a proxy script (PAC), which the window alone can run')
    .addOption(literally('--no-proxy <list>', 'hosts, .suffixes and networks that are reached directly; “none” clears'))
    .option('--proxy-user <user>', 'who we are at the proxy')
    .option('--proxy-at <url>', 'at which proxy, when it is not the one of --proxy')
    .option('--proxy-password-stdin', 'read the password from standard input; it goes to the keychain')
    .option('--forget-proxy-user', 'remove user and password')
    .action(async (options: NetworkOptions) => {
      const view = await withCustodian(async ({ network }) => {
        const changes = await networkChanges(options, await network.show(), console);
        for (const change of changes) {
          await change(network);
        }
        return network.show();
      });
      output.result(view, networkLines);
    });

  command
    .command('test')
    .argument('[tenant]')
    .description('try the way to a tenant, or to all: route, proxy and TLS; nothing is sent')
    .action(async (tenant: string | undefined) => {
      const results = await perform('network.test', { tenant });
      output.result(results, (found) => (found.length === 0 ? ['No tenants yet.'] : found.flatMap(testLines)));
      output.exitCode = results.every(({ error }) => error === null) ? EXIT.ok : EXIT.remote;
    });

  return command;
}

/** An option whose name begins with “no-” and that takes nothing back. */
function literally(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.negate = false;
  return option;
}

function networkLines({ authorities, trusted, proxy }: NetworkView): string[] {
  const { noProxy, account } = proxy;
  return [
    'authorities besides those built in',
    ...trustedWords(trusted).map((line) => `  ${line}`),
    ...(authorities.length === 0
      ? ['  none was named here']
      : authorities.flatMap(({ subject, sha256, endsAt }) => [
          `  named here: ${subject}, until ${endsAt}`,
          `    ${sha256}`,
        ])),
    ...table([
      ['proxy', proxyWords(proxy)],
      ['without proxy', noProxy.length === 0 ? 'this machine' : `this machine, ${noProxy.join(', ')}`],
      ['password', account === null ? 'none' : `of ${account.user}, sent to ${account.proxy} only`],
    ]),
  ];
}

function testLines({ tenant, host, reached, error }: NetworkTest): string[] {
  if (reached !== null) {
    return [`${tenant}: ${host} ${reachedWords(reached)}`, `  ${routeWords(reached.route)}`];
  }
  const { message, advice } = sentenceFor(error ?? { code: 'INTERNAL', facts: { reference: 'network' } });
  return [`${tenant}: ${host} NOT REACHED`, `  ${message}`, `  ${advice}`];
}
