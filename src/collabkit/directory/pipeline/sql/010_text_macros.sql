-- Text as registers have it: mended, and made comparable.
-- Reads: nothing.
-- Makes: ein, filed_under, five_digits, nobody, tidy.

-- Registers are mostly neat, so looking for what to mend is cheaper than mending. Whether a file holds tabs and line
-- ends at all is looked for once.
CREATE TEMP MACRO tidy(text) AS CASE
    WHEN starts_with(text, ' ') OR ends_with(text, ' ') OR contains(text, '  ')
        OR getvariable('flat') IS NOT TRUE
            AND (contains(text, chr(10)) OR contains(text, chr(9)) OR contains(text, chr(13)))
    THEN nullif(trim(regexp_replace(text, '\s+', ' ', 'g')), '') ELSE text END;

-- "Fire Department c/o Jane Doe", "c/o Jane Doe 12 Main St": whoever opens the mail is left out.
CREATE TEMP MACRO nobody(text) AS CASE
    WHEN contains(text, '/') OR contains(text, '%') OR contains(text, 'ATTN')
    THEN nullif(trim(regexp_replace(text,
        '\s*(\bC\s*/\s*O\b|\bATTN\b|(^|\s)%\s)\D*?(P\.?\s?O\.?\s?BOX|\d|$)', ' \3', 'i'), ' ,'), '')
    ELSE text END;

-- Most are right as they are. Spreadsheets take the first zero off a number, so eight digits are one
-- too; fewer, or a word, are not.
CREATE TEMP MACRO ein(text) AS CASE
    WHEN length(text) = 9 AND text > '000000000' AND try_cast(text AS UINTEGER) IS NOT NULL THEN text
    ELSE nullif(lpad(nullif(replace(
        regexp_extract(text, '^\s*(\d{2}-?\d{6,7})(\.0)?\s*$', 1), '-', ''), ''), 9, '0'), '000000000') END;

-- Of a ZIP code what a letter needs. Most are right as they are; spreadsheets take zeros off these, too.
CREATE TEMP MACRO five_digits(zip, place) AS CASE
    WHEN zip GLOB '[0-9][0-9][0-9][0-9][0-9]*' THEN left(zip, 5)
    ELSE lpad(coalesce(nullif(regexp_extract(zip, '^\s*(\d{3,5})', 1), ''),
        regexp_extract(place, '\b[A-Z]{2} (\d{5})', 1)), 5, '0') END;

-- A code of the taxonomy is under another that it begins with; a star stands for any first letter.
CREATE TEMP MACRO filed_under(code, start) AS
    starts_with(code, start)
    OR starts_with(start, '*') AND starts_with(substr(code, 2), substr(start, 2));
