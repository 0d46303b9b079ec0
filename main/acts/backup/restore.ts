// Restoring a backup. It is read to its end before anything is done; then tenant after tenant comes in whole: its private
// halves into the key store under notes, then its records in one transaction that clears them. Whatever stops it in between
// leaves whole tenants, and notes that the next start settles; restoring once more goes on with the rest.
import { PROTECTION } from '../../../shared/domain/backup/format.ts';
import type { Restored } from '../../../shared/domain/backup/restore.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import { RESTORE_ACTION } from '../audit/anchor.ts';
import { queued } from '../bound.ts';
import { bringIn } from './bring-in.ts';
import type { BackupSource } from './check.ts';
import { planRestore, type RestorePlan } from './preview.ts';
import { linkRehearsals } from './record-tenant.ts';
import { type StagedBackup, stageBackup } from './staged.ts';

export interface RestoreOrder {
  /** As the file is called. */
  file: string;
  /** The hash of the preview that was agreed to; `null` where nobody was asked. */
  seen: string | null;
}

async function restore(
  ports: Ports,
  source: BackupSource,
  opener: BackupOpener,
  { file, seen }: RestoreOrder,
): Promise<Restored> {
  using staged = await stageBackup(ports, source, opener);
  const plan = await planRestore(ports, staged);
  if (seen !== null && plan.preview.hash !== seen) {
    throw new CustodianError('BACKUP_CHANGED', {});
  }
  begin(ports, staged, plan);
  const found = await bringIn(ports, { staged, plan, source, opener });
  return end(ports, { staged, plan, file, opener }, found);
}

/** The passphrase or identity is overwritten before it settles. */
export const restoreBackup = queued(restore, ([, opener]) => void opener.bytes.fill(0));

/** A registry without a history takes over that of the backup; in any other the entry says where it is from. */
function begin({ registry }: Ports, { checked: { head }, copy }: StagedBackup, { preview }: RestorePlan): void {
  const { id, madeAt, device, audit } = head;
  const details = { id, madeAt, device, chain: audit, tookOverChain: preview.empty };
  registry.change({ action: RESTORE_ACTION, subject: 'backup', details }, (writer) => {
    if (preview.empty) {
      writer.adoptAudit(entriesOf(copy));
    }
  });
}

function* entriesOf({ reader }: StagedBackup['copy']): Generator<AuditEntry> {
  for (const batch of auditBatches(reader)) {
    yield* batch;
  }
}

/** From now on the keys that are in the backup count as backed up, whether they came in or were here. */
function end(
  { registry }: Ports,
  { staged, plan, file, opener }: { staged: StagedBackup; plan: RestorePlan; file: string; opener: BackupOpener },
  found: Pick<Restored, 'tenants' | 'privateHalves'>,
): Restored {
  const { head, sha256, bytes, keys } = staged.checked;
  const { id, madeAt } = head;
  const { tenants } = plan.preview;
  const restored: Restored = {
    backup: { id, madeAt },
    ...found,
    skipped: tenants.flatMap(({ tenant, verdict }) => (verdict.is === 'new' ? [] : [{ tenant, verdict }])),
    without: tenants.flatMap(({ tenant, without }) => (without.length === 0 ? [] : [{ tenant, kids: without }])),
  };
  const { backup, ...details } = restored;
  const skipped = details.skipped.map(({ tenant, verdict }) => ({ tenant, as: verdict.is }));
  registry.change(
    { action: 'backup.restored', subject: 'backup', details: { ...backup, ...details, skipped } },
    (writer) => {
      const inBackup = writer
        .tenants()
        .flatMap((tenant) => writer.keys(tenant.id))
        .filter((key) => staged.halves.has(key.id));
      writer.addBackup(
        {
          id,
          at: madeAt,
          file,
          sha256,
          bytes,
          keys,
          protection: PROTECTION[opener.kind === 'identity' ? 'recipients' : opener.kind],
          drilledAt: null,
          drill: null,
        },
        inBackup,
      );
      linkRehearsals(writer, staged.copy.reader.tenants());
    },
  );
  return restored;
}
