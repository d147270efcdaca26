"""How much of a data file is read, and how much is said of one that is wrong."""

MAX_BYTES = 8_000_000
"""Six times the largest shipped catalog."""
MAX_DEPTH = 24
"""No entry nests deeper than six."""
MAX_PROBLEMS = 100
"""Nobody mends more in one go, and a file that is no data file at all has one on every line."""
