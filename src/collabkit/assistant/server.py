"""The server: tools, resources and prompts over one workspace."""

from typing import TYPE_CHECKING

from mcp.server.mcpserver import MCPServer

from collabkit.assistant.access import Access
from collabkit.assistant.instructions import INSTRUCTIONS
from collabkit.assistant.prompts import add_prompts
from collabkit.assistant.resources import add_resources
from collabkit.assistant.toolbox import Tools
from collabkit.assistant.tools import brief, case, check, draft, due, find, log, works
from collabkit.records.versions import installed

if TYPE_CHECKING:
    from collabkit.workspace import Workspace

_TOOLS = (works, find, case, brief, draft, check, due, log)


def server_of(workspace: "Workspace", access: Access) -> MCPServer[object]:
    """Return the server of *workspace*, which may do what *access* allows."""
    tools = Tools(workspace, access)
    for each in _TOOLS:
        each.add(tools)
    server: MCPServer[object] = MCPServer(
        "collab",
        title="collabkit",
        instructions=INSTRUCTIONS,
        version=installed().collabkit,
        tools=tools.made,
        log_level="WARNING",  # by default every call is a line on stderr
    )
    add_resources(server, workspace, access)
    add_prompts(server)
    return server
