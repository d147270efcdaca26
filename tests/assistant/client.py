"""The SDK's own client, for tests."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import anyio
from mcp.client import Client
from mcp.client.session import ClientRequestContext
from mcp.types import CallToolResult, ElicitRequestParams, ElicitResult, TextContent

from collabkit import Workspace
from collabkit.assistant import make_server

READING = ("work=reading-buddies", "body=k12-school", "kind=elementary-school")


class Reply(NamedTuple):
    """What a call got."""

    text: str
    data: dict[str, Any]
    failed: bool


def reply_of(result: CallToolResult) -> Reply:
    """Return what the model reads of *result*."""
    [content] = result.content
    assert isinstance(content, TextContent)
    return Reply(content.text, result.structured_content or {}, bool(result.is_error))


class Person:
    """Somebody at a client, who says yes or no to all that is asked; or whose client cannot ask."""

    def __init__(self, says: str | None = None) -> None:
        self.says = says
        self.asked: list[str] = []

    async def answer(
        self,
        context: ClientRequestContext,  # noqa: ARG002 - the SDK names it
        params: ElicitRequestParams,
    ) -> ElicitResult:
        self.asked.append(params.message)
        content: dict[str, str | int | float | bool | list[str] | None] | None = (
            {"yes": True} if self.says == "accept" else None
        )
        return ElicitResult(action=self.says or "cancel", content=content)


def within(
    workspace: Workspace,
    do: Callable[[Client], Awaitable[Any]],
    *,
    person: Person | None = None,
    mode: str = "auto",
    **access: Any,  # noqa: ANN401 - flags of the server
) -> Any:  # noqa: ANN401 - whatever *do* returns
    """Return what *do* returns with a client of the server of *workspace*, in this process."""

    async def run() -> Any:  # noqa: ANN401
        callback = person.answer if person and person.says else None
        server = make_server(workspace, **access)
        async with Client(server, elicitation_callback=callback, mode=mode) as client:
            return await do(client)

    return anyio.run(run)


def call(
    workspace: Workspace,
    tool: str,
    person: Person | None = None,
    access: dict[str, bool] | None = None,
    mode: str = "auto",
    **arguments: Any,  # noqa: ANN401 - what a model may send
) -> Reply:
    """Return what one call of *tool* gets."""
    result = within(
        workspace,
        lambda client: client.call_tool(tool, arguments),
        person=person,
        mode=mode,
        **(access or {}),
    )
    return reply_of(result)
