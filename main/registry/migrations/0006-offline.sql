  CREATE TABLE outbox (
    tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
    act TEXT NOT NULL CHECK (act IN ('push', 'rollback', 'clear')),
    former TEXT,
    remove_foreign TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    why TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    last_tried_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE bundles (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    act TEXT NOT NULL CHECK (act IN ('push', 'rollback', 'clear')),
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    preview_hash TEXT NOT NULL,
    kids TEXT NOT NULL,
    body TEXT,
    outcome TEXT,
    settled_at TEXT,
    courier TEXT,
    found TEXT,
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
  ) STRICT;
  CREATE INDEX bundles_by_tenant ON bundles (tenant_id);
  CREATE TRIGGER bundles_settle_once BEFORE UPDATE ON bundles WHEN OLD.outcome IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a bundle has one receipt'); END;

  CREATE TABLE couriers (
    fingerprint TEXT PRIMARY KEY,
    accepted_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE carried (
    bundle_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    receipt TEXT NOT NULL
  ) STRICT;
