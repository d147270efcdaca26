-- Of rows with one id, as two editions of a register have them, all but the newest are left out.
-- Reads: fresh.
-- Makes: rows.

UPDATE rows SET left_out = older.reason FROM (
    SELECT row, CASE WHEN edition < max(edition) OVER (PARTITION BY id)
        THEN 'a newer row was loaded with it'
        WHEN person IS NOT NULL OR email IS NOT NULL THEN 'another contact of one organization, kept with it'
        ELSE 'another row has its number' END AS reason
    FROM fresh LEFT JOIN (
        SELECT unnest($files::INTEGER[]) AS file, unnest($editions::VARCHAR[]) AS edition
    ) USING (file)
    WHERE id IN (SELECT id FROM fresh GROUP BY id HAVING count(*) > 1)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY edition DESC NULLS LAST, file DESC, row DESC) > 1
) AS older
WHERE rows.rowid = older.row;
