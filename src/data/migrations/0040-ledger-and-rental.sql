-- One ledger behind everything that is paid, counted and closed; and the premises that the association lets.

-- A cash box or account; null is the principal one of the payment method.
ALTER TABLE voucher ADD COLUMN till TEXT;
ALTER TABLE voucher ADD COLUMN kind TEXT NOT NULL DEFAULT 'ordinary'
  CHECK (kind IN ('ordinary', 'transfer', 'opening', 'difference', 'remittance', 'reversal'));
ALTER TABLE voucher ADD COLUMN project TEXT;
ALTER TABLE voucher ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE voucher ADD COLUMN pair_id TEXT;
ALTER TABLE voucher ADD COLUMN reverses_id TEXT;
ALTER TABLE voucher ADD COLUMN reason TEXT NOT NULL DEFAULT '';
-- Where the money lies, by the key of its place.
ALTER TABLE voucher ADD COLUMN place TEXT GENERATED ALWAYS AS (coalesce(till, method)) VIRTUAL;
CREATE INDEX voucher_by_place ON voucher (office, place, dated_on, counter, direction, amount);
CREATE INDEX voucher_in_book ON voucher (office, dated_on, counter);
CREATE INDEX voucher_by_account ON voucher (account, dated_on);
CREATE INDEX voucher_reversed ON voucher (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX voucher_by_pair ON voucher (pair_id) WHERE pair_id IS NOT NULL;

-- A sale, or a claim's payment, that was taken back with its voucher.
ALTER TABLE term ADD COLUMN voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1));
ALTER TABLE claim_payment ADD COLUMN voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1));
DROP INDEX term_by_member;
CREATE INDEX term_by_member ON term (member_id, voided, ends_on);

-- The papers of a voucher. What is on them stays in the office.
CREATE TABLE voucher_paper (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES voucher (id),
  -- local-only
  payee TEXT NOT NULL,
  -- SHA-256 of photographs, as JSON
  photos TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX voucher_paper_by_voucher ON voucher_paper (voucher_id);

CREATE TABLE till (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  -- a payment method for its principal place, otherwise the id
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'orangeMoney', 'moovMoney', 'wave', 'bank')),
  name TEXT NOT NULL,
  account_number TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX till_by_key ON till (office, key);

CREATE TABLE cash_count (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  till TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  -- canonical JSON: value and number of pieces
  pieces TEXT NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0),
  expected INTEGER NOT NULL,
  reason TEXT NOT NULL,
  voucher_id TEXT REFERENCES voucher (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX cash_count_by_day ON cash_count (till, counted_on);

-- A month that is locked, with what it was when it was closed.
CREATE TABLE month_closing (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  month TEXT NOT NULL,
  closed_on TEXT NOT NULL,
  vouchers INTEGER NOT NULL,
  sum_in INTEGER NOT NULL,
  sum_out INTEGER NOT NULL,
  -- canonical JSON: what lay in each place when the month ended
  balances TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('closed', 'reopened')),
  reopened_on TEXT,
  reopen_reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX month_closing_standing ON month_closing (office, month) WHERE state = 'closed';

-- Headquarters' word that an office may open a month again: its own record, sent with the answer.
CREATE TABLE month_reopening (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  for_office TEXT NOT NULL,
  month TEXT NOT NULL,
  -- the office's month_closing that is meant: the month may be closed again later
  closing_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX month_reopening_by_closing ON month_reopening (closing_id);

-- The chart of accounts, where it differs from the one that comes with the program.
CREATE TABLE ledger_account (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('income', 'expense', 'balance')),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX ledger_account_by_code ON ledger_account (office, code);

-- Headquarters' chart and projects, kept to be read. Not journaled.
CREATE TABLE received_account (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('income', 'expense', 'balance')),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  donor TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX project_by_code ON project (office, code);

CREATE TABLE received_project (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  donor TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE budget_line (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  year INTEGER NOT NULL,
  account TEXT NOT NULL,
  project TEXT,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX budget_line_by_account ON budget_line (office, year, account, coalesce(project, ''));

CREATE TABLE premises (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('shop', 'office', 'room', 'stall', 'other')),
  address TEXT NOT NULL,
  surface INTEGER,
  water_meter TEXT NOT NULL,
  power_meter TEXT NOT NULL,
  condition TEXT NOT NULL CHECK (condition IN ('good', 'fair', 'poor')),
  guide_rent INTEGER NOT NULL CHECK (guide_rent >= 0),
  retired_on TEXT,
  created_at TEXT NOT NULL,
  -- local-only
  notes TEXT NOT NULL,
  photos TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX premises_by_code ON premises (office, code);

CREATE TABLE tenant (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'firm')),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  paper_kind TEXT,
  paper_number TEXT NOT NULL,
  guarantor_name TEXT NOT NULL,
  guarantor_phone TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- local-only
  notes TEXT NOT NULL
) STRICT;

CREATE TABLE lease (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  tenant_id TEXT NOT NULL REFERENCES tenant (id),
  -- canonical JSON of the terms as they were signed
  terms TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  terminated_on TEXT,
  end_reason TEXT,
  end_note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((terminated_on IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX lease_by_number ON lease (office, number);
CREATE INDEX lease_by_tenant ON lease (tenant_id);

CREATE TABLE lease_change (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  -- canonical JSON of the change
  change TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX lease_change_by_lease ON lease_change (lease_id);

CREATE TABLE meter_reading (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  premises_id TEXT NOT NULL REFERENCES premises (id),
  meter TEXT NOT NULL CHECK (meter IN ('water', 'power')),
  read_on TEXT NOT NULL,
  reading INTEGER NOT NULL CHECK (reading >= 0),
  initial INTEGER NOT NULL CHECK (initial IN (0, 1))
) STRICT;
CREATE INDEX meter_reading_by_lease ON meter_reading (lease_id, read_on);

-- What settles charges: money of the tenant, or of the deposit that was held; `refund` is an advance given back.
CREATE TABLE rent_payment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  kind TEXT NOT NULL CHECK (kind IN ('tenant', 'deposit', 'refund')),
  received_on TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  -- canonical JSON: how it was spread
  parts TEXT NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES voucher (id),
  voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX rent_payment_by_lease ON rent_payment (lease_id, received_on);
CREATE INDEX rent_payment_by_day ON rent_payment (received_on);
CREATE INDEX rent_payment_by_voucher ON rent_payment (voucher_id);

CREATE TABLE rent_write_off (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  on_day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  parts TEXT NOT NULL,
  reason TEXT NOT NULL,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX rent_write_off_by_lease ON rent_write_off (lease_id);

CREATE TABLE deposit_entry (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'toArrears', 'withheld', 'refunded')),
  on_day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES voucher (id),
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX deposit_entry_by_lease ON deposit_entry (lease_id);
CREATE INDEX deposit_entry_by_voucher ON deposit_entry (voucher_id);

CREATE TABLE inspection (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  premises_id TEXT NOT NULL REFERENCES premises (id),
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'exit')),
  on_day TEXT NOT NULL,
  keys INTEGER NOT NULL,
  -- local-only
  items TEXT NOT NULL,
  remarks TEXT NOT NULL
) STRICT;
CREATE INDEX inspection_by_lease ON inspection (lease_id);

CREATE TABLE rent_reminder (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  lease_id TEXT NOT NULL REFERENCES lease (id),
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'first', 'last')),
  on_day TEXT NOT NULL,
  promised_on TEXT,
  promised INTEGER,
  recorded_at TEXT NOT NULL,
  -- local-only
  note TEXT NOT NULL
) STRICT;
CREATE INDEX rent_reminder_by_lease ON rent_reminder (lease_id, on_day);
