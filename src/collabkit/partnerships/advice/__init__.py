"""What to do with a partnership: start, hold, change, rest or end, with the reasons out of its record.

* `evidence` is what the record shows on a day: stage, promises, health, hours against gains, silence.
* `rules` look at the evidence, each at one thing, and yield `signs` for or against going on, with why;
  they stand in `promise_signs`, `health_signs`, `result_signs` and `contact_signs`, by what they look at.
* `deciding` weighs the signs by the stage, and is the whole of the judgment.

It is advice. What speaks against it stands beside it, and nothing in it contradicts a line of the log.
"""
