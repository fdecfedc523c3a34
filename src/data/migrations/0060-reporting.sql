-- Reports: targets of indicators, the texts that people write, what was issued, and how a DHIS2 calls things.

CREATE TABLE indicator_target (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  -- an office, or 'all' for all together
  for_office TEXT NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  -- null once it was taken away
  value REAL
) STRICT;
CREATE UNIQUE INDEX indicator_target_by_year ON indicator_target (office, for_office, year, code);

-- Targets that headquarters set for this office, kept to be read. Not journaled.
CREATE TABLE received_target (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  for_office TEXT NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  value REAL
) STRICT;

CREATE TABLE report_text (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('activity', 'consolidated', 'donor', 'notice')),
  period TEXT NOT NULL,
  -- empty where the report is of no project
  project TEXT NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX report_text_by_place ON report_text (office, kind, period, project, section);

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('activity', 'consolidated', 'donor', 'notice')),
  period TEXT NOT NULL,
  project TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  -- canonical JSON of everything that it says
  content TEXT NOT NULL,
  -- of its paper
  sha256 TEXT NOT NULL,
  -- local-only
  issued_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX report_by_number ON report (office, number);
CREATE INDEX report_by_period ON report (office, kind, period, project);

-- The papers themselves; they stay on this machine. Not journaled.
CREATE TABLE report_file (
  sha256 TEXT PRIMARY KEY,
  pdf BLOB NOT NULL
) STRICT;

CREATE TABLE dhis_mapping (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  -- canonical JSON
  mapping TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dhis_mapping_by_office ON dhis_mapping (office);
