"""Lists of partners that a library keeps elsewhere, taken over into partnerships.

* `workbooks` and `grids` read a file, .xlsx or CSV, to cells with the numbers of their lines.
* `headings` guesses which column is what, `columns` finds the headings, and takes what a person maps.
* `cells` says what a cell means, `lines` what a line says, `partner_list` what the whole list would bring.
* `taking_over` writes it.
"""
