-- Review decisions: what people decide about claims and tallies. Only ever added to; what was extracted stays.

CREATE TABLE review (
  key {key},
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  decision TEXT NOT NULL,            -- accept, reject, correct, merge, split
  subject TEXT NOT NULL,             -- a claim's id; for merge a tally's
  report TEXT,                       -- the claim's report
  slot TEXT,                         -- for correct: which slot
  value TEXT,                        -- for correct: the right value; for merge: the other tally's id
  reason TEXT NOT NULL
);
CREATE INDEX review_subject ON review (subject);
