"""A case as it stands, as one record or as the choices of its question."""

from collabkit import output
from collabkit.output import Column, Format
from collabkit.text.json import to_json
from collabkit.workspace.case_names import Choice, Turn

COLUMNS = (
    Column[Choice]("choice", lambda choice: choice.id),
    Column[Choice]("label", lambda choice: choice.label, ratio=2),
    Column[Choice]("what follows", lambda choice: choice.follows or choice.why, ratio=4),
)


def shown_turn(turn: Turn, format_: Format | None) -> None:
    """Write *turn* to stdout: one record as JSON, else the choices of its question as rows."""
    form = format_ or output.default_format()
    if form in {Format.JSON, Format.NDJSON}:
        output.say(to_json(turn, indent=2 if form is Format.JSON else None) + "\n")
        output.flush()
        return
    question = turn.question
    output.write(question.choices if question else (), COLUMNS, form, id_=lambda choice: choice.id)
    if question is None:
        output.note("Nothing is open.")
    else:
        output.note(f"{question.id}: {question.text} {question.why}")
    if turn.ready:
        output.note(f"Ready to write: {', '.join(turn.ready)}.")
