"""Plain words to a query: features of a text, and what the catalog's own sentences teach of them.

`features` makes stems and word groups of a text; `examples` are the catalog's sentences with what
they lead to; `model` holds the weights fitted to them; `works` tells which activities are asked for
in such words, and `similarity` which goals and precedents speak like an aim; `interpret` puts all of it together.
"""
