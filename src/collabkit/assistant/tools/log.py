"""``log``: what happened with a partner: read, or one line written after a yes."""

import shlex
from typing import TYPE_CHECKING, Annotated

from mcp.server.elicitation import ElicitationResult
from mcp.server.mcpserver import Context, Elicit, Resolve
from mcp.types import CallToolResult
from pydantic import Field

from collabkit.assistant.answers import Answer, Data, data, fitted, one_line, result
from collabkit.assistant.consent import Consent, Write, agreed, ask, why_not
from collabkit.assistant.failures import told

if TYPE_CHECKING:
    from collabkit.assistant.toolbox import Tools

Name = Annotated[
    str, Field(min_length=1, max_length=200, description="A clear part of the partner's name")
]
Text = Annotated[
    str,
    Field(max_length=500, description="What happened, to write it; without it the log is read"),
]


class Line(Answer):
    """One line of a log."""

    day: str
    who: Data | None = None
    what: Data | None = None
    struck: bool = False


class Log(Answer):
    """The last lines, the newest first; or what became of a line to write."""

    lines: list[Line] = []
    more: int = 0
    write: Write | None = None


def add(tools: "Tools") -> None:
    """Add it to *tools*."""
    workspace, access = tools.workspace, tools.access

    @told
    def lines_to_write(name: str, text: str) -> str:
        """Return the exact lines that would be written."""
        logged = workspace.partnerships.log(name, one_line(text), preview=True)
        return f"partnerships/{logged.partnership}/log.txt\n" + "\n".join(logged.as_written)

    @told
    def consent(name: str, text: str, context: Context) -> Elicit[Consent] | Consent:
        if not access.write or not text.strip():
            return Consent(yes=False)
        return ask(context, lines_to_write(name, text))

    @tools.writes
    @told
    def log(
        name: Name,
        context: Context,
        consent: Annotated[ElicitationResult[Consent], Resolve(consent)],
        text: Text = "",
    ) -> Annotated[CallToolResult, Log]:
        """Read a partner's log, or write one line into it after her yes."""
        if not text.strip():
            lines = workspace.partnerships.log_lines(name, people=access.people)
            return fitted(
                [
                    Line(
                        day=each.day,
                        who=data(each.who),
                        what=data(f"{each.word}: {each.what}" if each.word else each.what),
                        struck=each.struck,
                    )
                    for each in reversed(lines)
                ],
                lambda shown, more: Log(lines=list(shown), more=more),
            )
        what = lines_to_write(name, text)
        if access.write and agreed(consent):
            workspace.partnerships.log(name, one_line(text))
            return result(Log(write=Write(written=True, what=what)))
        command = f"collab log {shlex.quote(name)} {shlex.quote(' '.join(text.split()))}"
        why = why_not(context, write=access.write)
        return result(Log(write=Write(written=False, what=what, command=command, why=why)))
