"""What the records of one library or of many show: sums, what changed, and what a standard asks to be shown."""
