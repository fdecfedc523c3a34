-- What headquarters answers to this office. All of it is this machine's own: headquarters has it already.

CREATE TABLE answer_received (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'snapshot')),
  created_at TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  acknowledged INTEGER NOT NULL
) STRICT;

-- Members who may be enrolled in another office too, as the last answer named them.
CREATE TABLE suggestion (
  member_id TEXT NOT NULL REFERENCES member (id),
  other_office TEXT NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (member_id, other_office)
) STRICT, WITHOUT ROWID;

-- The association's offices, as the last answer named them.
CREATE TABLE known_office (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  parent_code TEXT
) STRICT, WITHOUT ROWID;

-- Transfers that this office has done its part of: the same answer again does nothing.
CREATE TABLE transfer_done (
  id TEXT PRIMARY KEY,
  done_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done to a record in the office that it came from.
CREATE TABLE inherited_entry (
  office TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  shared_values TEXT,
  PRIMARY KEY (office, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX inherited_entry_by_member ON inherited_entry (member_id);
