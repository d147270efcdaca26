-- Which parts of a register the files of this load hold so much of that they are its new edition.
-- Reads: old.organizations, organizations, part_of.
-- Makes: covered.

CREATE OR REPLACE TEMP TABLE covered AS
WITH now AS (SELECT source, part_of(own_part, state) AS part, count(*) AS n FROM organizations GROUP BY ALL),
    was AS (SELECT source, part_of(own_part, state) AS part, count(*) AS n FROM old.organizations GROUP BY ALL)
SELECT source, part FROM now LEFT JOIN was USING (source, part)
WHERE NOT list_contains($adding::VARCHAR[], source)
    AND (now.n >= $share * coalesce(was.n, 0) OR list_contains($whole, source));
