-- How many rows each file has, and how many of them are left out.
-- Reads: fresh.
-- Makes: nothing.

SELECT file, count(*), count(*) FILTER (left_out IS NOT NULL) FROM fresh GROUP BY file;
