-- Rows of different registers that may be one organization, of those that are at home in one state.
-- Reads: comparable_name, homes_of, number_of, organizations.
-- Makes: bodies, keyed, names, near, pairs.

CREATE OR REPLACE TEMP VIEW bodies AS SELECT id AS key, state, zip, number_of(own_number, id) AS number FROM organizations;

-- The largest source is mostly far larger than all others, so only those of its rows are looked at that
-- some row of another source might be.
CREATE OR REPLACE TEMP TABLE near AS
WITH placed AS (
    SELECT id, source, home, name, partner, number_of(own_number, id) AS number, zip, state || ' ' || upper(city) AS town, phone,
        zip || nullif(regexp_extract(street, '^\d+'), '') AS door
    FROM organizations JOIN homes_of('bodies') AS homes ON key = id
), largest AS (
    SELECT home, source FROM placed GROUP BY home, source
    QUALIFY row_number() OVER (PARTITION BY home ORDER BY count(*) DESC, source) = 1
), small AS (
    SELECT * FROM placed ANTI JOIN largest USING (home, source)
)
FROM placed
WHERE (home, zip, partner) IN (SELECT (home, zip, partner) FROM small)
    OR (home, town, partner) IN (SELECT (home, town, partner) FROM small)
    OR home || door IN (SELECT home || door FROM small)
    OR home || phone IN (SELECT home || phone FROM small)
    OR home || number IN (SELECT home || number FROM small);

CREATE OR REPLACE TEMP TABLE names AS
WITH said AS (
    SELECT * EXCLUDE name, list_distinct(list_filter(list_transform(
        string_split(comparable_name(name), ' '),
        lambda word: coalesce(map($short, $long)[word], word)),
        lambda word: word <> '' AND NOT list_contains($idle, word))) AS words
    FROM near
)
SELECT *, list_filter(words, lambda word: NOT list_contains($kind, word)) AS own,
    list_filter(words, lambda word: list_contains($telling, word) OR regexp_full_match(word, '\d+')) AS telling
FROM said WHERE words <> [];

CREATE OR REPLACE TEMP TABLE keyed AS
WITH keyed AS (
    SELECT id, source, home, unnest(CASE WHEN own = [] THEN words ELSE own END) AS word,
        [zip || partner, town || partner, door, phone] AS places
    FROM names
), counted AS (
    SELECT home, word, count(*) AS names FROM keyed GROUP BY ALL
), rarest AS (
    SELECT * FROM keyed JOIN counted USING (home, word)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY names, word) <= $keys
)
SELECT id, source, home, word, unnest(places) AS place FROM rarest;

CREATE OR REPLACE TEMP TABLE pairs AS
WITH met AS (
    SELECT one.id AS one, other.id AS other FROM keyed AS one JOIN keyed AS other
        ON one.home = other.home AND one.place = other.place AND one.word = other.word AND one.source < other.source
    UNION
    SELECT one.id, other.id FROM names AS one JOIN names AS other
        ON one.home = other.home AND one.number = other.number AND one.source < other.source
), seen AS (
    SELECT one.id AS one, other.id AS other, one.source AS source, other.source AS other_source,
        one.number = other.number AS numbered,
        split_part(one.number, ':', 1) = split_part(other.number, ':', 1) AS comparable,
        one.partner = other.partner AS akin,
        coalesce(one.door = other.door, FALSE) OR coalesce(one.phone = other.phone, FALSE) AS at_the_door,
        list_sort(one.telling) = list_sort(other.telling) AS alike_in_telling,
        list_sort(list_intersect(one.words, $lending)) = list_sort(list_intersect(other.words, $lending)) AS alike_in_lending,
        CASE WHEN akin AND one.own <> [] THEN one.own ELSE one.words END AS a,
        CASE WHEN akin AND other.own <> [] THEN other.own ELSE other.words END AS b,
        array_to_string(a, ' ') AS name, array_to_string(b, ' ') AS other_name,
        greatest(len(list_intersect(a, b)) / len(list_distinct(list_concat(a, b))),
            1 - damerau_levenshtein(name, other_name) / greatest(length(name), length(other_name))) AS likeness
    FROM met JOIN names AS one ON one.id = met.one JOIN names AS other ON other.id = met.other
)
SELECT one, other, source, other_source, likeness,
    CASE WHEN numbered THEN 2 WHEN at_the_door THEN 1 ELSE 0 END AS sureness,
    CASE WHEN numbered THEN 'the same number'
        WHEN at_the_door THEN 'names alike at one address or telephone'
        ELSE 'names alike in one place' END AS why
FROM seen
WHERE CASE WHEN numbered THEN alike_in_lending
    WHEN comparable OR NOT alike_in_telling THEN FALSE
    WHEN at_the_door THEN likeness >= CASE WHEN akin IS FALSE THEN $another ELSE $door END
    ELSE akin AND likeness >= $alike END;
