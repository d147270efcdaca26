"""A wish, talked through: from a librarian's words to the right work, body and paper, one question at a time.

`case` is what is known of a wish. `engine` finds the one next question worth asking and takes its answer; the
steps that it goes through are in `work_step`, `body_step`, `kind_step` and `detail_steps`, and each knows its
question, what an answer means and how it is taken back. `readings` ranks works for words, `bodies` finds real
bodies for a work, and `body_kinds` tells what a body is. `files` keeps a case in the folder of a partnership.

Nothing here asks anybody: a terminal, a page and a script each put the question in their own way.
"""
