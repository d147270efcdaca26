-- How many rows of each file are at home in each state, how many of them are left out, and in which parts they are.
-- Reads: fresh, homes.
-- Makes: nothing.

SELECT home, file, count(*), count(*) FILTER (left_out IS NOT NULL),
    coalesce(list_sort(list(DISTINCT part) FILTER (left_out IS NULL)), [])
FROM fresh JOIN homes USING (row)
GROUP BY home, file ORDER BY home, file;
