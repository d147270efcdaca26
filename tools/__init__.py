"""Programs for people who work on collabkit itself."""
