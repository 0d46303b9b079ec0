// What there is of backups, and what is in none.
import { type BackupStatus, drillDueAt } from '../../../shared/domain/backup/backup.ts';
import { LATER_TERMS } from '../../../shared/domain/timing/policy.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import { bound } from '../bound.ts';

export const backupStatus = bound('backup.status', ({ registry }): BackupStatus => {
  return registry.read((reader) => {
    const tenants = reader.tenants();
    const names = new Map(tenants.map(({ id, name }) => [id, name]));
    const policies = new Map(reader.policies().map((policy) => [policy.id, policy]));
    const terms = tenants.map(({ environment, policyId }) =>
      termsFor(environment, policies.get(policyId ?? '') ?? null),
    );
    // A longer time counts where every tenant has it.
    const everyDays = terms.reduce((least, { drillEveryDays }) => Math.min(least, drillEveryDays), Infinity);
    const backups = reader.backups();
    const last = backups.at(-1) ?? null;
    const [lastDrill = null] = backups
      .flatMap(({ drilledAt, drill }) =>
        drilledAt === null || drill === null ? [] : [{ at: drilledAt, outcome: drill }],
      )
      .toSorted((one, other) => other.at.localeCompare(one.at));
    const unsaved = reader.unsavedKeys().map(({ tenantId, ...key }) => ({ tenant: names.get(tenantId) ?? '', ...key }));
    return {
      last,
      unsaved,
      lastDrill,
      drillDueAt: drillDueAt(last, lastDrill, tenants.length === 0 ? LATER_TERMS.drillEveryDays : everyDays),
    };
  });
});
