// Rings, their keys, and the notes about keys.
import { KEY_STATES } from '../../../shared/domain/limits.ts';
import { RSA_BITS, SIGNING_ALGORITHMS, WRITTEN_NAMES } from '../../../shared/domain/algorithms.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { CompromisedOut, KeyCounts, KeyDates, KeyName, RecordedNote } from '../../../shared/domain/records.ts';
import {
  type Columns,
  flag,
  integer,
  json,
  type Members,
  oneOf,
  orNull,
  record,
  type Source,
  table,
  text,
} from '../codec.ts';
import type { Subject } from '../subject.ts';

const RINGS = table<KeyRing>('rings', {
  id: text,
  tenantId: text,
  name: text,
  alg: oneOf(SIGNING_ALGORITHMS),
  bits: orNull(oneOf(RSA_BITS)),
  writtenAs: orNull(oneOf(WRITTEN_NAMES)),
  brought: flag,
  createdAt: text,
  retirement: orNull(json()),
});

const dates: Members<KeyDates> = {
  id: text,
  ringId: text,
  tenantId: text,
  kid: text,
  state: oneOf(KEY_STATES),
  certificateEndsAt: text,
  certificateSince: orNull(text),
  createdAt: text,
  announcedAt: orNull(text),
  publishedAt: orNull(text),
  currentAt: orNull(text),
  previousAt: orNull(text),
  revokedAt: orNull(text),
  replacedAt: orNull(text),
  takenDownAt: orNull(text),
  destroyAt: orNull(text),
  destroyedAt: orNull(text),
  uses: integer,
  lastUsedAt: orNull(text),
};

/** Without certificates and JWKs, which are the most of a fleet's bytes. */
const KEY_DATES = table<KeyDates>('keys', dates);

const KEYS = table<SigningKey>('keys', {
  ...dates,
  jwk: json(),
  certificate: text,
  alg: oneOf(SIGNING_ALGORITHMS),
  spkiSha256: text,
  provenance: json(),
  exportable: flag,
  revocation: orNull(json()),
});

const KEY_NAMES = table<KeyName>('keys', {
  tenantId: text,
  ringId: text,
  kid: text,
  state: oneOf(KEY_STATES),
  currentAt: orNull(text),
  previousAt: orNull(text),
  print: orNull(text),
});

/** Read with the names, and so kept apart from the JWK. */
const print = ({ jwk }: SigningKey): Columns => ({ print: jwk['x5t#S256'] });

const COMPROMISED = table<CompromisedOut>('keys', { tenantId: text, kid: text, revokedAt: text });

const NOTES = table<RecordedNote>('key_notes', { kid: text, kind: oneOf(['handed-out', 'confirmed']), at: text });

const COUNTS = record<KeyCounts>({ next: integer, current: integer, previous: integer, revoked: integer });

/** The index that holds the names holds the states, so that no key is read for it. */
const KEY_COUNTS: Source<KeyCounts> = {
  ...COUNTS,
  table: 'keys',
  columns: COUNTS.columns.map((state) => `sum(state = '${state}')`),
};

export const keys = {
  reads: (rows) => ({
    keyCounts: () => rows.byTenant(KEY_COUNTS, 'GROUP BY tenant_id'),
    // The index holds all of it; without the sign the order would lead through the table, with every certificate.
    keyNames: () => rows.all(KEY_NAMES, 'ORDER BY +rowid'),
    allKeyDates: () => rows.all(KEY_DATES),
    allRings: () => rows.all(RINGS),
    rings: (tenantId) => rows.of(RINGS, tenantId),
    keys: (tenantId) => rows.of(KEYS, tenantId),
    keysBySpki: (spki) => rows.all(KEYS, 'WHERE spki_sha256 = ? ORDER BY rowid', spki),
    keysToErase(at) {
      const where = 'WHERE destroy_at IS NOT NULL AND destroy_at <= ? AND destroyed_at IS NULL ORDER BY rowid';
      const due = rows.unheld(KEYS, where, at);
      due.forEach(({ tenantId }) => rows.hold(KEYS, tenantId));
      return due;
    },
    compromisedOut: () =>
      rows.all(
        COMPROMISED,
        `WHERE state = 'revoked' AND taken_down_at IS NULL AND (announced_at IS NOT NULL OR published_at IS NOT NULL)
          AND json_extract(revocation, '$.compromised') = 1 ORDER BY rowid`,
      ),
    notes: (tenantId) => rows.of(NOTES, tenantId),
  }),
  changes: (rows) => ({
    addRing: (ring) => rows.insert(RINGS, ring),
    updateRing: (ring) => rows.update(RINGS, ring),
    addKey: (key) => rows.insert(KEYS, key, print(key)),
    updateKey: (key) => rows.update(KEYS, key, print(key)),
    addNote: (tenantId, note) => rows.insert(NOTES, note, { tenant_id: tenantId }),
  }),
} satisfies Subject;
