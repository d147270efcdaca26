"""What to write into the settings of the assistants that people have."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from collabkit.errors import UnknownIdError
from collabkit.text.json import to_json


class Host(NamedTuple):
    """A program with an assistant, and where its settings are."""

    where: str
    """Where the text goes, as a person finds it."""
    key: str = "mcpServers"
    """What its servers stand under; blank where a command adds one."""
    typed: bool = False
    """Whether each server says how it is reached."""


HOSTS: Final = {
    "claude-desktop": Host("Settings > Developer > Edit Config (claude_desktop_config.json)"),
    "claude-code": Host("type it in a terminal", key=""),
    "cursor": Host("~/.cursor/mcp.json, or .cursor/mcp.json in a folder"),
    "vscode": Host(".vscode/mcp.json in a folder", key="servers", typed=True),
    "windsurf": Host("~/.codeium/windsurf/mcp_config.json"),
    "zed": Host("settings.json of Zed", key="context_servers"),
}
"""By the names that `collab mcp --config` takes."""


def snippet(name: str, command: str, arguments: Sequence[str]) -> str:
    """Return what the settings of the assistant *name* need to start *command* with *arguments*.

    Raises:
        UnknownIdError: no such assistant is known.
    """
    if name not in HOSTS:
        raise UnknownIdError("assistant", name, HOSTS)
    host = HOSTS[name]
    if not host.key:
        import shlex  # noqa: PLC0415 - for one assistant

        return shlex.join(["claude", "mcp", "add", "collab", "--", command, *arguments]) + "\n"
    how = {"type": "stdio"} if host.typed else {}
    entry = {**how, "command": command, "args": list(arguments)}
    return to_json({host.key: {"collab": entry}}) + "\n"
