"""Partnerships that a library keeps: a folder for each, with facts in YAML and a log of lines.

The log is only ever appended to, and everything that changes is worked out from it: the stage, the
last contact, the promises of both sides, what is due, what is going cold.

* `entries` is the language of the log, a line an event; `typed` hears it in what a person types.
* `logs` reads the lines of a folder, copies of a sync service included, and appends to them.
* `promises`, `state` and `due` work out where things stand on a day.
* `facts` and `people` are the models of the YAML files; `folders` finds and makes partnerships.
* `checks` says what is wrong, by file and line.

What writes a line to the log imports neither pydantic nor YAML.
"""
