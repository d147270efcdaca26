"""``collab propose``."""
