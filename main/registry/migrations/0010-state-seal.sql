-- What the state of the registry is held against (docs/adr/0024): one hash for each tenant's records, and the seal over all.
  ALTER TABLE audit ADD COLUMN state TEXT;
  CREATE TABLE state_hashes (
    tenant TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    parts TEXT NOT NULL
  ) STRICT;
  CREATE TABLE state_seal (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    head TEXT NOT NULL,
    root TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT;
  CREATE INDEX keys_to_erase ON keys (destroy_at) WHERE destroy_at IS NOT NULL AND destroyed_at IS NULL;
