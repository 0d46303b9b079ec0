-- Rings that sign no more, and decisions to keep keys of others, each for the very key that it was made about.
  ALTER TABLE rings ADD COLUMN retirement TEXT;
  ALTER TABLE outbox ADD COLUMN keep_foreign TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE kept_foreign (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    material TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    UNIQUE (tenant_id, name, material)
  ) STRICT;
