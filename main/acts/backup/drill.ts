// The drill: a backup is restored into a throw-away registry, every private key in it signs and its public key verifies, the
// chain is followed to its end. Whether it passed stays on record. A mistyped passphrase is no outcome.
import type { DrillReport } from '../../../shared/domain/backup/backup.ts';
import { type CustodianError, isCustodianError, toWireError } from '../../../shared/errors.ts';
import type { BackupFlaw } from '../../../shared/problems/backup.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import { queued } from '../bound.ts';
import type { BackupSource } from './check.ts';
import { type StagedBackup, stageBackup } from './staged.ts';

async function drill(ports: Ports, source: BackupSource, opener: BackupOpener, file: string): Promise<DrillReport> {
  const at = ports.clock.now().toISOString();
  try {
    using staged = await stageBackup(ports, source, opener);
    return record(ports, passed(ports, staged, { at, file }));
  } catch (error) {
    if (!isCustodianError(error, 'BACKUP_UNREADABLE') || isClosed(error.facts.problem)) {
      throw error;
    }
    return record(ports, failed(error, { at, file }));
  }
}

/** The passphrase or identity is overwritten before it settles. */
export const drillBackup = queued(drill, ([, opener]) => void opener.bytes.fill(0));

const CLOSED: ReadonlySet<BackupFlaw['code']> = new Set([
  'wrong-passphrase',
  'other-recipient',
  'other-shares',
  'needs-identity',
  'needs-passphrase',
  'identity-unusable',
  'no-backup',
] as const);

/** It was not opened, so it showed nothing. */
const isClosed = ({ code }: BackupFlaw): boolean => CLOSED.has(code);

function passed(
  { registry }: Ports,
  { checked, halves }: StagedBackup,
  { at, file }: { at: string; file: string },
): DrillReport {
  const { id, madeAt, tenants, device } = checked.head;
  const notInIt = registry.read((reader) =>
    reader.tenants().flatMap((tenant) =>
      reader
        .keys(tenant.id)
        .filter((key) => key.exportable && key.destroyedAt === null && !halves.has(key.id))
        .map(({ kid }) => ({ tenant: tenant.name, kid })),
    ),
  );
  const backup = { id, madeAt, device };
  return { outcome: 'passed', at, file, backup, tenants, privateHalves: checked.keys, notInIt, problem: null };
}

const failed = (error: CustodianError, { at, file }: { at: string; file: string }): DrillReport => ({
  outcome: 'failed',
  at,
  file,
  backup: null,
  tenants: 0,
  privateHalves: 0,
  notInIt: [],
  problem: toWireError(error),
});

/** One that cannot be read is known by its name alone. */
function record({ registry }: Ports, report: DrillReport): DrillReport {
  const { outcome, at, file, backup, privateHalves, problem } = report;
  const details = { outcome, file, backup: backup?.id ?? null, privateHalves, problem };
  registry.change({ action: 'backup.drilled', subject: 'backup', details }, (writer) => {
    const known = writer.backups().findLast((one) => (backup === null ? one.file === file : one.id === backup.id));
    if (known !== undefined) {
      writer.noteDrill(known.id, at, outcome);
    }
  });
  return report;
}
