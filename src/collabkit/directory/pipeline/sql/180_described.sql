-- What the bodies of this load say that they do, and the texts of it that are to be read.
-- Reads: fresh.
-- Makes: described, readings, unread.

CREATE OR REPLACE TEMP TABLE described AS
SELECT id, said[1] AS kind, said[2] AS text, year, try_cast(said[3] AS BIGINT) AS dollars
FROM (
    SELECT id, unnest(json_transform(described, '[["VARCHAR"]]')) AS said, try_cast(left(as_of, 4) AS SMALLINT) AS year
    FROM fresh WHERE described IS NOT NULL AND left_out IS NULL
);

CREATE OR REPLACE TEMP TABLE unread AS
SELECT text, row_number() OVER (ORDER BY text) AS number FROM (SELECT DISTINCT text FROM described);

CREATE OR REPLACE TEMP TABLE readings (text VARCHAR, goals VARCHAR[], works VARCHAR[], partner VARCHAR);
