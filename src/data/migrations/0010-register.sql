-- The register of one office: its people, members, cards, vouchers, and the journal behind them.

CREATE TABLE office (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  parent_code TEXT,
  headquarters INTEGER NOT NULL CHECK (headquarters IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX office_by_code ON office (office);

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_by_name ON setting (office, name);

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX user_by_login ON user (office, login);

CREATE TABLE member (
  -- derived, this machine's own: ties the search index to the record
  line INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  surname TEXT NOT NULL,
  first_names TEXT NOT NULL,
  also_known_as TEXT NOT NULL,
  birth_kind TEXT CHECK (birth_kind IN ('exact', 'year', 'estimated')),
  birth_on TEXT,
  nationality TEXT NOT NULL,
  languages TEXT NOT NULL,
  phone TEXT NOT NULL,
  locality TEXT NOT NULL,
  work_setting TEXT,
  children_in_care INTEGER,
  literacy TEXT,
  emergency_name TEXT NOT NULL,
  emergency_phone TEXT NOT NULL,
  emergency_relation TEXT NOT NULL,
  paper_kind TEXT,
  paper_number TEXT NOT NULL,
  photo_sha256 TEXT,
  consent_on TEXT,
  consent_signed INTEGER NOT NULL CHECK (consent_signed IN (0, 1)),
  joined_on TEXT NOT NULL,
  left_on TEXT,
  left_reason TEXT,
  notes TEXT NOT NULL,
  merged_into TEXT REFERENCES member (id),
  erased_at TEXT,
  created_at TEXT NOT NULL,
  -- derived, never journaled: what lists are sorted by
  sort_name TEXT NOT NULL,
  CHECK ((birth_kind IS NULL) = (birth_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX member_by_number ON member (office, number);
CREATE INDEX member_by_name ON member (sort_name, number);
CREATE INDEX member_by_joined ON member (joined_on, sort_name);
CREATE INDEX member_by_locality ON member (locality, sort_name);
CREATE INDEX member_by_merge ON member (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX member_hidden ON member (line) WHERE merged_into IS NOT NULL OR erased_at IS NOT NULL;

-- Blocking keys for likely duplicates (sound of the name, phone, birth); derived.
CREATE TABLE member_key (
  key TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  PRIMARY KEY (key, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_key_by_member ON member_key (member_id);

-- Folded words of names, phone digits and number digits; its rowid is the member's line. Derived.
CREATE VIRTUAL TABLE member_search USING fts5 (
  words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '', contentless_delete = 1, detail = none
);
INSERT INTO member_search (member_search, rank) VALUES ('secure-delete', 1);

-- By which the same line of a register is recognised when it comes again.
CREATE TABLE imported_row (
  digest TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES member (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_row_by_member ON imported_row (member_id);

CREATE TABLE photo (
  sha256 TEXT PRIMARY KEY,
  jpeg BLOB NOT NULL
) STRICT;

CREATE TABLE voucher (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  year INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  dated_on TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  account TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  method TEXT NOT NULL,
  reference TEXT NOT NULL,
  member_id TEXT REFERENCES member (id),
  recorded_at TEXT NOT NULL,
  -- bookkeeping of this machine, never journaled: how often its receipt was printed
  receipt_prints INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX voucher_by_number ON voucher (office, year, counter);
CREATE INDEX voucher_by_day ON voucher (dated_on, counter);
CREATE INDEX voucher_by_member ON voucher (member_id);

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  voucher_id TEXT REFERENCES voucher (id),
  CHECK (starts_on <= ends_on)
) STRICT;
CREATE INDEX term_by_member ON term (member_id, ends_on);
CREATE INDEX term_by_voucher ON term (voucher_id);

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  issue INTEGER NOT NULL CHECK (issue >= 1),
  issued_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'lost')),
  -- the member number printed on it: stays when her record is merged into another
  number TEXT NOT NULL,
  -- bookkeeping of this machine, never journaled
  printed_at TEXT
) STRICT;
CREATE UNIQUE INDEX card_by_issue ON card (number, issue);
CREATE INDEX card_by_member ON card (member_id, issue);
CREATE INDEX card_unprinted ON card (state) WHERE printed_at IS NULL;

CREATE TABLE audit_event (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  action TEXT NOT NULL,
  reference TEXT,
  rows INTEGER
) STRICT;

-- Counters of numbers without gaps, taken inside the transaction that uses them.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What only this machine knows: keys, last backup, epoch, what headquarters acknowledged.
CREATE TABLE local_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Public keys by which cards of other offices are checked.
CREATE TABLE card_key (
  office TEXT NOT NULL,
  public_key TEXT NOT NULL,
  PRIMARY KEY (office, public_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_sent (
  number INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  shared TEXT,
  local TEXT,
  before TEXT NOT NULL,
  hash TEXT NOT NULL,
  shared_salt BLOB,
  shared_values TEXT,
  local_salt BLOB,
  local_values TEXT
) STRICT;
CREATE INDEX journal_by_record ON journal (id, seq);

CREATE TRIGGER journal_keeps_everything BEFORE DELETE ON journal
BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;

-- The one change let through: values and their salts go when a member asks for erasure.
CREATE TRIGGER journal_changes_nothing BEFORE UPDATE ON journal
WHEN NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.by IS NOT OLD.by OR NEW.entity IS NOT OLD.entity
  OR NEW.id IS NOT OLD.id OR NEW.op IS NOT OLD.op OR NEW.shared IS NOT OLD.shared OR NEW.local IS NOT OLD.local
  OR NEW.before IS NOT OLD.before OR NEW.hash IS NOT OLD.hash
  OR NEW.shared_salt IS NOT NULL OR NEW.shared_values IS NOT NULL
  OR NEW.local_salt IS NOT NULL OR NEW.local_values IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;
