"""``collab directory``: a group of commands of its own."""
