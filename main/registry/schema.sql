-- The schema that the migrations make, for reading: written from them by their test (vitest -u).

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  state TEXT
) STRICT;
CREATE INDEX audit_by_instant ON audit (at);
CREATE TRIGGER audit_is_final_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE authorities (
  sha256 TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  certificate TEXT NOT NULL
) STRICT;

CREATE TABLE backed_up_keys (
  key_id TEXT PRIMARY KEY REFERENCES keys (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX backed_up_by_tenant ON backed_up_keys (tenant_id);

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
CREATE INDEX bundles_out ON bundles (tenant_id) WHERE outcome IS NULL;
CREATE TRIGGER bundles_settle_once BEFORE UPDATE OF outcome, settled_at, courier ON bundles
  WHEN OLD.outcome IS NOT NULL
    AND NOT (OLD.outcome IN ('refused', 'not-confirmed') AND NEW.outcome IN ('pushed', 'already-there'))
  BEGIN SELECT RAISE(ABORT, 'a bundle has one receipt'); END;

CREATE TABLE carried (
  bundle_id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT;

CREATE TABLE completed_plans (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  plan_order TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (tenant_id, hash)
) STRICT;

CREATE TABLE consumer_notes (
  consumer_id TEXT NOT NULL REFERENCES consumers (id) ON DELETE CASCADE,
  kid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('handed-out', 'has', 'let-go')),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX consumer_notes_by_consumer ON consumer_notes (consumer_id);

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

CREATE TABLE couriers (
  fingerprint TEXT PRIMARY KEY,
  accepted_at TEXT NOT NULL
) STRICT;

CREATE TABLE drift (
  tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  report TEXT NOT NULL
) STRICT;

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

CREATE TABLE four_eyes (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  PRIMARY KEY (tenant_id, kind)
) STRICT;

CREATE TABLE hand_overs (
  number INTEGER PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id),
  tenant TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kid TEXT NOT NULL,
  format TEXT NOT NULL,
  protection TEXT NOT NULL,
  handed_to TEXT NOT NULL,
  recipient TEXT,
  sha256 TEXT NOT NULL,
  saved_at TEXT,
  confirmed_at TEXT,
  confirmed_by TEXT CHECK (confirmed_by IN ('file', 'key')),
  destroyed_at TEXT,
  destroyed_how TEXT
) STRICT;
CREATE TRIGGER hand_overs_are_final BEFORE UPDATE ON hand_overs
  WHEN (NEW.number, NEW.tenant_id, NEW.tenant, NEW.at, NEW.actor, NEW.kid, NEW.format, NEW.protection, NEW.handed_to, NEW.recipient, NEW.sha256)
      IS NOT (OLD.number, OLD.tenant_id, OLD.tenant, OLD.at, OLD.actor, OLD.kid, OLD.format, OLD.protection, OLD.handed_to, OLD.recipient, OLD.sha256)
    OR (OLD.saved_at IS NOT NULL AND NEW.saved_at IS NOT OLD.saved_at)
    OR (OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by) IS NOT (OLD.confirmed_at, OLD.confirmed_by))
    OR (OLD.destroyed_at IS NOT NULL AND (NEW.destroyed_at, NEW.destroyed_how) IS NOT (OLD.destroyed_at, OLD.destroyed_how))
  BEGIN SELECT RAISE(ABORT, 'hand-overs are append-only'); END;
CREATE INDEX hand_overs_by_tenant ON hand_overs (tenant_id, kid);
CREATE TRIGGER hand_overs_stay BEFORE DELETE ON hand_overs
  BEGIN SELECT RAISE(ABORT, 'hand-overs are append-only'); END;

CREATE TABLE kept_foreign (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  material TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (tenant_id, name, material)
) STRICT;

CREATE TABLE key_notes (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  kid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('handed-out', 'confirmed')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX key_notes_by_tenant ON key_notes (tenant_id, at);

CREATE TABLE "keys" (
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
  certificate_since TEXT,
  UNIQUE (tenant_id, kid),
  CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
  CHECK ((revoked_at IS NULL) = (revocation IS NULL)),
  CHECK ((state = 'replaced') = (replaced_at IS NOT NULL)),
  CHECK (destroyed_at IS NULL OR state IN ('revoked', 'replaced'))
) STRICT;
CREATE INDEX keys_by_material ON keys (spki_sha256);
CREATE INDEX keys_by_name ON keys (tenant_id, ring_id, state, kid, current_at, previous_at, print);
CREATE INDEX keys_to_erase ON keys (destroy_at) WHERE destroy_at IS NOT NULL AND destroyed_at IS NULL;
CREATE UNIQUE INDEX one_current_a_ring ON keys (ring_id) WHERE state = 'current';
CREATE UNIQUE INDEX one_next_a_ring ON keys (ring_id) WHERE state = 'next';
CREATE TRIGGER stays_for_ever BEFORE UPDATE ON keys WHEN OLD.exportable = 0 AND NEW.exportable = 1
  BEGIN SELECT RAISE(ABORT, 'a key that must not leave stays so'); END;

CREATE TABLE last_sets (
  tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  kids TEXT NOT NULL,
  prints TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE officers (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  device TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  added_at TEXT NOT NULL,
  PRIMARY KEY (tenant_id, device),
  UNIQUE (tenant_id, name)
) STRICT;

CREATE TABLE outbox (
  tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  act TEXT NOT NULL CHECK (act IN ('push', 'rollback', 'clear')),
  former TEXT,
  remove_foreign TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  why TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  last_tried_at TEXT NOT NULL,
  keep_foreign TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE policies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE proofs (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  kid TEXT NOT NULL,
  at TEXT NOT NULL,
  proof TEXT NOT NULL
) STRICT;
CREATE INDEX proofs_by_tenant ON proofs (tenant_id, at);

CREATE TABLE proxy (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  kind TEXT NOT NULL CHECK (kind IN ('system', 'none', 'address', 'script')),
  address TEXT,
  script TEXT,
  no_proxy TEXT NOT NULL
) STRICT;

CREATE TABLE proxy_account (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  proxy TEXT NOT NULL,
  user_name TEXT NOT NULL
) STRICT;

CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  hash TEXT NOT NULL,
  kids TEXT NOT NULL,
  replaced TEXT NOT NULL,
  act TEXT NOT NULL DEFAULT 'push' CHECK (act IN ('push', 'rollback', 'clear')),
  sent TEXT,
  confirmed_at TEXT,
  variations TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TRIGGER last_set_is_dated AFTER UPDATE OF at ON publications
  WHEN NEW.rowid = (SELECT max(rowid) FROM publications WHERE tenant_id = NEW.tenant_id)
  BEGIN UPDATE last_sets SET at = NEW.at WHERE tenant_id = NEW.tenant_id; END;
CREATE TRIGGER last_set_is_kept AFTER INSERT ON publications BEGIN
  INSERT OR REPLACE INTO last_sets SELECT tenant_id, at, act, kids, prints FROM sets_sent WHERE number = NEW.rowid;
END;
CREATE INDEX publications_by_tenant ON publications (tenant_id, at);

CREATE TABLE rings (
  id TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT NOT NULL COLLATE NOCASE,
  alg TEXT NOT NULL,
  bits INTEGER,
  created_at TEXT NOT NULL,
  brought INTEGER NOT NULL DEFAULT 0 CHECK (brought IN (0, 1)),
  retirement TEXT,
  written_as TEXT,
  UNIQUE (tenant_id, name)
) STRICT;

CREATE VIEW sets_sent AS SELECT rowid AS number, tenant_id, at, act, kids,
  (SELECT json_group_object(json_extract(sent_key.value, '$.kid'), json_extract(sent_key.value, '$."x5t#S256"'))
    FROM json_each(sent, '$.keys') AS sent_key
    WHERE json_type(sent_key.value, '$.kid') = 'text') AS prints
  FROM publications;

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
  created_at TEXT NOT NULL,
  issuer TEXT,
  further_domains TEXT NOT NULL DEFAULT '[]',
  archive TEXT
) STRICT;

CREATE TABLE used_approvals (
  id TEXT PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX used_approvals_by_tenant ON used_approvals (tenant_id);

CREATE TABLE vault_intents (
  name TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('write', 'remove')),
  at TEXT NOT NULL
) STRICT;
