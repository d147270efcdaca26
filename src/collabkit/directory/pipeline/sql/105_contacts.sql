-- Whom the library knows at an organization, by a table of its own. Several rows may name one body.
-- Reads: fresh.
-- Makes: contacts.

INSERT INTO contacts
SELECT DISTINCT id, person, email, direct FROM fresh
WHERE name IS NOT NULL AND coalesce(person, email, direct) IS NOT NULL;
