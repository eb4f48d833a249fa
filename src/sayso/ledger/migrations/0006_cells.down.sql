DELETE FROM occasion_block WHERE block LIKE '%|#%' OR block LIKE '%|@%';

{postgresql}ALTER TABLE occasion_claim ADD FOREIGN KEY (claim) REFERENCES claim (key);
{postgresql}ALTER TABLE occasion_claim ADD FOREIGN KEY (occasion) REFERENCES occasion (key);
{postgresql}ALTER TABLE occasion_claim ADD FOREIGN KEY (side) REFERENCES occasion_side (key);
{postgresql}ALTER TABLE occasion_block ADD FOREIGN KEY (occasion) REFERENCES occasion (key);
{postgresql}ALTER TABLE occasion_side ADD FOREIGN KEY (occasion) REFERENCES occasion (key);
{postgresql}ALTER TABLE occasion_side ADD FOREIGN KEY (reading) REFERENCES reading (key);
