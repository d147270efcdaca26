"""Real organizations in an embedded DuckDB: public registers, loaded, classed and located.

`sources` says how each register looks, `recognizing` and `reading` turn files into tables,
`cleaning`, `classing`, `merging` and `duplicates` make organizations of rows, `loading` joins them
into a new database that `store` swaps in whole. `nearby`, `nearest` and `crowd` ask it; `places`
knows where a ZIP code is.
DuckDB is imported here and nowhere else, and only when a database is opened.
"""
