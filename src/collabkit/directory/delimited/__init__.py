"""Tables as text and as dBASE: mended so that DuckDB can read them, and read row by row."""
