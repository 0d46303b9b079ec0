-- The database keeps the ring invariants by itself: at most one `next` and one `current` a ring, audit rows are final.
  CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE policies (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    terms TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tenants (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    domain TEXT NOT NULL,
    custom_domain TEXT,
    environment TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    api_base_url TEXT,
    jwks_url TEXT,
    policy_id TEXT REFERENCES policies (id),
    rehearsal_tenant_id TEXT REFERENCES tenants (id) ON DELETE SET NULL,
    cache_seen TEXT,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE rings (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE,
    alg TEXT NOT NULL,
    bits INTEGER,
    created_at TEXT NOT NULL,
    UNIQUE (tenant_id, name)
  ) STRICT;

  CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    ring_id TEXT NOT NULL REFERENCES rings (id) ON DELETE CASCADE,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    alg TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('next', 'current', 'previous', 'revoked')),
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
    taken_down_at TEXT,
    destroy_at TEXT,
    destroyed_at TEXT,
    uses INTEGER NOT NULL,
    last_used_at TEXT,
    UNIQUE (tenant_id, kid),
    CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
    CHECK ((revoked_at IS NULL) = (revocation IS NULL)),
    CHECK (destroyed_at IS NULL OR state = 'revoked')
  ) STRICT;
  CREATE UNIQUE INDEX one_next_a_ring ON keys (ring_id) WHERE state = 'next';
  CREATE UNIQUE INDEX one_current_a_ring ON keys (ring_id) WHERE state = 'current';
  CREATE INDEX keys_by_material ON keys (spki_sha256);

  CREATE TABLE publications (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    hash TEXT NOT NULL,
    kids TEXT NOT NULL,
    replaced TEXT NOT NULL
  ) STRICT;
  CREATE INDEX publications_by_tenant ON publications (tenant_id, at);

  CREATE TABLE proofs (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    at TEXT NOT NULL,
    proof TEXT NOT NULL
  ) STRICT;
  CREATE INDEX proofs_by_tenant ON proofs (tenant_id, at);

  CREATE TABLE key_notes (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kid TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('handed-out', 'confirmed')),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX key_notes_by_tenant ON key_notes (tenant_id, at);

  CREATE TABLE completed_plans (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    plan_order TEXT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (tenant_id, hash)
  ) STRICT;

  CREATE TABLE vault_intents (
    name TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('write', 'remove')),
    at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_instant ON audit (at);
  CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  CREATE TRIGGER audit_is_final_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
