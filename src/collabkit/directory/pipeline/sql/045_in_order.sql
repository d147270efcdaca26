-- Whether each row has a greater id than the one before it, as those of one register's file mostly have: then no id
-- stands twice, and none has to be looked for among millions.
-- Reads: fresh.
-- Makes: nothing.

SELECT count(*) <= 1 AS in_order
FROM (SELECT id, lag(id) OVER () AS before FROM fresh)
WHERE before IS NULL OR id <= before;
