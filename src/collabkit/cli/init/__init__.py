"""``collab init``."""
