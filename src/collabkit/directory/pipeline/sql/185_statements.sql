-- Statements with what they are about, as numbers: a bit for each goal, a number for each work.
-- Reads: described, goals, old.works, readings, works.
-- Makes: statements, works.

-- Works that were numbered before keep their numbers.
INSERT INTO works
FROM old.works
UNION ALL
SELECT work, (SELECT count(*) FROM old.works) + row_number() OVER (ORDER BY work)
FROM (SELECT DISTINCT unnest(works) AS work FROM readings) ANTI JOIN old.works USING (work);

INSERT INTO statements
WITH about AS (
    SELECT text, bit_or(1::HUGEINT << bit) AS goals
    FROM (SELECT text, unnest(goals) AS goal FROM readings) JOIN goals USING (goal) GROUP BY text
), near AS (
    SELECT text, list(number ORDER BY number) AS works
    FROM (SELECT text, unnest(works) AS work FROM readings) JOIN works USING (work) GROUP BY text
)
SELECT id, kind, text, year, dollars, about.goals, near.works, readings.partner
FROM described LEFT JOIN readings USING (text) LEFT JOIN about USING (text) LEFT JOIN near USING (text)
ORDER BY id;
