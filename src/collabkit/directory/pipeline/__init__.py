"""Files to a new database: stage, clean, classify, merge, join duplicates, report."""
