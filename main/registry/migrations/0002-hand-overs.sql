  ALTER TABLE keys ADD COLUMN exportable INTEGER NOT NULL DEFAULT 1 CHECK (exportable IN (0, 1));
  CREATE TRIGGER stays_for_ever BEFORE UPDATE ON keys WHEN OLD.exportable = 0 AND NEW.exportable = 1
    BEGIN SELECT RAISE(ABORT, 'a key that must not leave stays so'); END;

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
    saved_at TEXT
  ) STRICT;
  CREATE INDEX hand_overs_by_tenant ON hand_overs (tenant_id, kid);
  CREATE TRIGGER hand_overs_stay BEFORE DELETE ON hand_overs
    BEGIN SELECT RAISE(ABORT, 'hand-overs are append-only'); END;
  CREATE TRIGGER hand_overs_are_final BEFORE UPDATE ON hand_overs
    WHEN OLD.saved_at IS NOT NULL OR NEW.saved_at IS NULL
      OR (NEW.number, NEW.tenant_id, NEW.tenant, NEW.at, NEW.actor, NEW.kid, NEW.format, NEW.protection, NEW.handed_to, NEW.sha256)
        IS NOT (OLD.number, OLD.tenant_id, OLD.tenant, OLD.at, OLD.actor, OLD.kid, OLD.format, OLD.protection, OLD.handed_to, OLD.sha256)
      OR NEW.recipient IS NOT OLD.recipient
    BEGIN SELECT RAISE(ABORT, 'hand-overs are append-only'); END;
