-- Those pairs, the surest first.
-- Reads: pairs.
-- Makes: nothing.

SELECT one, other, source, other_source, likeness, why FROM pairs
ORDER BY sureness DESC, likeness DESC, one, other;
