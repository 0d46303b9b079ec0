-- What a fleet is asked at once, apart from the long members: which certificate a key wears, and what each tenant was sent
-- last. One definition serves what is there already and what comes.
  ALTER TABLE keys ADD COLUMN print TEXT;
  UPDATE keys SET print = json_extract(jwk, '$."x5t#S256"');
  DROP INDEX keys_by_name;
  CREATE INDEX keys_by_name ON keys (tenant_id, ring_id, state, kid, current_at, previous_at, print);
  CREATE INDEX bundles_out ON bundles (tenant_id) WHERE outcome IS NULL;

  CREATE TABLE last_sets (
    tenant_id TEXT PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    kids TEXT NOT NULL,
    prints TEXT NOT NULL
  ) STRICT;
  CREATE VIEW sets_sent AS SELECT rowid AS number, tenant_id, at, act, kids,
    (SELECT json_group_object(json_extract(sent_key.value, '$.kid'), json_extract(sent_key.value, '$."x5t#S256"'))
      FROM json_each(sent, '$.keys') AS sent_key
      WHERE json_type(sent_key.value, '$.kid') = 'text') AS prints
    FROM publications;
  INSERT INTO last_sets SELECT tenant_id, at, act, kids, prints FROM sets_sent
    WHERE number IN (SELECT max(rowid) FROM publications GROUP BY tenant_id);
  CREATE TRIGGER last_set_is_kept AFTER INSERT ON publications BEGIN
    INSERT OR REPLACE INTO last_sets SELECT tenant_id, at, act, kids, prints FROM sets_sent WHERE number = NEW.rowid;
  END;
