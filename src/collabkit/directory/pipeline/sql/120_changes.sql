-- Who is new, gone or moved in the registers that were loaded before.
-- Reads: covered, old.organizations, organizations, part_of.
-- Makes: nothing.

WITH now AS (SELECT source, id, street, zip FROM organizations),
    was AS (
        SELECT source, id, street, zip FROM old.organizations
        WHERE (source, part_of(own_part, state)) IN (SELECT (source, part) FROM covered) OR id IN (SELECT id FROM now)
    )
SELECT coalesce(now.source, was.source) AS source,
    count(*) FILTER (was.id IS NULL),
    count(*) FILTER (now.id IS NULL),
    count(*) FILTER (now.id IS NOT NULL AND was.id IS NOT NULL
        AND (now.street IS DISTINCT FROM was.street OR now.zip IS DISTINCT FROM was.zip))
FROM now FULL JOIN was USING (id)
WHERE coalesce(now.source, was.source) IN (SELECT source FROM old.organizations)
GROUP BY 1 ORDER BY 1;
