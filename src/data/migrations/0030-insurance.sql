-- Insurance: plans, policies, contributions, claims, the life and retirement fund, and the health booklet.

CREATE TABLE plan_version (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('health', 'life')),
  starts_on TEXT NOT NULL,
  -- canonical JSON of the terms
  terms TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX plan_version_by_start ON plan_version (office, code, starts_on);

-- Plans that headquarters sent: its own records, kept here to be read. Not journaled.
CREATE TABLE received_plan (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('health', 'life')),
  starts_on TEXT NOT NULL,
  terms TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  plan_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('health', 'life')),
  effective_on TEXT NOT NULL,
  ended_on TEXT,
  end_reason TEXT CHECK (end_reason IN ('cancelled', 'left', 'withdrawal', 'retirement', 'death')),
  created_at TEXT NOT NULL,
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX policy_by_number ON policy (office, number);
CREATE INDEX policy_by_member ON policy (member_id);
CREATE INDEX policy_by_plan ON policy (plan_code, effective_on);

-- One row a period paid; several periods at once share their voucher.
CREATE TABLE contribution (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  policy_id TEXT NOT NULL REFERENCES policy (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  paid_on TEXT NOT NULL,
  voucher_id TEXT REFERENCES voucher (id),
  refunded_on TEXT,
  refund_voucher_id TEXT REFERENCES voucher (id),
  CHECK (period_from <= period_to)
) STRICT;
CREATE INDEX contribution_by_policy ON contribution (policy_id, period_from);
CREATE INDEX contribution_by_day ON contribution (paid_on);
CREATE INDEX contribution_by_voucher ON contribution (voucher_id);

CREATE TABLE insured_child (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  policy_id TEXT NOT NULL REFERENCES policy (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  name TEXT NOT NULL,
  birth_on TEXT,
  removed_on TEXT
) STRICT;
CREATE INDEX insured_child_by_policy ON insured_child (policy_id);

CREATE TABLE beneficiary (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  policy_id TEXT NOT NULL REFERENCES policy (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  name TEXT NOT NULL,
  relation TEXT NOT NULL,
  phone TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 100),
  removed_on TEXT
) STRICT;
CREATE INDEX beneficiary_by_policy ON beneficiary (policy_id);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  policy_id TEXT NOT NULL REFERENCES policy (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  child_id TEXT REFERENCES insured_child (id),
  facility_code TEXT,
  care_on TEXT NOT NULL,
  receipt_number TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'checked', 'referred', 'decided', 'paid', 'closed')),
  outcome TEXT CHECK (outcome IN ('accepted', 'reduced', 'rejected')),
  asked INTEGER NOT NULL CHECK (asked >= 0),
  granted INTEGER CHECK (granted >= 0),
  entered_on TEXT NOT NULL,
  decided_on TEXT,
  -- local-only: they tell why
  facility_name TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  prescription TEXT NOT NULL,
  -- SHA-256 of photographs of receipts, as JSON
  photos TEXT NOT NULL,
  decision_note TEXT NOT NULL,
  CHECK ((outcome IS NULL) = (granted IS NULL))
) STRICT;
CREATE UNIQUE INDEX claim_by_number ON claim (office, number);
CREATE INDEX claim_by_policy ON claim (policy_id, care_on);
CREATE INDEX claim_by_state ON claim (state, care_on);
CREATE INDEX claim_by_member ON claim (member_id);

CREATE TABLE claim_line (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  category TEXT NOT NULL,
  act TEXT,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  asked INTEGER NOT NULL CHECK (asked >= 0),
  paid INTEGER CHECK (paid >= 0),
  -- acts that count against the year's number
  acts INTEGER CHECK (acts >= 0),
  -- what took off each franc, as JSON
  cuts TEXT,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
  -- local-only: the act or medicine in words
  words TEXT NOT NULL
) STRICT;
CREATE INDEX claim_line_by_claim ON claim_line (claim_id);

CREATE TABLE claim_payment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  plan_code TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  paid_on TEXT NOT NULL,
  voucher_id TEXT REFERENCES voucher (id)
) STRICT;
CREATE INDEX claim_payment_by_claim ON claim_payment (claim_id);
CREATE INDEX claim_payment_by_day ON claim_payment (plan_code, paid_on);

-- Headquarters' word on an office's claim: its own record, sent with the answer.
CREATE TABLE claim_ruling (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  for_office TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'reduced', 'rejected')),
  granted INTEGER NOT NULL CHECK (granted >= 0),
  decided_on TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX claim_ruling_by_claim ON claim_ruling (claim_id);

-- Leaving the life fund: by her own wish, at the plan's age, or by death.
CREATE TABLE life_exit (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  policy_id TEXT NOT NULL REFERENCES policy (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  plan_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'retirement', 'death')),
  on_day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  state TEXT NOT NULL CHECK (state IN ('requested', 'approved', 'paid', 'refused')),
  requested_by TEXT NOT NULL,
  approved_by TEXT
) STRICT;
CREATE INDEX life_exit_by_policy ON life_exit (policy_id);

-- To whom an exit is paid, each with its voucher.
CREATE TABLE life_payment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  exit_id TEXT NOT NULL REFERENCES life_exit (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  plan_code TEXT NOT NULL,
  beneficiary_id TEXT REFERENCES beneficiary (id),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  paid_on TEXT,
  voucher_id TEXT REFERENCES voucher (id)
) STRICT;
CREATE INDEX life_payment_by_exit ON life_payment (exit_id);

-- The monthly check-up, stamped in the health booklet.
CREATE TABLE checkup (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  done_on TEXT NOT NULL,
  stamp TEXT NOT NULL,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
  -- local-only
  facility TEXT NOT NULL
) STRICT;
CREATE INDEX checkup_by_member ON checkup (member_id, done_on);
