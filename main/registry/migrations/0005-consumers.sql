  CREATE TABLE consumers (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE,
    verifier TEXT NOT NULL,
    cache_seconds INTEGER,
    contact TEXT,
    format TEXT,
    rings TEXT,
    note TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (tenant_id, name)
  ) STRICT;

  CREATE TABLE consumer_notes (
    consumer_id TEXT NOT NULL REFERENCES consumers (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('handed-out', 'has', 'let-go')),
    at TEXT NOT NULL,
    actor TEXT NOT NULL
  ) STRICT;
  CREATE INDEX consumer_notes_by_consumer ON consumer_notes (consumer_id);
