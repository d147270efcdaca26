-- Every date that a row of a file bears.
-- Reads: fresh.
-- Makes: nothing.

SELECT DISTINCT file, as_of FROM fresh WHERE as_of IS NOT NULL;
