// What there is of backups, and what is in none.
import { type BackupStatus, drillDueAt } from '../../../shared/domain/backup/backup.ts';
import { bound } from '../bound.ts';

export const backupStatus = bound('backup.status', ({ registry }): BackupStatus => {
  return registry.read((reader) => {
    const names = new Map(reader.tenants().map(({ id, name }) => [id, name]));
    const backups = reader.backups();
    const last = backups.at(-1) ?? null;
    const [lastDrill = null] = backups
      .flatMap(({ drilledAt, drill }) =>
        drilledAt === null || drill === null ? [] : [{ at: drilledAt, outcome: drill }],
      )
      .toSorted((one, other) => other.at.localeCompare(one.at));
    const unsaved = reader.unsavedKeys().map(({ tenantId, ...key }) => ({ tenant: names.get(tenantId) ?? '', ...key }));
    return { last, unsaved, lastDrill, drillDueAt: drillDueAt(last, lastDrill) };
  });
});
