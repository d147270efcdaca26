-- Bodies that are called after a county and get their mail far from it, at the office of who does their books.
-- Where a county is, its own bodies tell: of most of them the mail stays there.
-- Reads: fresh, homes, miles, offices, zips.
-- Makes: marked.

CREATE OR REPLACE TEMP TABLE marked AS
WITH named AS (
    SELECT row, home, regexp_extract(words, ' ([A-Z]+) COUNTY ', 1) AS county, zips.lat, zips.lon
    FROM fresh JOIN zips USING (zip) JOIN homes USING (row)
    WHERE contains(called, 'COUNTY') AND contains(words, ' COUNTY ') AND fresh.lat IS NULL AND left_out IS NULL
), middles AS (
    SELECT home, county, median(lat) AS middle, median(lon) AS along FROM named
    WHERE county NOT IN ('', 'BI', 'CROSS', 'FIVE', 'FOUR', 'INTER', 'MULTI', 'THREE', 'TRI', 'TWO')
    GROUP BY ALL HAVING count(*) >= $of_one_county
), placed AS (
    SELECT row, home, county, miles(lat, lon, middle, along) > $beyond AS far
    FROM named JOIN middles USING (home, county)
)
FROM offices
UNION ALL
SELECT row, 'elsewhere' AS mark FROM placed SEMI JOIN (
    SELECT home, county FROM placed GROUP BY ALL HAVING avg(far::INTEGER) <= 0.25
) USING (home, county) ANTI JOIN offices USING (row)
WHERE far;
