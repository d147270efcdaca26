"""Text for a reader: what is escaped for whom, and how phrases become sentences.

========= ================== ==========================================================
reader    function           what it escapes
========= ================== ==========================================================
terminal  `escape_terminal`  what acts on a screen instead of standing on it
cell      `escape_cell`      that, and what a spreadsheet takes for a formula
Markdown  `escape_markdown`  that, and what Markdown obeys
HTML      `escape_html`      that, and what HTML obeys
JSON      `to_json`          what JSON itself lets through although a terminal obeys it
========= ================== ==========================================================

`characters` is the one list of what acts unseen; every reader's function begins with it.
"""
