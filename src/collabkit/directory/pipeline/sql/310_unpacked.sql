-- The tables of packs into a new directory, with its own numbers for goals, works and texts.
-- Reads: goals, old.goals, old.organizations, old.works, texts, works.
-- Makes: duplicates, figures, fresh, goal_sets, goals, organizations, partner, statements, texts, unpacked, unpacked_statements,
--     works.

CREATE OR REPLACE TEMP TABLE unpacked AS
SELECT * FROM read_parquet($organizations, file_row_number = true, filename = true, union_by_name = true);

CREATE OR REPLACE TEMP TABLE unpacked_statements AS FROM read_parquet($statements, union_by_name = true);

-- What was loaded is recognized by what it is called.
CREATE OR REPLACE TEMP TABLE fresh AS SELECT id, NULL::VARCHAR AS left_out FROM unpacked;

INSERT INTO goals
FROM old.goals
UNION ALL
SELECT goal, (SELECT count(*) FROM old.goals) + row_number() OVER (ORDER BY place) - 1 AS bit
FROM (SELECT unnest($goals::VARCHAR[]) AS goal, unnest(range(len($goals::VARCHAR[]))) AS place)
ANTI JOIN old.goals USING (goal)
QUALIFY bit < 127;

INSERT INTO works
FROM old.works
UNION ALL
SELECT work, (SELECT count(*) FROM old.works) + row_number() OVER (ORDER BY work)
FROM (SELECT DISTINCT unnest(works) AS work FROM unpacked_statements) ANTI JOIN old.works USING (work);

INSERT INTO texts
SELECT row_number() OVER (ORDER BY text, coded), text, coded
FROM (
    SELECT reason AS text, by_code AS coded FROM unpacked
    UNION SELECT second_reason, second_by_code FROM unpacked
    UNION SELECT code, FALSE FROM unpacked
    UNION SELECT unnest(signs), FALSE FROM unpacked
)
WHERE text IS NOT NULL;

CREATE TYPE partner AS ENUM (
    SELECT partner FROM (
        SELECT partner FROM unpacked
        UNION SELECT second FROM unpacked
        UNION SELECT partner FROM unpacked_statements
        UNION SELECT partner FROM old.organizations
        UNION SELECT second FROM old.organizations
    )
    WHERE partner IS NOT NULL ORDER BY partner
);

ALTER TABLE organizations ALTER partner TYPE partner;

ALTER TABLE organizations ALTER second TYPE partner;

CREATE OR REPLACE TEMP TABLE goal_sets AS
SELECT names, bit_or(1::HUGEINT << bit) AS bits
FROM (
    SELECT names, unnest(names) AS goal FROM (
        SELECT known_for AS names FROM unpacked UNION SELECT named_for FROM unpacked UNION SELECT filed_for FROM unpacked
        UNION SELECT described_for FROM unpacked UNION SELECT goals FROM unpacked_statements
    )
) JOIN goals USING (goal)
GROUP BY names;

-- What was found out of twins and of their statements is found anew where the directory holds more than this.
INSERT INTO organizations BY NAME
WITH signed AS (
    SELECT names, list(number ORDER BY number) AS numbers
    FROM (SELECT names, unnest(names) AS text FROM (SELECT DISTINCT signs AS names FROM unpacked)) JOIN texts USING (text)
    WHERE NOT coded GROUP BY names
), worked AS (
    SELECT names, list(number ORDER BY number) AS numbers
    FROM (SELECT names, unnest(names) AS work FROM (SELECT DISTINCT works AS names FROM unpacked)) JOIN works USING (work)
    GROUP BY names
)
SELECT own.* EXCLUDE (partner, confidence, second, located, mark, role, reason, by_code, second_reason, second_by_code, code,
        known_for, named_for, filed_for, described_for, signs, works, twin, filename, file_row_number),
    CASE WHEN $alone OR own.reason IS DISTINCT FROM $statements_say THEN own.partner::partner END AS partner,
    CASE WHEN $alone OR own.reason IS DISTINCT FROM $statements_say THEN own.confidence END AS confidence,
    CASE WHEN $alone OR own.reason IS DISTINCT FROM $statements_say THEN why.number END AS reason,
    own.second::partner AS second, second_why.number AS second_reason, codes.number AS code,
    own.located::located AS located, own.mark::mark AS mark, own.role::role AS role,
    known.bits AS known_for, named.bits AS named_for, filed.bits AS filed_for, signed.numbers AS signs,
    $alone AND own.twin AS twin,
    CASE WHEN $alone THEN described.bits END AS described_for, CASE WHEN $alone THEN worked.numbers END AS works
FROM unpacked AS own
LEFT JOIN texts AS why ON why.text = own.reason AND why.coded = own.by_code
LEFT JOIN texts AS second_why ON second_why.text = own.second_reason AND second_why.coded = own.second_by_code
LEFT JOIN texts AS codes ON codes.text = own.code AND NOT codes.coded
LEFT JOIN goal_sets AS known ON known.names = own.known_for
LEFT JOIN goal_sets AS named ON named.names = own.named_for
LEFT JOIN goal_sets AS filed ON filed.names = own.filed_for
LEFT JOIN goal_sets AS described ON described.names = own.described_for
LEFT JOIN signed ON signed.names = own.signs
LEFT JOIN worked ON worked.names = own.works
ORDER BY filename, file_row_number;

INSERT INTO statements
SELECT id, kind, text, year, dollars, bits, worked.numbers, partner
FROM unpacked_statements AS own
LEFT JOIN goal_sets ON goal_sets.names = own.goals
LEFT JOIN (
    SELECT names, list(number ORDER BY number) AS numbers
    FROM (SELECT names, unnest(names) AS work FROM (SELECT DISTINCT works AS names FROM unpacked_statements))
    JOIN works USING (work)
    GROUP BY names
) AS worked ON worked.names = own.works
ORDER BY id;

INSERT INTO figures BY NAME FROM read_parquet($figures, union_by_name = true);

INSERT INTO duplicates BY NAME SELECT * FROM read_parquet($duplicates, union_by_name = true) WHERE $alone;
