-- Replaced before it was ever used is no revocation: an end of its own, and what older versions called revoked for that
-- reason becomes it. And a ring whose keys are brought in from files.
  CREATE TABLE keys_anew (
    id TEXT PRIMARY KEY,
    ring_id TEXT NOT NULL REFERENCES rings (id) ON DELETE CASCADE,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    alg TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('next', 'current', 'previous', 'revoked', 'replaced')),
    jwk TEXT NOT NULL,
    certificate TEXT NOT NULL,
    certificate_ends_at TEXT NOT NULL,
    spki_sha256 TEXT NOT NULL,
    provenance TEXT NOT NULL,
    created_at TEXT NOT NULL,
    announced_at TEXT,
    published_at TEXT,
    current_at TEXT,
    previous_at TEXT,
    revoked_at TEXT,
    revocation TEXT,
    replaced_at TEXT,
    taken_down_at TEXT,
    destroy_at TEXT,
    destroyed_at TEXT,
    uses INTEGER NOT NULL,
    last_used_at TEXT,
    exportable INTEGER NOT NULL DEFAULT 1 CHECK (exportable IN (0, 1)),
    print TEXT,
    UNIQUE (tenant_id, kid),
    CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
    CHECK ((revoked_at IS NULL) = (revocation IS NULL)),
    CHECK ((state = 'replaced') = (replaced_at IS NOT NULL)),
    CHECK (destroyed_at IS NULL OR state IN ('revoked', 'replaced'))
  ) STRICT;
  INSERT INTO keys_anew (id, ring_id, tenant_id, kid, alg, state, jwk, certificate, certificate_ends_at, spki_sha256,
      provenance, created_at, announced_at, published_at, current_at, previous_at, revoked_at, revocation, taken_down_at,
      destroy_at, destroyed_at, uses, last_used_at, exportable, print)
    SELECT id, ring_id, tenant_id, kid, alg, state, jwk, certificate, certificate_ends_at, spki_sha256,
      provenance, created_at, announced_at, published_at, current_at, previous_at, revoked_at, revocation, taken_down_at,
      destroy_at, destroyed_at, uses, last_used_at, exportable, print
    FROM keys ORDER BY rowid;
  UPDATE keys_anew SET state = 'replaced', replaced_at = revoked_at, revoked_at = NULL, revocation = NULL
    WHERE state = 'revoked' AND announced_at IS NULL AND published_at IS NULL AND previous_at IS NULL AND uses = 0
      AND json_extract(revocation, '$.reason') = 'replaced before it was published or used'
      AND json_extract(revocation, '$.compromised') = 0;
  DROP TABLE keys;
  ALTER TABLE keys_anew RENAME TO keys;
  CREATE UNIQUE INDEX one_next_a_ring ON keys (ring_id) WHERE state = 'next';
  CREATE UNIQUE INDEX one_current_a_ring ON keys (ring_id) WHERE state = 'current';
  CREATE INDEX keys_by_material ON keys (spki_sha256);
  CREATE INDEX keys_by_name ON keys (tenant_id, ring_id, state, kid, current_at, previous_at, print);
  CREATE INDEX keys_to_erase ON keys (destroy_at) WHERE destroy_at IS NOT NULL AND destroyed_at IS NULL;
  CREATE TRIGGER stays_for_ever BEFORE UPDATE ON keys WHEN OLD.exportable = 0 AND NEW.exportable = 1
    BEGIN SELECT RAISE(ABORT, 'a key that must not leave stays so'); END;

  ALTER TABLE rings ADD COLUMN brought INTEGER NOT NULL DEFAULT 0 CHECK (brought IN (0, 1));
