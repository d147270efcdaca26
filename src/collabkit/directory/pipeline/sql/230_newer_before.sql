-- Files that take the place of rows with a date, and the newest of those dates.
-- Reads: covered, fresh, old.loads.
-- Makes: nothing.

SELECT file, max(as_of)
FROM (SELECT DISTINCT file, source, part FROM fresh WHERE left_out IS NULL)
JOIN (SELECT source, as_of, unnest(parts) AS part FROM old.loads) USING (source, part)
SEMI JOIN covered USING (source, part)
WHERE as_of IS NOT NULL
GROUP BY file ORDER BY file;
