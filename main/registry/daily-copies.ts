// Copies of the registry that nobody has to think of: before the schema changes, and once a day. They lie in the data folder, hold
// public facts only, and the oldest go. A copy saves no key; it shows what was on record, and can be put back.
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { quoted } from './sql.ts';

const FOLDER = 'copies';

const KEPT = { day: 7, schema: 3 } as const;

/** `registry-day-2026-11-29.db`, `registry-schema-00014.db`: by their names the newest is the last. */
const NAME = /^registry-(day|schema)-[\d-]+\.db$/;

interface CopyOrder {
  folder: string;
  /** The steps that made the tables. */
  schema: number;
  /** The steps that this program knows. */
  known: number;
  today: Date;
}

/** Nothing fails by it: on a full disk, or one that may only be read, the registry itself matters more. */
export function keepCopies(database: DatabaseSyncInstance, { folder, schema, known, today }: CopyOrder): void {
  const wanted = [
    ...(schema < known ? [`registry-schema-${String(schema).padStart(5, '0')}.db`] : []),
    `registry-day-${today.toISOString().slice(0, 10)}.db`,
  ];
  try {
    const copies = path.join(folder, FOLDER);
    mkdirSync(copies, { mode: 0o700, recursive: true });
    for (const name of wanted.filter((one) => !existsSync(path.join(copies, one)))) {
      writeCopy(database, path.join(copies, name));
    }
    removeOldest(copies);
  } catch {
    // said above
  }
}

/** Under a passing name until it is whole. */
function writeCopy(database: DatabaseSyncInstance, file: string): void {
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  try {
    database.exec(`VACUUM INTO ${quoted(draft)}`);
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeOldest(copies: string): void {
  const names = readdirSync(copies).toSorted();
  for (const [kind, kept] of Object.entries(KEPT)) {
    const ofKind = names.filter((name) => NAME.exec(name)?.[1] === kind);
    ofKind.slice(0, -kept).forEach((name) => rmSync(path.join(copies, name), { force: true }));
  }
}
