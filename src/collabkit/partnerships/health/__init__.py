"""How well a partnership is, as both sides say who answer the same twelve questions.

* `sheets` is one person's answers, and the file ``health.csv`` that keeps them, a row an answer.
* `parsing` reads answers from wherever they come: the page, a spreadsheet, a form, a sheet typed in.
* `summary` compares the sides and the dates: bands, differences, trend, and what to talk about.
* `page` is the page that the other side fills in; `letter` the same questions as text.

The questions are a catalog, ``questions.yaml``. They are our own and unvalidated, which every page,
answer and paper says: they open a conversation and measure nothing.
"""

UNVALIDATED = (
    "The questions are our own and have not been validated. They open a conversation; they measure "
    "nothing."
)
"""What stands wherever answers are shown."""
