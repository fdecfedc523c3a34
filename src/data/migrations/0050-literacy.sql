-- Literacy: programmes, classes, their calendar and attendance, assessments, certificates.

CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  -- canonical JSON of the details
  details TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX programme_by_code ON programme (office, code);

-- Headquarters' programmes and feasts, kept to be read. Not journaled.
CREATE TABLE received_programme (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  code TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE received_holiday (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  on_day TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE trainer (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  member_id TEXT REFERENCES member (id),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE cohort (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  programme_id TEXT NOT NULL,
  -- canonical JSON of the details
  details TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  closed_on TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cohort_by_number ON cohort (office, number);
CREATE INDEX cohort_by_day ON cohort (starts_on, ends_on);

-- One stay of a woman in a cohort; it belongs to the office that holds the class, wherever she goes.
CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  cohort_id TEXT NOT NULL REFERENCES cohort (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  enrolled_on TEXT NOT NULL,
  starts_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  previous_id TEXT REFERENCES enrolment (id),
  -- canonical JSON; null where there was no placement test
  placement TEXT,
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE INDEX enrolment_by_cohort ON enrolment (cohort_id);
CREATE INDEX enrolment_by_member ON enrolment (member_id);

CREATE TABLE class_session (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  cohort_id TEXT NOT NULL REFERENCES cohort (id),
  on_day TEXT NOT NULL,
  begins TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  cancel_reason TEXT,
  extra INTEGER NOT NULL CHECK (extra IN (0, 1)),
  trainer_id TEXT,
  trainer_absent INTEGER NOT NULL CHECK (trainer_absent IN (0, 1)),
  content TEXT NOT NULL,
  -- canonical JSON: a mark for each stay
  marks TEXT NOT NULL,
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX class_session_by_day ON class_session (cohort_id, on_day, begins);
CREATE INDEX class_session_by_date ON class_session (on_day);

CREATE TABLE holiday (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  on_day TEXT NOT NULL,
  name TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  cohort_id TEXT NOT NULL REFERENCES cohort (id),
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'middle', 'end', 'retake')),
  on_day TEXT NOT NULL,
  marks TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_by_cohort ON assessment (cohort_id);
CREATE INDEX assessment_by_enrolment ON assessment (enrolment_id);

CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  programme_name TEXT NOT NULL,
  percent INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX certificate_by_number ON certificate (office, number);
CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);

CREATE TABLE class_fee (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  paid_on TEXT NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES voucher (id),
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX class_fee_by_enrolment ON class_fee (enrolment_id);
CREATE INDEX class_fee_by_voucher ON class_fee (voucher_id);

CREATE TABLE trainer_allowance (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  trainer_id TEXT NOT NULL,
  cohort_id TEXT NOT NULL,
  sessions INTEGER NOT NULL CHECK (sessions > 0),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  paid_on TEXT NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES voucher (id),
  voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
  -- canonical JSON: the sessions that it pays for
  session_ids TEXT NOT NULL
) STRICT;
CREATE INDEX trainer_allowance_by_cohort ON trainer_allowance (cohort_id);
CREATE INDEX trainer_allowance_by_voucher ON trainer_allowance (voucher_id);

CREATE TABLE class_material (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  cohort_id TEXT NOT NULL REFERENCES cohort (id),
  enrolment_id TEXT REFERENCES enrolment (id),
  item TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  on_day TEXT NOT NULL,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX class_material_by_cohort ON class_material (cohort_id);

CREATE TABLE literacy_target (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  year INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE UNIQUE INDEX literacy_target_by_year ON literacy_target (office, year, indicator);
