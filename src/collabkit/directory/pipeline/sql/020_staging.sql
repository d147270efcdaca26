-- Where rows stand as they are read. A sequence would number them one after the other, on one core.
-- Reads: rows.
-- Makes: fresh.

CREATE TEMP VIEW fresh AS SELECT rowid AS row, * FROM rows;
