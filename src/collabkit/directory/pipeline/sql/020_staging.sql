-- Rows as they are read, and what follows from them.
-- Reads: part_of, staged.
-- Makes: fresh.

-- Most names are comparable as they stand: to write them down twice would take longer than to put blanks around them.
CREATE TEMP VIEW fresh AS
SELECT * EXCLUDE (comparable, local_comparable), part_of(own_part, state) AS part,
    coalesce(comparable, name) AS called, called || coalesce(' ' || coalesce(local_comparable, local), '') AS called_in_all,
    ' ' || called || ' ' AS words,
    coalesce(coalesce(local_comparable, local) || ' ', '') AS local_words
FROM staged;
