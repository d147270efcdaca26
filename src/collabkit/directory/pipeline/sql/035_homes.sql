-- The state in which a row is at home. What is found out of several rows is found out of those of one home alone: so a
-- state can be built by itself, and is the same as within the country. `docs/directory.md` states the rule.
-- Reads: states, zips.
-- Makes: homes_of.

-- Where its address says; else where its ZIP code is; else, as some registers tell a number and no place, where the
-- first state is in which a row bears its number. Whoever is nowhere is at home in ZZ.
CREATE TEMP MACRO homes_of(bodies) AS TABLE
WITH placed AS (
    SELECT bodies.key, bodies.number, coalesce(known.state, zips.state) AS home
    FROM query_table(bodies) AS bodies
    LEFT JOIN (SELECT DISTINCT state FROM states) AS known ON known.state = bodies.state
    LEFT JOIN zips ON zips.zip = bodies.zip
), numbered AS (
    SELECT number, min(home) AS home FROM placed WHERE home IS NOT NULL
        AND number IN (SELECT number FROM placed WHERE home IS NULL)
    GROUP BY number
)
SELECT key, coalesce(placed.home, numbered.home, 'ZZ') AS home FROM placed LEFT JOIN numbered USING (number);
