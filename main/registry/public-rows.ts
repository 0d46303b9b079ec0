// What older versions kept of other people's key sets, without the private keys that some of those held. It is done once
// for each registry: since then nothing private reaches it.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { withoutPrivate } from '../../shared/domain/published-set/private-members.ts';

const DONE = 'public-rows';

const COLUMNS = [
  ['publications', 'replaced'],
  ['publications', 'sent'],
  ['bundles', 'body'],
  ['bundles', 'found'],
  ['evidence', 'document'],
] as const;

export function cleanRowsOnce(database: DatabaseSyncInstance): void {
  if (database.prepare('SELECT 1 FROM meta WHERE name = ?').get(DONE) !== undefined) {
    return;
  }
  // What is removed is overwritten in the file too.
  database.exec('PRAGMA secure_delete = ON');
  database.exec('BEGIN IMMEDIATE');
  for (const [table, column] of COLUMNS) {
    const write = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
    for (const [rowid, text] of rowsToChange(database, table, column)) {
      write.run(text, rowid);
    }
  }
  database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(DONE, 'clean');
  database.exec('COMMIT');
}

function rowsToChange(database: DatabaseSyncInstance, table: string, column: string): [number, string][] {
  const changed: [number, string][] = [];
  const all = database.prepare(`SELECT rowid AS id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL`);
  for (const row of all.iterate() as Iterable<{ id: number; text: string }>) {
    const clean = cleaned(row.text);
    if (clean !== null) {
      changed.push([row.id, clean]);
    }
  }
  return changed;
}

/** `null` when there is nothing to change. A row that cannot be read is for the doctor; it is not made worse here. */
function cleaned(text: string): string | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a text that this program wrote
    const { value, members } = withoutPrivate(JSON.parse(text) as Record<string, unknown>);
    // The hash of a proof stands in the audit chain, so a record that was changed says so itself.
    const remark = 'bodies' in value ? { withheld: members } : {};
    return members.length === 0 ? null : JSON.stringify({ ...value, ...remark });
  } catch {
    return null;
  }
}
