"""``check``: a text that somebody wrote, held against the facts of its case."""

from typing import TYPE_CHECKING, Annotated

from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted
from collabkit.assistant.chosen import Answers, Name, Words, case_of
from collabkit.assistant.failures import told
from collabkit.assistant.tools.brief import Paper

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools


class Doubt(Answer):
    """One thing that no fact has, or that ought not to stand there."""

    kind: str
    words: Data | None = None
    sentence: Data | None = None
    why: str = ""


class Doubts(Answer):
    """What to mend, in the order of the text."""

    doubts: list[Doubt]
    sentences_read: int
    more: int = 0


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace = tools.workspace

    @tools.reads
    @told
    def check(
        text: Annotated[str, Field(min_length=1, max_length=20_000)],
        words: Words = "",
        name: Name = "",
        answers: Answers = [],
        paper: Paper = "email",
    ) -> Annotated[CallToolResult, Doubts]:
        """Numbers, days, names and promises in a text that no fact has, private words, missing clauses. None found is no proof."""
        case = case_of(workspace, words, name, answers)
        found = workspace.check_text(text, case, paper=paper)
        return fitted(
            [
                Doubt(
                    kind=each.kind,
                    words=data(each.text),
                    sentence=data(each.sentence),
                    why=each.why,
                )
                for each in found.doubts
            ],
            lambda shown, more: Doubts(
                doubts=list(shown), sentences_read=found.sentences, more=more
            ),
        )
