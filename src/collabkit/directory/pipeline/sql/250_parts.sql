-- Which parts of its register each file has.
-- Reads: fresh.
-- Makes: nothing.

SELECT file, list_sort(list(DISTINCT part)) FROM fresh WHERE left_out IS NULL GROUP BY file;
