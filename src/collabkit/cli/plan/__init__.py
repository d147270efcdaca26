"""``collab plan``."""
