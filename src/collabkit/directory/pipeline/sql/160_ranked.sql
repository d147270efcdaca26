-- Which row of an organization stands for all of them: the least. A return stands for none that another register
-- has, and a guess for none of whom another row tells what it does. Of a feed that lists several places each is a
-- row, and another row would part one from the rest.
-- Reads: organizations, pairs.
-- Makes: nothing.

SELECT id, row_number() OVER (
    ORDER BY source = 'returns', coalesce(confidence, 0) < $sure::FLOAT AND known_for IS NULL, partner IS NULL,
        source <> 'hsds' OR kind IS NULL,
        mark IS NOT NULL, located <> 'address', confidence DESC, source, id
)
FROM organizations
WHERE id IN (SELECT one FROM pairs UNION SELECT other FROM pairs);
