-- The order of the map.
-- Reads: nothing.
-- Makes: apart, squared.

-- Ten bits of each coordinate in turns (a Z-order curve): neighbors on the map become neighbors in the
-- file, so that a question about one place reads few blocks of it.
CREATE TEMP MACRO apart(n) AS ((n & 1) << 0) + ((n & 2) << 1) + ((n & 4) << 2) + ((n & 8) << 3) + ((n & 16) << 4)
    + ((n & 32) << 5) + ((n & 64) << 6) + ((n & 128) << 7) + ((n & 256) << 8) + ((n & 512) << 9);
CREATE TEMP MACRO squared(x, y) AS apart(x) * 2 + apart(y);
