"""``case``: where a wish stands, and the one next question; kept after a yes."""

import shlex
from typing import TYPE_CHECKING, Annotated

from mcp.server.elicitation import ElicitationResult
from mcp.server.mcpserver import Context, Elicit, Resolve
from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted
from collabkit.assistant.chosen import Answers, Name, Words, case_of
from collabkit.assistant.consent import Consent, Write, agreed, ask, why_not
from collabkit.assistant.failures import told

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools
    from collabkit.workspace.case_names import Case, Turn


class Option(Answer):
    """One answer to choose."""

    id: str
    label: Data | None = None
    follows: Data | None = None


class Standing(Answer):
    """What is known, and what to ask next."""

    name: str = ""
    known: dict[str, Data] = {}
    question: str = ""
    text: str = ""
    why: str = ""
    choices: list[Option] = []
    free: bool = False
    may_pass: bool = False
    papers: list[str] = Field([], description="that can be drafted now")
    more: int = 0
    write: Write | None = None


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, access = tools.workspace, tools.access

    @told
    def turn_of(words: str, name: str, answers: list[str]) -> "Turn":
        return workspace.cases.turn(case_of(workspace, words, name, answers))

    @told
    def consent(
        words: str,
        name: str,
        answers: list[str],
        keep: bool,
        context: Context,
    ) -> Elicit[Consent] | Consent:
        if not access.write or not keep:
            return Consent(yes=False)
        return ask(context, _what(turn_of(words, name, answers)))

    @tools.writes
    @told
    def case(
        context: Context,
        consent: Annotated[ElicitationResult[Consent], Resolve(consent)],
        words: Words = "",
        name: Name = "",
        answers: Answers = [],
        keep: Annotated[bool, Field(description="Write it down, after her yes")] = False,
    ) -> Annotated[CallToolResult, Standing]:
        """Where a wish stands: what is known, the next question, the papers ready. Pass all answers each time, or keep it."""
        turn = turn_of(words, name, answers)
        write = None
        if keep:
            what = _what(turn)
            if access.write and agreed(consent):
                kept = workspace.cases.keep(turn.case)
                turn, write = workspace.cases.turn(kept), Write(written=True, what=what)
            else:
                command = _command(turn.case, answers)
                why = why_not(context, write=access.write)
                write = Write(written=False, what=what, command=command, why=why)
        return _shown(turn, write, private=access.people or not name.strip())


def _what(turn: "Turn") -> str:
    """Return what would be kept."""
    where = turn.case.folder or "a new folder"
    return f"partnerships/{where}\n" + "\n".join(f"{each.id}: {each.text}" for each in turn.known)


def _command(case: "Case", answers: list[str]) -> str:
    """Return what keeps the same on the command line."""
    if case.folder:
        return shlex.join(["collab", "answer", case.folder, *answers])
    begun = shlex.join(["collab", "start", case.wish, "--keep"])
    return (
        f"{begun}; then {shlex.join(['collab', 'answer', 'NAME', *answers])}" if answers else begun
    )


def _shown(turn: "Turn", write: Write | None, *, private: bool) -> CallToolResult:
    """Return where *turn* stands, and what was written; what is *private* only if the client may know or gave it."""
    question = turn.question
    known = {
        each.id: said
        for each in turn.known
        if (private or not each.private) and (said := data(each.text))
    }
    return fitted(
        [
            Option(
                id=each.id,
                label=data(each.label),
                follows=data(
                    " · ".join(filter(None, (each.follows, each.with_, each.takes, each.why)))
                ),
            )
            for each in (question.choices if question else ())
        ],
        lambda shown, more: Standing(
            name=turn.case.folder or "",
            known=known,
            question=question.id if question else "",
            text=question.text if question else "",
            why=question.why if question else "",
            choices=list(shown),
            free=bool(question and question.free),
            may_pass=bool(question and question.may_pass),
            papers=list(turn.ready),
            more=more,
            write=write,
        ),
    )
