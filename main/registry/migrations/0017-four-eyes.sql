-- Who may say the second yes for a tenant, for which acts one is wanted, and which yes was used up.
  CREATE TABLE officers (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    added_at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, device),
    UNIQUE (tenant_id, name)
  ) STRICT;
  CREATE TABLE four_eyes (
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    PRIMARY KEY (tenant_id, kind)
  ) STRICT;
  CREATE TABLE used_approvals (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX used_approvals_by_tenant ON used_approvals (tenant_id);
