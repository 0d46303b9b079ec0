-- The network of a company: authorities that a person named, and one row that says by which way requests go.
  CREATE TABLE authorities (
    sha256 TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    certificate TEXT NOT NULL
  ) STRICT;

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
