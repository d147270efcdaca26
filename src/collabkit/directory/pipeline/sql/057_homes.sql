-- In which state each row is at home.
-- Reads: fresh, homes_of, number_of.
-- Makes: homes, placeable.

-- What is left out tells nobody where its body is.
CREATE OR REPLACE TEMP VIEW placeable AS
SELECT row AS key, state, zip, CASE WHEN left_out IS NULL THEN number_of(own_number, id) END AS number FROM fresh;

CREATE OR REPLACE TEMP TABLE homes AS SELECT key AS row, home FROM homes_of('placeable');
