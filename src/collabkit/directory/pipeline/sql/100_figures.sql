-- The figures that a register states of a library.
-- Reads: fresh.
-- Makes: figures.

INSERT INTO figures
SELECT id, what, value, try_cast(regexp_extract(as_of, '(19|20)\d\d') AS INTEGER) AS year
FROM (
    SELECT id, as_of, unnest($counted::VARCHAR[]) AS what, unnest(figures) AS value
    FROM fresh WHERE left_out IS NULL AND figures IS NOT NULL
)
-- What is no number, or more than a library can count, is the slip of a program.
WHERE value BETWEEN -1e12 AND 1e12;
