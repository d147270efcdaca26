"""One module for each format, called like it."""
