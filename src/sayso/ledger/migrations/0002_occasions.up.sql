-- Occasions: the place and time that claims of several reports share. Only ever added to.

CREATE TABLE occasion (
  key {key},
  created_at TEXT NOT NULL
);

-- What one report says of an occasion: its claims there, where and when it puts them, in which words.
CREATE TABLE occasion_side (
  key {key},
  occasion BIGINT NOT NULL REFERENCES occasion (key),
  reading BIGINT NOT NULL REFERENCES reading (key),
  country TEXT,
  admin1 TEXT,
  place TEXT,
  geonameid BIGINT,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  precise TEXT,
  first_day TEXT,
  last_day TEXT,
  dated INTEGER NOT NULL,            -- 1: the report gives the days; 0: taken from its publication
  lands TEXT NOT NULL,               -- the countries it is filed under: its own, and the report's usual one
  words TEXT NOT NULL,               -- the words around the figures, for comparison
  counts TEXT NOT NULL,              -- what it counts, for comparison: measure:figure
  score DOUBLE PRECISION NOT NULL,   -- how well it met the occasion (0 for the side that opened it)
  rule TEXT NOT NULL,
  added_at TEXT NOT NULL
);
CREATE INDEX occasion_side_occasion ON occasion_side (occasion);
CREATE INDEX occasion_side_reading ON occasion_side (reading);

CREATE TABLE occasion_block (
  block TEXT NOT NULL,
  occasion BIGINT NOT NULL REFERENCES occasion (key),
  PRIMARY KEY (block, occasion)
);

-- Two occasions that a later report shows to be one: the first is part of the second from then on.
CREATE TABLE occasion_join (
  occasion BIGINT PRIMARY KEY REFERENCES occasion (key),
  whole BIGINT NOT NULL REFERENCES occasion (key),
  score DOUBLE PRECISION NOT NULL,
  added_at TEXT NOT NULL
);
CREATE INDEX occasion_join_whole ON occasion_join (whole);

CREATE TABLE occasion_claim (
  claim BIGINT PRIMARY KEY REFERENCES claim (key),
  occasion BIGINT NOT NULL REFERENCES occasion (key),
  side BIGINT NOT NULL REFERENCES occasion_side (key)
);
CREATE INDEX occasion_claim_occasion ON occasion_claim (occasion);

-- One line a claim, those of one occasion and measure together.
CREATE VIEW tallied AS
SELECT coalesce(j.whole, m.occasion) AS occasion, c.measure, c.group_counted, c.low, c.high, c.bound, c.source, c.figure,
       s.place, s.country, s.first_day, s.last_day, t.outlet, t.published, t.title, t.id AS report, c.evidence
FROM occasion_claim m
JOIN occasion_side s ON s.key = m.side
JOIN claim c ON c.key = m.claim
JOIN current_reading n ON n.reading = c.reading
JOIN report t ON t.key = n.report
LEFT JOIN occasion_join j ON j.occasion = m.occasion
ORDER BY coalesce(j.whole, m.occasion), c.measure, t.published;
