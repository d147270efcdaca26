"""``collab init``: options in `command`, the talk at a terminal in `interview`."""
