-- What some texts are about.
-- Reads: nothing.
-- Makes: readings.

INSERT INTO readings
SELECT unnest($texts::VARCHAR[]), unnest($goals::VARCHAR[][]), unnest($works::VARCHAR[][]),
    unnest($partners::VARCHAR[]);
