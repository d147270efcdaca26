"""What came of a partnership, and what it took: counts, answers, hours and dollars, each typed once.

* `rows` is ``counts.csv``, a row for each thing counted, only ever added.
* `measures` is which measure of the work a person means by a word.
* `typed` is what a person types, or has in a spreadsheet, to rows.
* `counted` adds them up beside baseline and target.

No price is put on anything: hours stay hours and dollars are those that were spent.
"""
