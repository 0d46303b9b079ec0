// The audit chain, what ties it to this device, and the notes about keychain entries. Entries are not held against a hash:
// the newest one's own is compared before every act, and binds the others.
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import type { VaultIntent } from '../../ports/secret-box.ts';
import { column, integer, json, oneOf, orAbsent, orNull, type Source, table, text } from '../codec.ts';
import { DEVICE_KEY, META, metaValue, SEAL } from '../meta.ts';
import type { Subject } from '../subject.ts';

export const AUDIT = table<AuditEntry>('audit', {
  seq: integer,
  at: text,
  actor: text,
  action: text,
  subject: text,
  details: json(),
  state: orAbsent(text),
  previousHash: text,
  hash: text,
});

const LATEST: Source<string | null> = { ...column('at', orNull(text)), table: 'audit', columns: ['max(at) AS at'] };

const INTENTS = table<VaultIntent>('vault_intents', { name: text, purpose: oneOf(['write', 'remove']), at: text });

export const audit = {
  reads: (rows) => ({
    auditAnchor() {
      const deviceKey = metaValue(rows, DEVICE_KEY);
      return deviceKey === null ? null : { deviceKey, seal: metaValue(rows, SEAL) };
    },
    auditHead: () => rows.unheld(AUDIT, 'ORDER BY seq DESC LIMIT 1')[0] ?? null,
    // What was recorded before an officer stated the clock, and what only tells that the clock is wrong, dates nothing.
    latestInstant: () =>
      rows.unheld(
        LATEST,
        `WHERE action <> 'clock.disagreed'
          AND seq >= (SELECT coalesce(max(seq), 0) FROM audit WHERE action = 'clock.stated')`,
      )[0] ?? null,
    clockEntries: () =>
      rows.unheld(AUDIT, "WHERE action IN ('clock.disagreed', 'clock.agreed', 'clock.stated') ORDER BY seq"),
    audit: (afterSeq, limit) => rows.unheld(AUDIT, 'WHERE seq > ? ORDER BY seq LIMIT ?', afterSeq, limit),
    intents: () => rows.all(INTENTS),
  }),
  changes: (rows) => ({
    setDeviceKey(deviceKey) {
      rows.put(META, { name: DEVICE_KEY, value: deviceKey });
      rows.remove(META, { name: SEAL });
    },
    adoptAudit(entries) {
      if (rows.unheld(AUDIT, 'LIMIT 1').length > 0) {
        throw new CustodianError('INTERNAL', { reference: 'a chain in front of another' });
      }
      for (const entry of entries) {
        rows.insert(AUDIT, entry);
      }
    },
    addIntent: (intent) => rows.put(INTENTS, intent),
    removeIntent: (name) => rows.remove(INTENTS, { name }),
  }),
} satisfies Subject;
