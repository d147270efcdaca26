"""What the door for assistants costs: time to the first answer, warm calls, and tokens of definitions and answers.

Four letters count as one token. Times are of this machine, as busy as it is; the tokens are the same everywhere.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import anyio
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import TextContent

from collabkit import Workspace
from collabkit.assistant.answers import tokens
from collabkit.assistant.instructions import INSTRUCTIONS

REGISTER = Path(__file__).parents[1] / "tests" / "data" / "registers" / "eo_mt.csv"
CASE = {
    "words": "help with reading",
    "answers": ["work=reading-buddies", "body=k12-school", "kind=elementary-school"],
}
CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("works", {}),
    ("works", {"words": "kids come hungry in july"}),
    ("works", {"id": "reading-buddies"}),
    ("find", {"goal": "literacy", "near": "59801"}),
    ("case", CASE),
    ("brief", CASE),
    ("draft", {**CASE, "paper": "proposal"}),
)
ROUNDS = 5


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "library.yaml").write_text('name: Elm Library\nzip: "59801"\n', encoding="utf-8")
        Workspace.open(home, directory=home / "directory").load(str(REGISTER))
        anyio.run(_measured, home)


async def _measured(home: Path) -> None:
    arguments = [
        "-m",
        "collabkit",
        "mcp",
        "--at",
        str(home),
        "--directory",
        str(home / "directory"),
    ]
    begun = time.perf_counter()
    server = stdio_client(StdioServerParameters(command=sys.executable, args=arguments))
    async with Client(server) as client:
        first = await client.call_tool(*CALLS[1])
        print(f"start to first answer  {time.perf_counter() - begun:.2f} s")
        assert not first.is_error, first  # noqa: S101 - figures of an error tell nothing
        tools = (await client.list_tools()).tools
        definitions = sum(
            tokens(json.dumps(each.model_dump(mode="json", by_alias=True, exclude_none=True)))
            for each in tools
        )
        print(
            f"{len(tools)} definitions  {definitions} tokens; instructions {tokens(INSTRUCTIONS)}"
        )
        for tool, given in CALLS:
            await _timed(client, tool, given)


async def _timed(client: Client, tool: str, given: dict[str, Any]) -> None:
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        result = await client.call_tool(tool, given)
        taken.append(time.perf_counter() - begun)
    text = "".join(each.text for each in result.content if isinstance(each, TextContent))
    shown = ", ".join(given) or "all"
    print(f"{tool + ' by ' + shown:<28} {min(taken) * 1000:6.0f} ms {tokens(text):6} tokens")


if __name__ == "__main__":
    main()
