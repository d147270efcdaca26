-- What the directory held besides. Who is twice is found anew, for the row that stood for both may be gone.
-- Reads: covered, figures, fresh, old.contacts, old.figures, old.loads, old.organizations, old.statements, old.texts,
--     organizations, part_of, texts.
-- Makes: contacts, figures, loads, moved, organizations, statements, texts.

-- The texts of then stand behind those of now.
CREATE OR REPLACE TEMP TABLE moved AS
SELECT (SELECT max(number) FROM texts) - (SELECT min(number) FROM old.texts) + 1 AS further,
    -- What statements tell of a body is found anew, too.
    (SELECT number FROM old.texts WHERE text = $statements_say) AS guessed;

INSERT INTO organizations
SELECT was.* REPLACE (FALSE AS twin, NULL AS described_for, NULL AS works,
    CASE WHEN coalesce(reason <> guessed, TRUE) THEN partner END AS partner,
    CASE WHEN coalesce(reason <> guessed, TRUE) THEN confidence END AS confidence,
    CASE WHEN coalesce(reason <> guessed, TRUE) THEN reason + further END AS reason, second_reason + further AS second_reason, code + further AS code,
    list_transform(signs, lambda number: number + further) AS signs)
FROM (
    FROM old.organizations AS was
    ANTI JOIN covered ON covered.source = was.source AND covered.part = part_of(own_part, state)
    ANTI JOIN (SELECT id FROM organizations) AS now USING (id)
) AS was, moved;

-- Those that no row names any more are not kept, or they would grow with each load.
INSERT INTO texts
SELECT number + further, text, coded FROM old.texts, moved
WHERE number + further IN (
    SELECT unnest([reason, second_reason, code]) FROM organizations
    UNION ALL SELECT unnest(signs) FROM organizations
);

INSERT INTO figures
SELECT was.* FROM old.figures AS was
SEMI JOIN organizations USING (id)
ANTI JOIN figures AS now USING (id);

-- What a body says that it does is read anew with its return alone.
INSERT INTO statements
SELECT was.* FROM old.statements AS was
SEMI JOIN organizations USING (id)
ANTI JOIN (SELECT id FROM fresh WHERE left_out IS NULL) AS now USING (id);

INSERT INTO contacts
SELECT was.* FROM old.contacts AS was
SEMI JOIN organizations USING (id)
-- Whoever is loaded anew has the contacts of now, be it none.
WHERE id NOT IN (SELECT id FROM fresh);

INSERT INTO loads
SELECT source, file, coalesce(list(part ORDER BY part) FILTER (part IS NOT NULL), []),
    any_value(rows), any_value(rejected), any_value(as_of), loaded_at
FROM (SELECT *, unnest(if(len(parts) > 0, parts, [NULL])) AS part FROM old.loads)
ANTI JOIN covered USING (source, part)
-- A file of which no row was kept has no part; it counts as long as its source is not loaded anew.
WHERE part IS NOT NULL OR source NOT IN (SELECT source FROM covered)
GROUP BY source, file, loaded_at;
