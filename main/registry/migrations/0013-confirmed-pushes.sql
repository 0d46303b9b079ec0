-- A push that was accepted is on record before it can be seen, and how the tenant shows it is kept beside it.
  ALTER TABLE publications ADD COLUMN confirmed_at TEXT;
  ALTER TABLE publications ADD COLUMN variations TEXT NOT NULL DEFAULT '[]';
  UPDATE publications SET confirmed_at = at;
  CREATE TRIGGER last_set_is_dated AFTER UPDATE OF at ON publications
    WHEN NEW.rowid = (SELECT max(rowid) FROM publications WHERE tenant_id = NEW.tenant_id)
    BEGIN UPDATE last_sets SET at = NEW.at WHERE tenant_id = NEW.tenant_id; END;
