  CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
    kids TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT;
  CREATE INDEX evidence_by_tenant ON evidence (tenant_id, at);

  CREATE INDEX keys_by_name ON keys (tenant_id, ring_id, state, kid);

  CREATE TABLE drift (
    tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
    report TEXT NOT NULL
  ) STRICT;
