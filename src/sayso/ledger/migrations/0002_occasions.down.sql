DROP VIEW tallied;
DROP TABLE occasion_claim;
DROP TABLE occasion_join;
DROP TABLE occasion_block;
DROP TABLE occasion_side;
DROP TABLE occasion;
