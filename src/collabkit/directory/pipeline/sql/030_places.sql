-- Where states, ZIP codes and towns are.
-- Reads: squared.
-- Makes: states, towns, zips, zips3.

CREATE TEMP TABLE states AS SELECT unnest($state_names::VARCHAR[]) AS name, unnest($states::VARCHAR[]) AS state;

CREATE TEMP TABLE zips AS
SELECT *, squared(((lon + 180) / 360 * 1024)::INTEGER, ((lat + 90) / 180 * 1024)::INTEGER)::UINTEGER AS square
FROM (
    SELECT cells[1] AS zip, cells[2] AS city, cells[3] AS state, cells[4]::DOUBLE AS lat, cells[5]::DOUBLE AS lon
    FROM (SELECT string_split(unnest(string_split($places, chr(10))), chr(9)) AS cells)
);

CREATE TEMP TABLE zips3 AS
SELECT left(zip, 3) AS zip, avg(lat) AS lat, avg(lon) AS lon, list(DISTINCT state) AS states
FROM zips GROUP BY ALL;

CREATE TEMP TABLE towns AS
SELECT upper(city) AS city, state, avg(lat) AS lat, avg(lon) AS lon, min(square) AS square
FROM zips GROUP BY ALL;
