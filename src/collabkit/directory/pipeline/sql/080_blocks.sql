-- Addresses of so many organizations that they are no place but an office that takes mail.
-- Reads: fresh, homes.
-- Makes: bin_of, crowd, offices.

-- Few rows share their address with so many. So rows are counted in a quarter of a million bins first, in a table that
-- the processor's cache holds: an address of so many is in a full bin.
CREATE OR REPLACE TEMP MACRO bin_of(street, zip) AS (hash(street, zip) >> 46)::INTEGER;

CREATE OR REPLACE TEMP TABLE crowd AS
SELECT row, home, street, zip, affiliates, rank, lat IS NULL AS unplaced, unplaced AND left_out IS NULL AS counts
FROM fresh JOIN homes USING (row)
WHERE street IS NOT NULL AND zip IS NOT NULL AND bin_of(street, zip) IN (
    SELECT bin_of(street, zip) AS bin FROM fresh
    WHERE street IS NOT NULL AND zip IS NOT NULL AND lat IS NULL AND left_out IS NULL
    GROUP BY ALL HAVING count(*) >= $at_one_address
);

CREATE OR REPLACE TEMP TABLE offices AS
WITH groups AS (
    SELECT home, street, zip, affiliates, count(*) AS members, count(*) FILTER (counts) AS counted
    FROM crowd GROUP BY ALL
), blocks AS (
    SELECT home, street, zip,
        arg_max(affiliates, (members, affiliates)) FILTER (affiliates IS NOT NULL) AS network,
        coalesce(max(members) FILTER (affiliates IS NOT NULL), 0) * 2 >= sum(members) AS of_one_network
    FROM groups GROUP BY ALL HAVING sum(counted) >= $at_one_address
)
SELECT row, CASE WHEN of_one_network THEN 'headquarters' ELSE 'mail service' END AS mark
FROM crowd JOIN blocks USING (home, street, zip)
WHERE unplaced AND (NOT of_one_network OR affiliates = network AND rank = '9');
