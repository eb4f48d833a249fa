-- The store: reports, readings of them, claims and findings. Rows are only ever added.
-- {key} is the dialect's self-numbering primary key. Times are UTC, ISO 8601 text, so that they sort.

CREATE TABLE report (
  key {key},
  id TEXT NOT NULL,
  version INTEGER NOT NULL,          -- 1 for the first text seen under this id, 2 for a changed one …
  content_hash TEXT NOT NULL,        -- SHA-256 of title and text
  title TEXT,
  text TEXT NOT NULL,
  outlet TEXT,
  url TEXT,
  published TEXT,                    -- ISO day
  published_from TEXT,
  capture TEXT,
  furniture TEXT NOT NULL,           -- JSON: spans that are not reporting
  added_at TEXT NOT NULL,
  UNIQUE (id, content_hash)
);

CREATE TABLE reading (
  key {key},
  report BIGINT NOT NULL REFERENCES report (key),
  claims_hash TEXT NOT NULL,         -- SHA-256 of the claims and findings: the same reading is kept once
  added_at TEXT NOT NULL,
  UNIQUE (report, claims_hash)
);
CREATE INDEX reading_added ON reading (added_at);

CREATE TABLE claim (
  key BIGINT PRIMARY KEY,            -- reading × 1,000,000 + position in the reading
  reading BIGINT NOT NULL REFERENCES reading (key),
  id TEXT NOT NULL,
  type TEXT NOT NULL,                -- figure or position
  measure TEXT,
  group_counted TEXT,
  low NUMERIC,
  high NUMERIC,
  bound TEXT,
  unit TEXT,
  accumulation TEXT,
  mode TEXT NOT NULL,
  modality TEXT NOT NULL,
  source TEXT,
  affected TEXT,
  responsible TEXT,
  place TEXT,
  country TEXT,
  admin1 TEXT,
  geonameid BIGINT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  period_start TEXT,
  period_end TEXT,
  figure TEXT,                       -- the words of the figure, and where they stand
  part TEXT,
  figure_start INTEGER,
  figure_end INTEGER,
  evidence TEXT NOT NULL,
  value TEXT NOT NULL                -- the whole claim as JSON, exact
);
CREATE INDEX claim_reading ON claim (reading);

CREATE TABLE finding (
  key BIGINT PRIMARY KEY,
  reading BIGINT NOT NULL REFERENCES reading (key),
  check_code TEXT NOT NULL,
  verdict TEXT NOT NULL,
  says TEXT NOT NULL,
  arithmetic TEXT NOT NULL,
  detail TEXT,
  value TEXT NOT NULL
);
CREATE INDEX finding_reading ON finding (reading);

-- The latest reading of the latest version of each report.
CREATE VIEW current_reading AS
SELECT reading.key AS reading, report.key AS report, report.id AS report_id, reading.added_at
FROM reading JOIN report ON report.key = reading.report
WHERE reading.key = (
  SELECT max(r.key) FROM reading r JOIN report t ON t.key = r.report WHERE t.id = report.id
);

-- For people who open the file in Datasette or psql.
CREATE VIEW figures AS
SELECT c.id AS claim, c.source, c.figure, c.measure, c.group_counted, c.low, c.high, c.bound, c.unit,
       c.place, c.country, c.period_start, c.period_end, c.modality, c.evidence,
       t.outlet, t.published, t.title, t.id AS report, c.latitude, c.longitude
FROM claim c JOIN current_reading n ON n.reading = c.reading JOIN report t ON t.key = n.report
WHERE c.type = 'figure';

CREATE VIEW positions AS
SELECT c.id AS claim, c.source, c.mode, c.modality, c.evidence, t.outlet, t.published, t.title, t.id AS report
FROM claim c JOIN current_reading n ON n.reading = c.reading JOIN report t ON t.key = n.report
WHERE c.type = 'position';

CREATE VIEW alarms AS
SELECT f.check_code, f.says, f.arithmetic, f.detail, t.outlet, t.published, t.title, t.id AS report
FROM finding f JOIN current_reading n ON n.reading = f.reading JOIN report t ON t.key = n.report
WHERE f.verdict = 'fails';
