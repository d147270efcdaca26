"""The server as programs reach it: over stdio, over HTTP, and by the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from assistant.client import reply_of, within
from assistant.conftest import NAME
from collabkit import Workspace
from collabkit.assistant import http_app
from collabkit.assistant.answers import MENU_TOKENS, tokens
from conftest import Collab

COMMAND = [sys.executable, "-m", "collabkit", "mcp"]


def _stdio(workspace: Workspace) -> Client:
    server = StdioServerParameters(
        command=COMMAND[0],
        args=[*COMMAND[1:], "--at", str(workspace.home)],
        env=dict(os.environ),
    )
    return Client(stdio_client(server))


def test_a_real_process_answers_over_stdio_to_two_clients_at_once(kept: Workspace) -> None:
    async def ask(found: list[str]) -> None:
        async with _stdio(kept) as client:
            found.append(reply_of(await client.call_tool("brief", {"name": NAME})).text)

    async def both() -> list[str]:
        found: list[str] = []
        async with anyio.create_task_group() as group:
            group.start_soon(ask, found)
            group.start_soon(ask, found)
        return found

    here = reply_of(within(kept, lambda client: client.call_tool("brief", {"name": NAME}))).text
    assert anyio.run(both) == [here, here]


def test_a_call_that_is_given_up_leaves_the_server_answering(kept: Workspace) -> None:
    async def give_up() -> bool:
        async with _stdio(kept) as client:
            with anyio.move_on_after(0.001):
                await client.call_tool("works", {"words": "kids who can't read"})
            return reply_of(await client.call_tool("due", {})).failed

    assert anyio.run(give_up) is False


def test_the_process_ends_when_its_client_is_gone(kept: Workspace) -> None:
    with subprocess.Popen(
        [*COMMAND, "--at", str(kept.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as server:
        assert server.stdin is not None
        server.stdin.write(b"this is no message\n")
        server.stdin.close()
        assert server.stderr is not None
        assert server.wait(timeout=60) == 0
        assert b"Traceback" not in server.stderr.read()


def test_the_same_answers_come_over_http(kept: Workspace) -> None:
    app = http_app(kept)

    async def ask() -> str:
        async with app.router.lifespan_context(app):
            transport = httpx2.ASGITransport(app=app)
            base = "http://127.0.0.1:8000"
            async with (
                httpx2.AsyncClient(transport=transport, base_url=base) as http,
                Client(streamable_http_client(f"{base}/mcp", http_client=http)) as client,
            ):
                return reply_of(await client.call_tool("brief", {"name": NAME})).text

    here = reply_of(within(kept, lambda client: client.call_tool("brief", {"name": NAME}))).text
    assert anyio.run(ask) == here


def test_resources_and_prompts_are_there(kept: Workspace) -> None:
    async def read(client: Client) -> tuple[dict[str, str], list[Any]]:
        uris = [str(each.uri) for each in (await client.list_resources()).resources]
        texts = {uri: (await client.read_resource(uri)).contents[0] for uri in uris}
        return {uri: getattr(each, "text", "") for uri, each in texts.items()}, [
            each.name for each in (await client.list_prompts()).prompts
        ]

    texts, prompts = within(kept, read)

    assert NAME in texts["collab://partnerships"]
    assert "Elm Public Library" in texts["collab://profile"]
    assert "Nora" not in "".join(texts.values())
    assert prompts == ["begin-from-a-wish", "prepare-tomorrows-meeting", "due-this-week"]


@pytest.mark.parametrize("name", ["claude-desktop", "cursor", "vscode", "windsurf", "zed"])
def test_settings_of_an_assistant_start_this_very_library(
    collab: Collab, kept: Workspace, name: str
) -> None:
    run = collab("mcp", "--config", name, "--write")

    [servers] = json.loads(run.out).values()
    assert servers["collab"]["args"] == ["mcp", "--at", str(Path.cwd()), "--write"]
    assert kept.home is not None
    assert "It goes here: " in run.err


def test_an_assistant_that_nobody_knows_is_refused_with_those_that_are(collab: Collab) -> None:
    run = collab("mcp", "--config", "claude-dekstop")

    assert run.code == 2
    assert "did you mean 'claude-desktop'?" in run.err.casefold()


def test_the_text_to_paste_names_every_work_and_no_person(collab: Collab, kept: Workspace) -> None:
    run = collab("mcp", "--menu")

    assert all(f"\n{id_} " in run.out for id_ in kept.catalog.activities)
    assert "Nora" not in run.out
    assert tokens(run.out) <= MENU_TOKENS


def test_without_the_library_one_sentence_says_how_to_get_it(
    collab: Collab, monkeypatch: pytest.MonkeyPatch, clean_machine: Path
) -> None:
    assert clean_machine.is_dir()
    monkeypatch.setitem(sys.modules, "mcp", None)

    run = collab("mcp")

    assert run.code == 2
    assert "pip install" in run.err
    assert "Traceback" not in run.err
