"""``collab count``: options and answers in `command`, the table in `columns`."""
