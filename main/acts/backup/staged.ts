// A backup that was read to its end, with its records in a registry beside this one. Nothing of it is believed but what the
// check held against itself; the records are read by the same definitions as those of the registry.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { CopiedRow, RegistryCopy, StagedRegistry } from '../../ports/registry-copy.ts';
import { type BackupSource, checkBackup, type CheckedBackup } from './check.ts';
import { flawed } from './parse.ts';

export interface StagedBackup extends Disposable {
  checked: CheckedBackup;
  /** Its records. */
  copy: RegistryCopy;
  /** The ids of keys whose private key is in it. */
  halves: ReadonlySet<string>;
}

/** Throws as `checkBackup`. The caller disposes of it. */
export async function stageBackup(
  { reading, registry }: Pick<Ports, 'reading' | 'registry'>,
  source: BackupSource,
  opener: BackupOpener,
): Promise<StagedBackup> {
  const halves = new Set<string>();
  let staged: StagedRegistry | null = null;
  const add = (table: string, row: CopiedRow): void => unlessUnfit(() => staged?.add(table, row));
  try {
    const checked = await checkBackup({ reading, schema: registry.schema() }, source, opener, {
      head: ({ schema }) => {
        staged = registry.stage(schema);
      },
      row: add,
      entry: ({ previousHash, details, ...entry }) =>
        add('audit', { ...entry, previous_hash: previousHash, details: JSON.stringify(details) }),
      key: (id) => {
        halves.add(id);
        return Promise.resolve();
      },
    });
    const copy = unlessUnfit(() => finished(staged));
    try {
      unlessUnfit(() => requireKeys(copy, halves));
    } catch (error) {
      copy[Symbol.dispose]();
      throw error;
    }
    return { checked, copy, halves, [Symbol.dispose]: () => copy[Symbol.dispose]() };
  } finally {
    disposed(staged);
  }
}

// A variable that a callback sets is not seen to be set.
const disposed = (staged: StagedRegistry | null): void => staged?.[Symbol.dispose]();

function finished(staged: StagedRegistry | null): RegistryCopy {
  if (staged === null) {
    throw flawed({ code: 'no-backup' });
  }
  return staged.finish();
}

/** The records name the keys that lie beside them, by the same public key. */
function requireKeys({ reader }: RegistryCopy, halves: ReadonlySet<string>): void {
  const recorded = new Set(reader.tenants().flatMap(({ id }) => reader.keys(id).map((key) => key.id)));
  if (![...halves].every((id) => recorded.has(id))) {
    throw flawed({ code: 'rows-unfit' });
  }
}

/** Whatever the database says of rows that came from a file. */
function unlessUnfit<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isCustodianError(error) && !isCustodianError(error, 'REGISTRY_DAMAGED')
      ? error
      : new CustodianError('BACKUP_UNREADABLE', { problem: { code: 'rows-unfit' } }, { cause: error });
  }
}
