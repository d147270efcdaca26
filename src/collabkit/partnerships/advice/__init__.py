"""What to do with a partnership: start, hold, change, rest or end, with the reasons out of its record.

* `evidence` is what the record shows on a day: stage, promises, health, hours against gains, silence.
* `signs` are the rules: each looks at the evidence and says one thing for or against going on, with why.
* `deciding` weighs the signs by the stage, and is the whole of the judgment.

It is advice. What speaks against it stands beside it, and nothing in it contradicts a line of the log.
"""
