  ALTER TABLE publications ADD COLUMN act TEXT NOT NULL DEFAULT 'push' CHECK (act IN ('push', 'rollback', 'clear'));
  ALTER TABLE publications ADD COLUMN sent TEXT;
