"""``collab find``: options in `command`, the table in `columns`, what is said beside it in `notes`."""
