"""How a line of a log is read: words, days, clauses, and what they state. Only free text takes it."""
