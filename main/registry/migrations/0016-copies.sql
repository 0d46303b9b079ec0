-- What became of a private key that was handed over: whether its recipient has it, and whether that copy is gone.
  ALTER TABLE hand_overs ADD COLUMN confirmed_at TEXT;
  ALTER TABLE hand_overs ADD COLUMN confirmed_by TEXT CHECK (confirmed_by IN ('file', 'key'));
  ALTER TABLE hand_overs ADD COLUMN destroyed_at TEXT;
  ALTER TABLE hand_overs ADD COLUMN destroyed_how TEXT;
  DROP TRIGGER hand_overs_are_final;
  CREATE TRIGGER hand_overs_are_final BEFORE UPDATE ON hand_overs
    WHEN (NEW.number, NEW.tenant_id, NEW.tenant, NEW.at, NEW.actor, NEW.kid, NEW.format, NEW.protection, NEW.handed_to, NEW.recipient, NEW.sha256)
        IS NOT (OLD.number, OLD.tenant_id, OLD.tenant, OLD.at, OLD.actor, OLD.kid, OLD.format, OLD.protection, OLD.handed_to, OLD.recipient, OLD.sha256)
      OR (OLD.saved_at IS NOT NULL AND NEW.saved_at IS NOT OLD.saved_at)
      OR (OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by) IS NOT (OLD.confirmed_at, OLD.confirmed_by))
      OR (OLD.destroyed_at IS NOT NULL AND (NEW.destroyed_at, NEW.destroyed_how) IS NOT (OLD.destroyed_at, OLD.destroyed_how))
    BEGIN SELECT RAISE(ABORT, 'hand-overs are append-only'); END;
