/** Raised when the tables below change; headquarters' own migrations start from 1. */
export const NATIONAL_VERSION = 1;

/** `national.db`: whom headquarters knows and what came from them. Digests and numbers, no value of a record. */
export const NATIONAL_SCHEMA = `
CREATE TABLE branch (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  parent_code TEXT,
  standing TEXT NOT NULL CHECK (standing IN ('invited', 'active', 'revoked')),
  invited_at TEXT,
  -- age recipient that answers are sealed to; the key of its members' cards
  answers TEXT,
  card_key TEXT,
  epoch INTEGER NOT NULL DEFAULT 1,
  head_seq INTEGER NOT NULL DEFAULT 0,
  head_hash TEXT NOT NULL,
  head_at TEXT,
  -- a new laptop waits for all that this office had
  recovering INTEGER NOT NULL DEFAULT 0 CHECK (recovering IN (0, 1)),
  -- the last answer that was written, what it acknowledged, and the digest of what it told
  answer_number INTEGER NOT NULL DEFAULT 0,
  answer_seq INTEGER NOT NULL DEFAULT 0,
  answer_epoch INTEGER NOT NULL DEFAULT 0,
  answer_digest TEXT NOT NULL DEFAULT '',
  -- the fingerprint of headquarters' key that its newest bundle was for
  knows_key TEXT
) STRICT;

CREATE TABLE branch_key (
  office TEXT NOT NULL,
  public_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('current', 'renewed', 'revoked')),
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (office, public_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  office TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  shared TEXT,
  local TEXT,
  hash TEXT NOT NULL,
  PRIMARY KEY (office, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_record ON entry (id);
CREATE INDEX entry_of_erasure ON entry (id) WHERE op = 'erase';

-- Up to which entry each tier's values were taken in.
CREATE TABLE tier_position (
  office TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  tier TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (office, epoch, tier)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle (
  sha256 TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  -- the fingerprint of the key that signed it
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- tiers of which it has a part, as JSON
  tiers TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'waiting', 'toConfirm')),
  -- whether the file is kept: it waits itself, or one of its parts does
  kept INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT;
CREATE INDEX bundle_by_office ON bundle (office, first);

CREATE TABLE fork (
  office TEXT PRIMARY KEY,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer (
  id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL,
  from_office TEXT NOT NULL,
  to_office TEXT NOT NULL,
  merge_into TEXT,
  decided_at TEXT NOT NULL,
  -- whether the giving office's last entry, and the taking office's first, have come
  departed INTEGER NOT NULL DEFAULT 0 CHECK (departed IN (0, 1)),
  arrived INTEGER NOT NULL DEFAULT 0 CHECK (arrived IN (0, 1))
) STRICT;
CREATE INDEX transfer_by_member ON transfer (member_id);
`;

/** What every tier's store has beside its registered tables. */
export const TIER_TABLES = `
CREATE TABLE IF NOT EXISTS {tier}.entry_values (
  office TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  salt BLOB NOT NULL,
  vals TEXT NOT NULL,
  PRIMARY KEY (office, epoch, seq)
) STRICT, WITHOUT ROWID;
`;

/**
 * Digests by which the same woman is found in another office, each the first six bytes of a keyed digest: a chance hit
 * is weighed by the records. `match_keys` has a member's digests in one JSON array; `match_key` has them in order, with
 * the office before the member, so that the own office's share is stepped over.
 * Then pairs of records in two offices that may be one woman; `one` and `other` are members' ids in order.
 */
export const IDENTITY_TABLES = `
CREATE TABLE IF NOT EXISTS identity.match_keys (
  line INTEGER PRIMARY KEY,
  office TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS identity.match_key (
  key INTEGER NOT NULL,
  office TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (key, office, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS identity.duplicate (
  id TEXT PRIMARY KEY,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  reasons TEXT NOT NULL,
  likelihood REAL NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'distinct'))
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS identity.duplicate_by_one ON duplicate (one);
CREATE INDEX IF NOT EXISTS identity.duplicate_by_other ON duplicate (other);
`;
