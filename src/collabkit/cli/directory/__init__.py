"""``collab directory``."""
