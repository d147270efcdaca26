-- Addresses of so many organizations that they are no place but an office that takes mail.
-- Reads: fresh.
-- Makes: blocks.

CREATE OR REPLACE TEMP TABLE blocks AS
WITH big AS (
    SELECT street, zip FROM fresh
    WHERE street IS NOT NULL AND zip IS NOT NULL AND lat IS NULL AND left_out IS NULL
    GROUP BY ALL HAVING count(*) >= $at_one_address
), groups AS (
    SELECT street, zip, affiliates, count(*) AS members
    FROM fresh SEMI JOIN big USING (street, zip)
    GROUP BY ALL
)
SELECT street, zip,
    arg_max(affiliates, (members, affiliates)) FILTER (affiliates IS NOT NULL) AS network,
    coalesce(max(members) FILTER (affiliates IS NOT NULL), 0) * 2 >= sum(members) AS of_one_network
FROM groups GROUP BY ALL;
