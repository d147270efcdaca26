-- Returns of a body of whom a later one is there already.
-- Reads: fresh, old.statements.
-- Makes: rows.

UPDATE rows SET left_out = $earlier FROM (
    SELECT row FROM fresh JOIN (SELECT id, max(year) AS year FROM old.statements GROUP BY id) AS kept USING (id)
    WHERE left_out IS NULL AND try_cast(left(as_of, 4) AS SMALLINT) < kept.year
) AS earlier
WHERE rows.rowid = earlier.row;
