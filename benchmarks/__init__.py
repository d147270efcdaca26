"""Speed and quality, measured: `make bench`, `make bench-match`."""
