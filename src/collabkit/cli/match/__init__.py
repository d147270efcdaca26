"""``collab match``: options in `command`, asking in `answers`, what is shown in `columns` and `card`."""
