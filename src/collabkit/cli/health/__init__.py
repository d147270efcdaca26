"""``collab health``: options and answers in `command`, the interview in `interview`, tables in `columns`."""
