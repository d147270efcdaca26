-- Kinds that rows of the library's own state and no partner has.
-- Reads: comparable_name, fresh, kinds.
-- Makes: nothing.

SELECT stated, count(*) FROM fresh
WHERE stated IS NOT NULL
    AND comparable_name(stated) NOT IN (SELECT name FROM kinds)
GROUP BY stated ORDER BY count(*) DESC, stated LIMIT 10;
