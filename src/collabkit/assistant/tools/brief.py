"""``brief``: all that a paper may say, and what it must not."""

from typing import TYPE_CHECKING, Annotated, Any

from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted
from collabkit.assistant.chosen import Answers, Name, Words, case_of
from collabkit.assistant.failures import told
from collabkit.assistant.privacy import without_people

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools

Paper = Annotated[
    str, Field(max_length=40, description="email, script, one-pager, proposal, agreement …")
]


class Brief(Answer):
    """Facts by name, the most telling first."""

    paper: str
    to: Data | None = None
    facts: list[dict[str, str | list[str]]]
    must_not_say: list[Data] = Field([], description="private: never in a paper")
    held_back: int = Field(0, description="private texts of a kept case that `check` knows")
    claims: list[str] = Field([], description="said in the library's name: confirm each with her")
    gaps: list[str] = []
    ask_her: list[str] = []
    more: int = 0


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, access = tools.workspace, tools.access

    @tools.reads
    @told
    def brief(
        words: Words = "",
        name: Name = "",
        answers: Answers = [],
        paper: Paper = "email",
    ) -> Annotated[CallToolResult, Brief]:
        """All facts that a paper may say, what its reader has to protect, what it must not say, and what is missing."""
        found = workspace.cases.brief(case_of(workspace, words, name, answers), paper)
        hers = found.private if access.people or not name.strip() else ()
        facts: list[dict[str, str | list[str]]] = []
        for title, said in found.facts:
            shown: Any = (
                said
                if access.people
                else (
                    without_people(workspace, said)
                    if isinstance(said, str)
                    else [without_people(workspace, each) for each in said]
                )
            )
            facts.append({title: list(shown) if isinstance(shown, tuple) else shown})
        return fitted(
            facts,
            lambda shown, more: Brief(
                paper=found.paper,
                to=data(found.to),
                facts=list(shown),
                must_not_say=[each for text in (*hers, *found.internal) if (each := data(text))],
                held_back=len(found.private) - len(hers),
                claims=[each.name for each in found.claims],
                gaps=list(found.gaps),
                ask_her=list(found.find_out),
                more=more,
            ),
        )
