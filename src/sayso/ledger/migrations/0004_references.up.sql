-- Reference data: publishers' records, each file a version of its own. Only ever added to.

CREATE TABLE reference_file (
  key {key},
  kind TEXT NOT NULL,
  name TEXT NOT NULL,                -- the file's name
  version INTEGER NOT NULL,          -- of this kind and name
  hash TEXT NOT NULL,                -- SHA-256 of its bytes
  records INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (kind, hash)
);

CREATE TABLE reference_record (
  file BIGINT NOT NULL REFERENCES reference_file (key),
  line INTEGER NOT NULL,
  id TEXT NOT NULL,
  measure TEXT NOT NULL,
  group_counted TEXT,
  low NUMERIC,
  best NUMERIC,
  high NUMERIC,
  start_day TEXT,
  end_day TEXT,
  cumulative INTEGER NOT NULL,
  place TEXT,
  admin1 TEXT,
  country TEXT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  actors TEXT NOT NULL,              -- JSON lists
  originals TEXT NOT NULL,
  more TEXT NOT NULL                 -- JSON: the publisher's other columns
);
CREATE INDEX reference_record_where ON reference_record (country, start_day);
CREATE INDEX reference_record_file ON reference_record (file);
