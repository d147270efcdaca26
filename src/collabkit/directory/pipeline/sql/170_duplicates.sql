-- Which rows stand for an organization that another row stands for already.
-- Reads: duplicates, organizations.
-- Makes: duplicates, organizations.

INSERT INTO duplicates
SELECT unnest($ids::VARCHAR[]), unnest($mains::VARCHAR[]), unnest($whys::VARCHAR[]), unnest($likenesses::FLOAT[]);

-- Where the feed tells nothing of what it does and another row does, all its places stand behind that row.
INSERT INTO duplicates
WITH places AS (
    SELECT id, kind FROM organizations WHERE source = 'hsds' AND kind IS NOT NULL
), behind AS (
    SELECT kind, min(main) AS main, min(why) AS why, min(likeness) AS likeness
    FROM places JOIN duplicates USING (id) GROUP BY kind
)
SELECT places.id, behind.main, why, likeness
FROM places JOIN behind USING (kind)
ANTI JOIN duplicates ON places.id = duplicates.id
ANTI JOIN duplicates AS led ON places.id = led.main;

UPDATE organizations SET twin = TRUE WHERE id IN (SELECT id FROM duplicates);
