"""``collab start``: a wish talked through. `screen` lays a question out, `keys` reads the answer."""
