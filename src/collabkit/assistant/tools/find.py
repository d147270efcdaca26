"""``find``: real organizations nearby."""

from typing import TYPE_CHECKING, Annotated

from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted
from collabkit.assistant.failures import told

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools


class Organization(Answer):
    """One real organization."""

    id: str
    name: Data | None = None
    kind: str
    where: Data | None = None
    miles: float | None = None
    why: Data | None = None
    phone: Data | None = None
    knows: list[Data] = []


class Organizations(Answer):
    """Organizations, best first."""

    found: list[Organization]
    notes: list[Data] = []
    more: int = 0


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, people = tools.workspace, tools.access.people

    @tools.reads
    @told
    def find(
        goal: Annotated[str, Field(max_length=500, description="Her words or a goal id")] = "",
        near: Annotated[
            str, Field(max_length=100, description="ZIP or Town, ST; the library by default")
        ] = "",
        within: Annotated[float, Field(gt=0, le=500, description="miles")] = 25,
        partner: Annotated[str, Field(max_length=80, description="Only this kind, by id")] = "",
        search: Annotated[str, Field(max_length=200, description="Words in the name")] = "",
        limit: Annotated[int, Field(ge=1, le=30)] = 8,
    ) -> Annotated[CallToolResult, Organizations]:
        """Real organizations nearby, from public registers, best first."""
        found = workspace.find(
            goal or None,
            near=near or None,
            within=within,
            partner=partner or None,
            search=search or None,
            limit=limit,
        )
        notes = [each for note in found.notes if (each := data(note.text))]
        if people:
            found = workspace.with_people(found)
        return fitted(
            [
                Organization(
                    id=one.id,
                    name=data(one.name),
                    kind=one.partner,
                    where=data(", ".join(filter(None, (one.street, one.city, one.state)))),
                    miles=one.distance,
                    why=data(one.reasons[0].why if one.reasons else ""),
                    phone=data(one.phone) if people else None,
                    knows=[
                        each
                        for lead in one.known_by
                        if (
                            each := data(
                                f"{lead.name} ({lead.group or 'ours'}) knows {lead.who or lead.at}"
                            )
                        )
                    ],
                )
                for one in found
            ],
            lambda shown, more: Organizations(found=list(shown), notes=notes[:3], more=more),
        )
