"""``works``: what a library may do with others; by her words, as the menu of all, or one whole."""

from typing import TYPE_CHECKING, Annotated

from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import MENU_TOKENS, Answer, fitted, result
from collabkit.assistant.failures import told
from collabkit.assistant.menu import menu
from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools
    from collabkit.workspace import Workspace


class Work(Answer):
    """One joint work."""

    id: str
    label: str
    what: str = ""
    partners: str = ""
    takes: str = ""


class Works(Answer):
    """Works to choose from, or one whole."""

    works: list[Work] = []
    question: str = ""
    menu: str = ""
    """All works by goal."""
    whole: dict[str, str | list[str]] = {}
    more: int = 0


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace = tools.workspace

    @tools.reads
    @told
    def works(
        words: Annotated[str, Field(max_length=500, description="Her wish")] = "",
        id: Annotated[str, Field(max_length=80, description="One work, whole")] = "",  # noqa: A002 - the name it has in JSON
    ) -> Annotated[CallToolResult, Works]:
        """Joint works: those her words may mean, one by id, or (without either) the menu of all."""
        if words.strip() and id.strip():
            raise UsageError("words and id are given", "Give one of them.")
        if id.strip():
            return result(Works(whole=_whole(workspace, id.strip())))
        if not words.strip():
            text = menu(workspace)
            return fitted(
                [text], lambda shown, more: Works(menu="".join(shown), more=more), MENU_TOKENS
            )
        return _readings(workspace, words)


def _readings(workspace: "Workspace", words: str) -> CallToolResult:
    """Return what *words* may mean."""
    case = workspace.cases.begin(words)
    if case.work is not None:
        activity = workspace.catalog.activities[case.work]
        sure = Work(id=case.work, label=activity.label, what=activity.summary)
        return result(Works(works=[sure], question="The words name this work; is it the one?"))
    question = workspace.cases.turn(case).question
    choices = question.choices if question else ()
    return fitted(
        [
            Work(
                id=each.id,
                label=each.label,
                what=each.follows,
                partners=each.with_,
                takes=each.takes,
            )
            for each in choices
        ],
        lambda shown, more: Works(
            works=list(shown), question=question.text if question else "", more=more
        ),
    )


def _whole(workspace: "Workspace", id_: str) -> dict[str, str | list[str]]:
    """Return the work *id_* in short."""
    catalog = workspace.catalog
    catalog.known("activities", id_)
    activity = catalog.activities[id_]
    found: dict[str, str | list[str]] = {
        "id": id_,
        "label": activity.label,
        "what": activity.summary,
        "goals": list(activity.goals),
        "trial": activity.pilot,
        "why": activity.need,
        "partners": [f"{each.partner} ({each.as_})" for each in activity.roles],
        "requires": [each.text for each in activity.requires],
        "stop": activity.stop,
        "before_starting": [catalog.cautions[each].do for each in activity.cautions],
        "find_out": [each.text for each in activity.find_out],
    }
    return {key: value for key, value in found.items() if value}
