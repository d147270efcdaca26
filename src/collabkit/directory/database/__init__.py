"""The database file: its tables, its lock, and how it is opened and replaced."""
