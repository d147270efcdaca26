"""``collab propose``: options and stdin to a match in `command`, then questions, files and notes."""
