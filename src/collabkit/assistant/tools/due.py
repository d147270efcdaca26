"""``due``: what was promised, what ends, and what goes cold."""

from typing import TYPE_CHECKING, Annotated

from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted
from collabkit.assistant.failures import told

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools


class Task(Answer):
    """One thing that is due."""

    partnership: str
    name: Data | None = None
    kind: str
    side: str | None = None
    who: Data | None = None
    what: Data | None = None
    on: str | None = None
    days: int | None = Field(None, description="until then; below 0 it is late")


class Tasks(Answer):
    """What is due, the most urgent first."""

    today: str
    due: list[Task] = []
    more: int = 0


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, people = tools.workspace, tools.access.people

    @tools.reads
    @told
    def due(
        name: Annotated[str, Field(max_length=200, description="Only this partner")] = "",
        within: Annotated[int, Field(ge=0, le=366, description="days ahead")] = 30,
    ) -> Annotated[CallToolResult, Tasks]:
        """What was promised, ends or goes cold, most urgent first."""
        found = workspace.partnerships.due(name or None, within=within, people=people).soon()
        return fitted(
            [
                Task(
                    partnership=each.partnership,
                    name=data(each.name),
                    kind=each.kind,
                    side=each.side,
                    who=data(each.who),
                    what=data(each.what),
                    on=each.on,
                    days=each.days,
                )
                for each in found
            ],
            lambda shown, more: Tasks(today=found.on.isoformat(), due=list(shown), more=more),
        )
