-- Tenants whose issuer is stated, that publish at several domains, and that were put aside; what a ring is called in a JWK;
-- and since when a key has the certificate that it has.
  ALTER TABLE tenants ADD COLUMN issuer TEXT;
  ALTER TABLE tenants ADD COLUMN further_domains TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE tenants ADD COLUMN archive TEXT;
  ALTER TABLE rings ADD COLUMN written_as TEXT;
  ALTER TABLE keys ADD COLUMN certificate_since TEXT;
