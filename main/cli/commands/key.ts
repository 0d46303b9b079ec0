// custodian key generate | import | list | show | rotate | revoke | withdraw
import { sameName } from '../../../shared/domain/names.ts';
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { parsed } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { readJsonObject, readText } from '../standard-input.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import {
  erasureLines,
  faultLines,
  keyTable,
  ringLines,
  tokenLines,
} from '../../../shared/words/en/command-line/tenant.ts';
import { type AfterWithdrawal, withdrawalLines } from '../../../shared/words/en/command-line/withdrawal.ts';
import { handOverLines } from './hand-over.ts';
import { keyCertificateCommand, keyReissueCommand } from './key-certificate.ts';
import { keyImportCommand } from './key-import.ts';
import { keyImportManyCommand } from './key-import-many.ts';

interface RingOption {
  ring?: string;
}

interface GenerateOptions extends RingOption {
  nonExportable?: boolean;
  replace?: string;
}

export function keyCommand(context: Context): Command {
  const { output, console, withCustodian, perform, run } = context;
  const command = new Command('key').addCommand(keyImportCommand(context)).addCommand(keyImportManyCommand(context));
  command.addCommand(keyReissueCommand(context)).addCommand(keyCertificateCommand(context));
  const overrideOption = ['--override <reason>', 'go ahead before the clock allows it; recorded'] as const;
  const replaceOption = [
    '--replace <kid>',
    'the key that may make room although it was imported or handed over',
  ] as const;
  const ringOption = ['--ring <name>', 'which ring; “default” when left out'] as const;

  command
    .command('generate')
    .argument('<tenant>')
    .description('generate a next key; replaces one that nobody has seen')
    .option('--non-exportable', 'the private key must never leave the keychain in a file; cannot be undone')
    .option(...replaceOption)
    .option(...ringOption)
    .action((tenant: string, { nonExportable = false, ...options }: GenerateOptions) =>
      run('key.generate', { tenant, ...options, exportable: !nonExportable }, ringLines),
    );

  command
    .command('list')
    .argument('<tenant>')
    .description('list the keys: next, current, previous, revoked')
    .option(...ringOption)
    .action(async (tenant: string, { ring }: RingOption) => {
      const { rings, certificateFaults } = await perform('tenant.show', { tenant });
      const chosen = ring === undefined ? rings : rings.filter((view) => sameName(view.ring.name, ring));
      if (chosen.length === 0 && ring !== undefined) {
        throw new CustodianError('RING_NOT_FOUND', { tenant, ring });
      }
      const keys = chosen.flatMap((view) =>
        view.keys.map((key) => ({
          ...key,
          ring: view.ring.name,
          certificateFaults: certificateFaults[key.kid] ?? [],
        })),
      );
      output.result(keys, (found) => [
        ...keyTable(found),
        ...faultLines(
          certificateFaults,
          found.map(({ kid }) => kid),
        ),
      ]);
    });

  command
    .command('show')
    .argument('<tenant>')
    .argument('<kid>')
    .description('show one key and its certificate')
    .action(async (tenant: string, kid: string) => {
      const args = parsed(ACTS['key.certificate'].args, { tenant, kid });
      const shown = await withCustodian((custodian) => {
        const certificate = custodian.certificateOf(args);
        const { rings, certificateFaults } = custodian.showTenant({ tenant });
        const keys = rings.flatMap((view) => view.keys);
        return { key: keys.find((key) => key.kid === kid), certificate, faults: certificateFaults[kid] ?? [] };
      });
      output.result(shown, ({ key, certificate, faults }) => [
        ...table([
          ['kid', kid],
          ['state', key?.state ?? ''],
          ['private key', key?.exportable === false ? 'stays here for ever' : 'may be handed over'],
          ['algorithm', key?.alg ?? ''],
          ['subject', certificate.subject],
          ['serial', certificate.serial],
          ['valid', `${certificate.notBefore} to ${certificate.notAfter}`],
          ['SHA-1', certificate.sha1],
          ['SHA-256', certificate.sha256],
        ]),
        ...faultLines({ [kid]: faults }),
      ]);
    });

  command
    .command('rotate')
    .argument('<tenant>')
    .description('bring the next key into use; the current one becomes previous')
    .option(...ringOption)
    .option('--reason <text>', 'why, for the audit chain')
    .option(...overrideOption)
    .option('--abort', 'take the last rotation back, while it has had no effect outside')
    .option(...replaceOption)
    .action((tenant: string, { abort, ...options }: RingOption & { abort?: boolean; reason?: string }) =>
      run(abort === true ? 'key.abortRotation' : 'key.rotate', { tenant, ...options }, ringLines),
    );

  command
    .command('revoke')
    .argument('<tenant>')
    .argument('<kid>')
    .description('take a previous key out of service for ever')
    .requiredOption('--reason <text>', 'why, for the audit chain')
    .option('--compromised', 'the private key may have been exposed')
    .option('--compromised-since <instant>', 'since when, e.g. 2026-11-22T08:00:00Z')
    .option(...overrideOption)
    .action(async (tenant: string, kid: string, options: { reason: string; compromised?: boolean }) => {
      const args = parsed(ACTS['key.revoke'].args, { tenant, kid, ...options });
      const outcome = await withCustodian(async (custodian) => {
        const view = await custodian.revokeKey(args);
        return { ...view, handOvers: custodian.listHandOvers({ tenant, kid, out: !args.compromised }) };
      });
      output.result(outcome, revokedLines);
    });

  command
    .command('withdraw')
    .argument('<tenant>')
    .argument('<kid>')
    .description('take a next key out of the way for ever that leaked or was never wanted')
    .requiredOption('--reason <text>', 'why, for the audit chain')
    .option('--compromised', 'the private key may have been exposed')
    .option('--compromised-since <instant>', 'since when, e.g. 2026-11-22T08:00:00Z')
    .action(async (tenant: string, kid: string, options: { reason: string; compromised?: boolean }) => {
      const args = parsed(ACTS['key.withdraw'].args, { tenant, kid, ...options });
      const outcome = await withCustodian(async (custodian) => {
        const view = await custodian.withdrawKey(args);
        const handOvers = custodian.listHandOvers({ tenant, kid, out: !args.compromised });
        return { ...view, handOvers, follows: followsWithdrawal(view, kid) };
      });
      output.result(outcome, (all) => [...revokedLines(all), ...withdrawalLines(tenant, all)]);
    });

  command
    .command('rotate-and-revoke')
    .argument('<tenant>')
    .description('emergency: the current key stops signing and is revoked at once, whatever the clocks say')
    .requiredOption('--reason <text>', 'why, for the audit chain')
    .option('--compromised', 'the private key may have been exposed')
    .option('--compromised-since <instant>', 'since when, e.g. 2026-11-22T08:00:00Z')
    .option('--next-too', 'the next key leaked as well, or there is none: fresh keys take both places')
    .option(...ringOption)
    .action(async (tenant: string, options: RingOption & { reason: string; compromised?: boolean }) => {
      const args = parsed(ACTS['key.rotateAndRevoke'].args, { tenant, ...options });
      const outcome = await withCustodian(async (custodian) => {
        const view = await custodian.rotateAndRevoke(args);
        return {
          ...view,
          handOvers: lastRevoked(view).flatMap((kid) =>
            custodian.listHandOvers({ tenant, kid, out: !args.compromised }),
          ),
        };
      });
      output.result(outcome, revokedLines);
    });

  command
    .command('destroy')
    .argument('<tenant>')
    .argument('<kid>')
    .description('schedule the erasure of a revoked key’s private key, as many days ahead as the policy says')
    .option('--confirm <kid>', 'the kid once more')
    .option('--cancel', 'take a scheduled erasure back')
    .action((tenant: string, kid: string, { confirm = '', cancel }: { confirm?: string; cancel?: boolean }) =>
      cancel === true
        ? run('key.keep', { tenant, kid }, ringLines)
        : run('key.destroy', { tenant, kid, confirm }, (view) => [
            ...ringLines(view),
            ...erasureLines(view, tenant, kid),
          ]),
    );

  command
    .command('sign')
    .argument('<tenant>')
    .description('sign a JWT with the current key; the claims come from standard input as a JSON object')
    .requiredOption('--claims-stdin', 'read the claims from standard input')
    .option('--kid <kid>', 'which key; it must be current')
    .option('--ttl <seconds>', 'seconds to exp, unless the claims have one', Number, 300)
    .option(...ringOption)
    .action(async (tenant: string, { ring, kid, ttl }: RingOption & { kid?: string; ttl: number }) => {
      const claims = await readJsonObject(console.stdin, 'claims');
      await run('token.sign', { tenant, ring, kid, ttl, claims }, ({ jws }) => [jws]);
    });

  command
    .command('verify')
    .argument('<tenant>')
    .description('read a JWT from standard input: what it says, who signed it, whether it would be accepted')
    .requiredOption('--token-stdin', 'read the token from standard input')
    .action(async (tenant: string) => {
      const jws = await readText(console.stdin, 'token');
      const reading = await perform('token.read', { tenant, jws });
      output.result(reading, tokenLines);
      output.exitCode = reading.accepted ? EXIT.ok : EXIT.refused;
    });

  return command;
}

/** The kids that the act revoked: one, or two at the same instant. */
function lastRevoked({ keys }: RingView): string[] {
  const revoked = keys.filter(({ state }) => state === 'revoked');
  return revoked.filter(({ revokedAt }) => revokedAt === revoked[0]?.revokedAt).map(({ kid }) => kid);
}

/** Everybody who holds a copy has to hear of it; of a compromised key, whoever ever held one. */
function revokedLines({ handOvers, ...view }: RingView & { handOvers: HandOver[] }): string[] {
  return handOvers.length === 0
    ? ringLines(view)
    : [
        ...ringLines(view),
        'It was handed over to (“custodian handover destroyed” says when a copy is gone):',
        ...handOverLines(handOvers),
      ];
}

const followsWithdrawal = ({ keys }: RingView, kid: string): AfterWithdrawal => ({
  push: keys.some((key) => key.kid === kid && key.announcedAt !== null),
  next: keys.find(({ state }) => state === 'next')?.kid ?? null,
});
