"""``collab report``: options and asking in `command`, what is shown in `columns` and `card`."""
