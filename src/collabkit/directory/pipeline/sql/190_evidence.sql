-- What the statements of an organization and of its twins tell of it, beside its own row.
-- Reads: duplicates, statements, texts.
-- Makes: evidence, organizations, texts.

CREATE OR REPLACE TEMP TABLE evidence AS
SELECT coalesce(main, statements.id) AS id, bit_or(goals) AS goals, list_sort(list_distinct(flatten(list(works)))) AS works,
    arg_max(partner, (dollars, text)) FILTER (partner IS NOT NULL) AS partner
FROM statements LEFT JOIN duplicates ON duplicates.id = statements.id
GROUP BY ALL;

INSERT INTO texts SELECT max(number) + 1, $statements_say, FALSE FROM texts HAVING EXISTS (FROM evidence WHERE partner IS NOT NULL);

UPDATE organizations SET
    described_for = evidence.goals,
    works = nullif(evidence.works, []),
    confidence = CASE WHEN organizations.partner IS NULL AND evidence.partner IS NOT NULL THEN $guessed ELSE confidence END,
    reason = CASE WHEN organizations.partner IS NULL AND evidence.partner IS NOT NULL
        THEN (SELECT number FROM texts WHERE text = $statements_say) ELSE reason END,
    partner = coalesce(organizations.partner, evidence.partner::partner)
FROM evidence WHERE organizations.id = evidence.id;
