// A backup as it lies on the disk, before it counts: opened with what will open it later, and held against itself.
import type { BackupHead } from '../../../shared/domain/backup/format.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { SealedBackup } from '../../ports/backup.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import { erasing } from '../../ports/secret.ts';
import { type BackupSource, checkBackup } from './check.ts';
import { handOverSheets, openerOfSheets, type SharesOrder } from './share-sheets.ts';

interface Written {
  head: BackupHead;
  /** How many private keys were written. */
  keys: number;
}

interface Opened {
  passphrase: Uint8Array | null;
  shares: SharesOrder | undefined;
  sealed: Pick<SealedBackup, 'shares'>;
}

/** For recipients nobody here can open it. Throws BACKUP_NOT_PROVEN, and what the hand-over of the sheets throws. */
export async function proveBackup(
  ports: Ports,
  again: BackupSource,
  written: Written,
  { passphrase, shares, sealed }: Opened,
): Promise<void> {
  if (passphrase !== null) {
    await requireSame(ports, again, { kind: 'passphrase', bytes: passphrase }, written);
  }
  if (shares !== undefined && sealed.shares !== null) {
    const opener = await openerOfSheets(ports, sealed.shares, shares.threshold);
    using _bytes = erasing(opener.bytes);
    const sha256 = await requireSame(ports, again, opener, written);
    await handOverSheets(ports, shares, sealed.shares, { ...written.head, sha256 });
  }
}

async function requireSame(
  { reading, registry }: Ports,
  again: BackupSource,
  opener: BackupOpener,
  { head, keys }: Written,
): Promise<string> {
  const checked = await checkBackup({ reading, schema: registry.schema() }, again, opener);
  if (checked.head.id !== head.id || checked.keys !== keys) {
    throw new CustodianError('BACKUP_NOT_PROVEN', {});
  }
  return checked.sha256;
}
