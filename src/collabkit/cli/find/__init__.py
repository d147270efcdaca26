"""``collab find``."""
