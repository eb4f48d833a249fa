DROP VIEW tallied;

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
