-- Which rows stand for an organization that another row stands for already.
-- Reads: duplicates.
-- Makes: duplicates, organizations.

INSERT INTO duplicates
SELECT unnest($ids::VARCHAR[]), unnest($mains::VARCHAR[]), unnest($whys::VARCHAR[]), unnest($likenesses::FLOAT[]);

UPDATE organizations SET twin = TRUE WHERE id IN (SELECT id FROM duplicates);
