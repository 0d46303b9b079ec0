-- Backups that were read back and so count, and which keys were in one, by the newest.
  CREATE TABLE backups (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    keys INTEGER NOT NULL,
    protection TEXT NOT NULL,
    drilled_at TEXT,
    drill TEXT CHECK (drill IN ('passed', 'failed')),
    CHECK ((drilled_at IS NULL) = (drill IS NULL))
  ) STRICT;
  CREATE TABLE backed_up_keys (
    key_id TEXT PRIMARY KEY REFERENCES keys (id) ON DELETE CASCADE,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX backed_up_by_tenant ON backed_up_keys (tenant_id);
