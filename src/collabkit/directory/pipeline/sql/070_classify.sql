-- For each row the rule that decides, and that of its network.
-- Reads: comparable_name, filed_under, filings, fresh, guards, kinds, rules, zips.
-- Makes: by_activity, by_code, by_filing, by_group, by_name, by_row, by_source, coded, codes, codes_filed,
--     decided, filed_so, found, guarded, not_by_code, phrases, rare, row_kinds.

-- Of the codes that a register uses only some two thousand differ, and of the kinds a few dozen.
CREATE OR REPLACE TEMP TABLE codes AS SELECT DISTINCT code FROM fresh WHERE code IS NOT NULL;

CREATE OR REPLACE TEMP TABLE row_kinds AS SELECT DISTINCT source, kind FROM fresh;

CREATE OR REPLACE TEMP TABLE by_code AS
SELECT code, rule
FROM codes JOIN rules ON family = 'ntee' AND filed_under(code, match)
QUALIFY row_number() OVER (
    PARTITION BY code ORDER BY length(replace(match, '*', '')) DESC, rule) = 1;

CREATE OR REPLACE TEMP TABLE not_by_code AS
SELECT DISTINCT row
FROM fresh JOIN by_code USING (code) JOIN guards USING (rule)
WHERE NOT also AND contains(words, phrase);

CREATE OR REPLACE TEMP TABLE by_source AS
SELECT source, kind, rule
FROM row_kinds JOIN rules ON family = 'source' AND match IN (source, source || '/' || kind)
QUALIFY row_number() OVER (PARTITION BY source, kind ORDER BY length(match) DESC, rule) = 1;

CREATE OR REPLACE TEMP TABLE by_group AS
WITH filed AS (
    SELECT row, words || local_words AS text, rule
    FROM fresh JOIN rules ON family = 'group' AND affiliates = match
)
SELECT row, min(rule) AS rule
FROM filed
WHERE NOT EXISTS (FROM guards WHERE guards.rule = filed.rule AND contains(text, phrase))
GROUP BY row;

-- A phrase is looked for where its rarest word stands. One row in twenty tells how rare.
CREATE OR REPLACE TEMP TABLE phrases AS
WITH seen AS (
    SELECT word, count(*) AS times
    FROM (SELECT unnest(string_split(words, ' ')) AS word FROM fresh WHERE row % 20 = 0)
    GROUP BY word
), words AS (
    SELECT *, unnest(string_split(match, ' ')) AS word
    FROM rules WHERE family IN ('name', 'network', 'sign')
)
SELECT rule, family = 'network' AS anywhere, ' ' || match || ' ' AS phrase,
    arg_min(word, coalesce(times, 0)) AS word
FROM words LEFT JOIN seen USING (word)
GROUP BY ALL;

-- A chapter may bear the name of its network in either name, other bodies only in their own.
CREATE OR REPLACE TEMP TABLE found AS
WITH split AS (
    SELECT row, words, local_words, unnest(string_split(called_in_all, ' ')) AS word
    FROM fresh ANTI JOIN by_group USING (row)
)
SELECT row, rule, anywhere
FROM split JOIN phrases USING (word)
WHERE contains(CASE WHEN anywhere THEN words || local_words ELSE words END, phrase);

CREATE OR REPLACE TEMP TABLE guarded AS
WITH texts AS (
    SELECT row, rule, CASE WHEN anywhere THEN words || local_words ELSE words END AS text,
        CASE WHEN anywhere THEN called_in_all ELSE called END AS bare
    FROM found SEMI JOIN guards USING (rule) JOIN fresh USING (row)
), split AS (
    SELECT row, rule, text, unnest(string_split(bare, ' ')) AS word FROM texts
)
SELECT DISTINCT row, rule, also
FROM split JOIN guards USING (rule, word)
WHERE contains(text, phrase);

-- Rules with codes that forbid or are needed, by the codes and the kinds of rows that are so filed.
CREATE OR REPLACE TEMP TABLE codes_filed AS
SELECT DISTINCT code, rule, needed FROM codes JOIN filings ON filed_under(code, filed);

CREATE OR REPLACE TEMP TABLE filed_so AS
WITH by_kind AS (
    SELECT DISTINCT source, kind, rule, needed
    FROM row_kinds JOIN filings ON filed IN (source, source || '/' || kind)
), looked_at AS (
    SELECT row, rule, source, kind, code
    FROM found SEMI JOIN filings USING (rule) JOIN fresh USING (row)
)
SELECT row, rule, needed FROM looked_at JOIN codes_filed USING (code, rule)
UNION
SELECT row, rule, needed FROM looked_at JOIN by_kind USING (source, rule)
WHERE looked_at.kind IS NOT DISTINCT FROM by_kind.kind;

CREATE OR REPLACE TEMP TABLE by_name AS
SELECT row, min(rule) AS rule
FROM (FROM found WHERE rule < $first_sign) AS found
ANTI JOIN (
    SELECT row, rule FROM guarded WHERE NOT also UNION ALL SELECT row, rule FROM filed_so WHERE NOT needed
) AS forbidden USING (row, rule)
WHERE (rule NOT IN (SELECT rule FROM guards WHERE also)
        OR (row, rule) IN (SELECT (row, rule) FROM guarded WHERE also))
    AND (rule NOT IN (SELECT rule FROM filings WHERE needed)
        OR (row, rule) IN (SELECT (row, rule) FROM filed_so WHERE needed))
GROUP BY row;

-- What the IRS says besides tells only of a body that has no code of the taxonomy, or one that tells nothing.
CREATE OR REPLACE TEMP TABLE by_activity AS
SELECT activity, rule
FROM (SELECT DISTINCT activity FROM fresh ANTI JOIN by_code USING (code) WHERE activity IS NOT NULL)
JOIN rules ON family = 'activity' AND match IN (activity[1:3], activity[4:6], activity[7:9]);

CREATE OR REPLACE TEMP TABLE by_filing AS
WITH filed AS (
    SELECT row, words, rule FROM fresh ANTI JOIN by_code USING (code) JOIN by_activity USING (activity)
    UNION ALL
    SELECT row, words, rule FROM fresh ANTI JOIN by_code USING (code)
        JOIN rules ON family = 'foundation' AND match = foundation
    -- Of a body whose code tells something it says little that it is a private foundation.
    WHERE (code IS NULL OR foundation >= '10') AND rule NOT IN (SELECT rule FROM filings WHERE needed)
    UNION ALL
    SELECT row, words, rule FROM fresh JOIN (FROM codes_filed WHERE needed) AS codes_filed USING (code)
        JOIN rules USING (rule) WHERE family = 'foundation' AND match = foundation
)
SELECT row, min(rule) AS rule
FROM filed ANTI JOIN (
    SELECT row, rule FROM filed JOIN guards USING (rule) WHERE contains(words, phrase)
) USING (row, rule)
GROUP BY row;

-- Rows keep the number of their code. Rules have those above.
CREATE OR REPLACE TEMP TABLE coded AS
SELECT code, (-2 - row_number() OVER (ORDER BY code))::INTEGER AS number, rule,
    list_contains($residences::VARCHAR[], left(code, 3)) AS residence,
    list_contains($advocates::VARCHAR[], left(code, 3)) AS advocate_code
FROM codes LEFT JOIN by_code USING (code);

-- What is known of single rows, side by side: to look each of two million rows up once takes less than four times.
CREATE OR REPLACE TEMP TABLE by_row AS
SELECT row, min(rule) FILTER (how = 'group') AS chapter, min(rule) FILTER (how = 'name') AS named,
    min(rule) FILTER (how = 'filing') AS filed, bool_or(how = 'not by code') AS against_code
FROM (
    SELECT row, rule, 'group' AS how FROM by_group
    UNION ALL SELECT row, rule, 'name' FROM by_name
    UNION ALL SELECT row, rule, 'filing' FROM by_filing
    UNION ALL SELECT row, NULL, 'not by code' FROM not_by_code
)
GROUP BY row;

-- What only some registers tell. It is no part of what is sorted: an empty column takes as long to sort as a full one.
CREATE OR REPLACE TEMP TABLE rare AS
SELECT row, own_part, phone, site, own_number, services, other_names, kinds.partner AS own_word
FROM fresh LEFT JOIN kinds ON kinds.name = comparable_name(stated)
WHERE coalesce(own_part, phone, site, own_number, services, other_names, stated) IS NOT NULL;

-- A body whose name says one thing and whose code another may be both: the less sure is its second kind.
-- Asked once, with the organizations: to write it down for every row would take longer. The rows are put in the order
-- of the map before what the rules tell of them is joined: to sort fewer columns takes less.
CREATE OR REPLACE TEMP VIEW decided AS
SELECT ordered.*, rare.* EXCLUDE (row), coded.number AS filing, residence, advocate_code, chapter,
    CASE WHEN against_code IS NOT TRUE THEN coded.rule END AS by_its_code,
    least(chapter, named, by_source.rule, filed, by_its_code) AS rule,
    CASE WHEN by_its_code > named THEN by_its_code WHEN named > by_its_code THEN named END AS second
FROM (
    SELECT fresh.* EXCLUDE (own_part, phone, site, own_number, services, other_names, stated, described),
        zips.lat AS zip_lat, zips.lon AS zip_lon
    FROM fresh LEFT JOIN zips USING (zip) ORDER BY zips.square
) AS ordered
LEFT JOIN rare USING (row)
LEFT JOIN by_row USING (row)
LEFT JOIN coded USING (code)
LEFT JOIN by_source ON by_source.source = ordered.source
    AND by_source.kind IS NOT DISTINCT FROM ordered.kind;
