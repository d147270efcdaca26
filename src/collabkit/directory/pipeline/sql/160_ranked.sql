-- Which row of an organization stands for all of them: the least.
-- Reads: organizations, pairs.
-- Makes: nothing.

SELECT id, row_number() OVER (
    ORDER BY partner IS NULL, mark IS NOT NULL, located <> 'address', confidence DESC, source, id
)
FROM organizations
WHERE id IN (SELECT one FROM pairs UNION SELECT other FROM pairs);
