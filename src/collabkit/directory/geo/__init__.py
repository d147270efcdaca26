"""Where ZIP codes and towns are, and how far apart places lie. Never opens DuckDB."""
