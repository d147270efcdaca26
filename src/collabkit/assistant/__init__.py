"""The door for chat assistants: what the program knows, as tools of the Model Context Protocol.

Thin over `Workspace`, as the command line is. Reading is free; whatever writes asks the person at the client first.
"""

from typing import TYPE_CHECKING

from collabkit.errors import UsageError
from collabkit.extras import install_command

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from starlette.applications import Starlette

    from collabkit.workspace import Workspace


def make_server(
    workspace: "Workspace", *, write: bool = False, people: bool = False
) -> "MCPServer[object]":
    """Return the server of *workspace*; ``run()`` serves it over stdin and stdout.

    Args:
        workspace: what is asked.
        write: whether something may be written, each time after the person at the client has said yes.
        people: whether names and telephones of people are told.

    Raises:
        UsageError: the extra ``mcp`` is not installed.
    """
    try:
        import mcp  # noqa: F401, PLC0415 - an extra, and half a second
    except ModuleNotFoundError as missing:
        raise UsageError(
            "an assistant is served with the library mcp, which is not installed",
            f"Install it: {install_command('mcp')}",
        ) from missing
    from collabkit.assistant.access import Access  # noqa: PLC0415
    from collabkit.assistant.server import server_of  # noqa: PLC0415

    return server_of(workspace, Access(write=write, people=people))


def http_app(workspace: "Workspace", *, write: bool = False, people: bool = False) -> "Starlette":
    """Return the same server as an ASGI application that answers at ``/mcp`` on this machine's own address.

    It knows no token: whatever mounts it lets in only those who have one. Its lifespan has to run.

    Args:
        workspace: as for `make_server`.
        write: as there.
        people: as there.
    """
    return make_server(workspace, write=write, people=people).streamable_http_app(
        stateless_http=True, json_response=True
    )
