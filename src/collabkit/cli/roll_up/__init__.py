"""``collab roll-up``: options and asking in `command`, what is shown in `columns`."""
