"""``draft``: the paper itself; saved after a yes."""

import shlex
from typing import TYPE_CHECKING, Annotated

from mcp.server.elicitation import ElicitationResult
from mcp.server.mcpserver import Context, Elicit, Resolve
from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, fitted
from collabkit.assistant.chosen import Answers, Name, Words, case_of
from collabkit.assistant.consent import Consent, Write, agreed, ask, why_not
from collabkit.assistant.failures import told
from collabkit.assistant.privacy import without_people
from collabkit.assistant.tools.brief import Paper

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools


_LONGEST = 3_000
"""Letters of a paragraph that an answer has room for."""


class Draft(Answer):
    """A paper in Markdown."""

    paper: str
    markdown: str
    more: int = Field(0, description="paragraphs left out; go on with `after`")
    gaps: list[str] = []
    write: Write | None = None


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, access = tools.workspace, tools.access

    @told
    def consent(
        words: str,
        name: str,
        answers: list[str],
        paper: str,
        save: bool,
        context: Context,
    ) -> Elicit[Consent] | Consent:
        if not access.write or not save:
            return Consent(yes=False)
        case = case_of(workspace, words, name, answers)
        document = workspace.cases.paper(case, paper)
        return ask(context, f"{_where(case.folder, paper)}\n\n{document.record().markdown}")

    @tools.writes
    @told
    def draft(
        context: Context,
        consent: Annotated[ElicitationResult[Consent], Resolve(consent)],
        words: Words = "",
        name: Name = "",
        answers: Answers = [],
        paper: Paper = "email",
        after: Annotated[int, Field(ge=0, le=500, description="paragraphs to skip")] = 0,
        save: Annotated[bool, Field(description="Save it with the case, after her yes")] = False,
    ) -> Annotated[CallToolResult, Draft]:
        """The paper, whose every sentence is held by facts; [brackets] are gaps."""
        case = case_of(workspace, words, name, answers)
        record = workspace.cases.paper(case, paper).record()
        write = None
        if save:
            where = _where(case.folder, paper)
            if access.write and agreed(consent):
                file = workspace.cases.write(case, paper).file
                write = Write(written=True, what=f"partnerships/{file.parent.name}/{file.name}")
            else:
                called = case.folder or "NAME"
                command = shlex.join(
                    [
                        "collab",
                        "propose",
                        "--partnership",
                        called,
                        "--as",
                        paper,
                        "--output",
                        f"{paper}.md",
                    ]
                )
                why = why_not(context, write=access.write)
                write = Write(written=False, what=where, command=command, why=why)
        text = record.markdown if access.people else without_people(workspace, record.markdown)
        return fitted(
            _paragraphs(text)[after:],
            lambda shown, more: Draft(
                paper=record.paper,
                markdown="\n\n".join(shown),
                more=more,
                gaps=[each.what for each in record.gaps],
                write=write,
            ),
        )


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*; one that is too long for an answer in several pieces."""
    pieces: list[str] = []
    for each in text.rstrip("\n").split("\n\n"):
        rest = each
        while len(rest) > _LONGEST:
            at = rest.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
            pieces.append(rest[:at].rstrip())
            rest = rest[at:]
        pieces.append(rest)
    return pieces


def _where(folder: str | None, paper: str) -> str:
    return f"partnerships/{folder or 'a new folder'}/{paper}.md"
