-- A receipt that tells of a push may follow one that told of none, by another courier or after another try.
  DROP TRIGGER bundles_settle_once;
  CREATE TRIGGER bundles_settle_once BEFORE UPDATE OF outcome, settled_at, courier ON bundles
    WHEN OLD.outcome IS NOT NULL
      AND NOT (OLD.outcome IN ('refused', 'not-confirmed') AND NEW.outcome IN ('pushed', 'already-there'))
    BEGIN SELECT RAISE(ABORT, 'a bundle has one receipt'); END;
