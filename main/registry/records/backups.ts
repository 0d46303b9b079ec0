// Backups, and which keys are in one.
import type { Backup, UnsavedKey } from '../../../shared/domain/backup/backup.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { integer, oneOf, orNull, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const BACKUPS = table<Backup>('backups', {
  id: text,
  at: text,
  file: text,
  sha256: text,
  bytes: integer,
  keys: integer,
  protection: text,
  drilledAt: orNull(text),
  drill: orNull(oneOf(['passed', 'failed'])),
});

interface BackedUp {
  keyId: string;
  tenantId: string;
  at: Instant;
}

const BACKED_UP = table<BackedUp>('backed_up_keys', { keyId: text, tenantId: text, at: text });

type Unsaved = Omit<UnsavedKey, 'tenant'> & { tenantId: string };

const UNSAVED = table<Unsaved>('keys', { tenantId: text, kid: text, state: oneOf(['next', 'current', 'previous']) });

export const backups = {
  reads: (rows) => ({
    backups: () => rows.all(BACKUPS),
    backedUpKeys: (tenantId) => new Set(rows.of(BACKED_UP, tenantId).map(({ keyId }) => keyId)),
    unsavedKeys() {
      rows.holdAll(BACKED_UP);
      return rows.all(
        UNSAVED,
        `WHERE state IN ('next', 'current', 'previous') AND exportable = 1
          AND id NOT IN (SELECT key_id FROM backed_up_keys) ORDER BY rowid`,
      );
    },
  }),
  changes: (rows) => ({
    addBackup(backup, keys) {
      rows.insertOnce(BACKUPS, backup);
      keys.forEach(({ id, tenantId }) => rows.put(BACKED_UP, { keyId: id, tenantId, at: backup.at }));
    },
    noteDrill: (id, at, drill) => rows.set(BACKUPS, { id }, { drilled_at: at, drill }),
    noteBackedUp: (keys, at) => keys.forEach(({ id, tenantId }) => rows.put(BACKED_UP, { keyId: id, tenantId, at })),
  }),
} satisfies Subject;
