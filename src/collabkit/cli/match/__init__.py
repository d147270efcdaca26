"""``collab match``."""
