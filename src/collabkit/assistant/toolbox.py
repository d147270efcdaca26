"""The tools of one server, as they are taken up: with their schemas cut and their marks set."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations

from collabkit.assistant.access import Access
from collabkit.assistant.answers import at_a_glance, without_titles

if TYPE_CHECKING:
    from collabkit.workspace import Workspace


class Tools:
    """Takes up the tools of one server."""

    def __init__(self, workspace: "Workspace", access: Access) -> None:
        """Let tools ask *workspace* and do what *access* allows."""
        self.workspace = workspace
        self.access = access
        self.made: list[Tool] = []

    def reads(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Add *function*, which writes nothing."""
        return self._add(function, read_only=True)

    def writes(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Add *function*, which writes something after a yes, if the server may write at all."""
        return self._add(function, read_only=not self.access.write)

    def _add(self, function: Callable[..., Any], *, read_only: bool) -> Callable[..., Any]:
        hints = ToolAnnotations(
            read_only_hint=read_only, destructive_hint=False, open_world_hint=False
        )
        tool = Tool.from_function(function, annotations=hints)
        without_titles(tool.parameters)
        at_a_glance(tool.fn_metadata.output_schema or {"properties": {}})
        self.made.append(tool)
        return function
