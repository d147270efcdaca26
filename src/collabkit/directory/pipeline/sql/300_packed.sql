-- The tables of a pack: what stands as numbers in a directory is written out, so that whoever reads Parquet understands
-- it, and nothing depends on how one directory counts its goals, works and texts.
-- Reads: duplicates, figures, goals, organizations, squared, statements, texts, works.
-- Makes: goal_sets, packed_duplicates, packed_figures, packed_organizations, packed_statements, sign_sets, work_sets.

CREATE OR REPLACE TEMP TABLE goal_sets AS
SELECT bits, list(goal ORDER BY bit) AS goals
FROM (
    SELECT unnest([known_for, named_for, filed_for, described_for]) AS bits FROM organizations
    UNION SELECT goals FROM statements
) JOIN goals ON (bits >> bit) & 1 = 1
GROUP BY bits;

CREATE OR REPLACE TEMP TABLE work_sets AS
SELECT numbers, list(work ORDER BY work) AS works
FROM (SELECT numbers, unnest(numbers) AS number FROM (SELECT works AS numbers FROM organizations UNION SELECT works FROM statements))
JOIN works USING (number)
GROUP BY numbers;

CREATE OR REPLACE TEMP TABLE sign_sets AS
SELECT numbers, list(text ORDER BY text) AS signs
FROM (SELECT numbers, unnest(numbers) AS number FROM (SELECT DISTINCT signs AS numbers FROM organizations))
JOIN texts USING (number)
GROUP BY numbers;

-- In the order of the map, as a directory has them, and then by id: the same rows are the same bytes.
CREATE OR REPLACE TEMP VIEW packed_organizations AS
SELECT own.* EXCLUDE (partner, second, located, mark, role, reason, second_reason, code, known_for, named_for, filed_for,
        described_for, signs, works),
    own.partner::VARCHAR AS partner, own.second::VARCHAR AS second, located::VARCHAR AS located, mark::VARCHAR AS mark,
    own.role::VARCHAR AS role, why.text AS reason, why.coded AS by_code, second_why.text AS second_reason,
    second_why.coded AS second_by_code, codes.text AS code, known.goals AS known_for, named.goals AS named_for,
    filed.goals AS filed_for, described.goals AS described_for, sign_sets.signs, work_sets.works
FROM organizations AS own
LEFT JOIN texts AS why ON why.number = own.reason
LEFT JOIN texts AS second_why ON second_why.number = own.second_reason
LEFT JOIN texts AS codes ON codes.number = own.code
LEFT JOIN goal_sets AS known ON known.bits = own.known_for
LEFT JOIN goal_sets AS named ON named.bits = own.named_for
LEFT JOIN goal_sets AS filed ON filed.bits = own.filed_for
LEFT JOIN goal_sets AS described ON described.bits = own.described_for
LEFT JOIN sign_sets ON sign_sets.numbers = own.signs
LEFT JOIN work_sets ON work_sets.numbers = own.works
ORDER BY squared(((own.lon + 180) / 360 * 1024)::INTEGER, ((own.lat + 90) / 180 * 1024)::INTEGER) NULLS LAST, own.id;

CREATE OR REPLACE TEMP VIEW packed_statements AS
SELECT id, kind, text, year, dollars, goal_sets.goals, work_sets.works, partner
FROM statements LEFT JOIN goal_sets ON bits = statements.goals LEFT JOIN work_sets ON numbers = statements.works
ORDER BY id, kind, dollars DESC NULLS LAST, text;

CREATE OR REPLACE TEMP VIEW packed_duplicates AS FROM duplicates ORDER BY id;

CREATE OR REPLACE TEMP VIEW packed_figures AS FROM figures ORDER BY id, what, value;
