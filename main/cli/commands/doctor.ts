// custodian doctor: is everything where it should be? Changes nothing.
import { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import { table } from '../output.ts';
import type { Context } from '../program.ts';

export function doctorCommand({ output, console, withCustodian }: Context): Command {
  return new Command('doctor').description('check the keychain, the registry and the audit chain').action(async () => {
    const report = await withCustodian(async (custodian) => ({
      runtime: console.runtime,
      ...(await custodian.status()),
      audit: custodian.verifyAudit(),
      tenants: custodian.listTenants().length,
    }));
    output.result(report, ({ runtime, vault, audit, sandbox, tenants }) =>
      table([
        ['runtime', runtime],
        ['keychain', `${vault.condition}${vault.detail === '' ? '' : ` (${vault.detail})`}`],
        ['audit chain', audit.ok ? `whole, ${audit.entries} entries` : `broken at entry ${audit.brokenAt ?? 0}`],
        ['sandbox', sandbox.url ?? 'not running'],
        ['tenants', String(tenants)],
      ]),
    );
    output.exitCode = report.vault.condition !== 'available' ? EXIT.custody : report.audit.ok ? EXIT.ok : EXIT.refused;
  });
}
