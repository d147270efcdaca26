"""A country's registers built once, for everybody: a partition and a pack for each state, and packs loaded."""
