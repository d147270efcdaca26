-- The figures that a register states of a library.
-- Reads: fresh.
-- Makes: figures.

INSERT INTO figures
SELECT id, what, value, try_cast(regexp_extract(as_of, '(19|20)\d\d') AS INTEGER) AS year
FROM (
    UNPIVOT (SELECT * FROM fresh WHERE left_out IS NULL)
    ON visits, borrowers, programs, attendance, hours, computers, staff, population, branches,
        bookmobiles
    INTO NAME what VALUE value
)
-- What is no number, or more than a library can count, is the slip of a program.
WHERE value BETWEEN -1e12 AND 1e12;
