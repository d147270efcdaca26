"""``collab plan``: options in `command`, tables in `columns`, reasons in `explanation`, talk in `notes`."""
