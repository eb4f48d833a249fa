-- Blocks within blocks: the sides of a land, day and family stand also by cell of the map and by name, or
-- among the wide ones where they have no point (sayso.ledger.occasions.blocks). Filed here for those there are.

CREATE TABLE placed AS
SELECT s.occasion, s.place,
       CAST(round(CAST(s.latitude + 89.5 AS NUMERIC)) AS INTEGER) AS cell_row,
       CAST(round(CAST(s.longitude + 179.5 AS NUMERIC)) AS INTEGER) % 360 AS cell_column,
       CASE WHEN s.latitude IS NULL OR s.longitude IS NULL OR s.precise IN ('region', 'country')
                 OR s.place = s.admin1 THEN 1 ELSE 0 END AS wide
FROM occasion_side s;

CREATE TABLE inside AS
SELECT DISTINCT b.block || '|#wide' AS block, b.occasion
FROM occasion_block b JOIN placed p ON p.occasion = b.occasion WHERE p.wide = 1
UNION SELECT b.block || '|@' || p.place, b.occasion
FROM occasion_block b JOIN placed p ON p.occasion = b.occasion WHERE p.wide = 0
UNION SELECT b.block || '|#' || p.cell_row || ',' || p.cell_column, b.occasion
FROM occasion_block b JOIN placed p ON p.occasion = b.occasion WHERE p.wide = 0;

INSERT INTO occasion_block (block, occasion) SELECT block, occasion FROM inside;

DROP TABLE inside;
DROP TABLE placed;

-- The writer gives out these keys itself, in the transaction that writes what they point to: PostgreSQL, which
-- asks a query for each reference, need not look every one of them up again.
{postgresql}ALTER TABLE occasion_claim DROP CONSTRAINT occasion_claim_claim_fkey;
{postgresql}ALTER TABLE occasion_claim DROP CONSTRAINT occasion_claim_occasion_fkey;
{postgresql}ALTER TABLE occasion_claim DROP CONSTRAINT occasion_claim_side_fkey;
{postgresql}ALTER TABLE occasion_block DROP CONSTRAINT occasion_block_occasion_fkey;
{postgresql}ALTER TABLE occasion_side DROP CONSTRAINT occasion_side_occasion_fkey;
{postgresql}ALTER TABLE occasion_side DROP CONSTRAINT occasion_side_reading_fkey;
