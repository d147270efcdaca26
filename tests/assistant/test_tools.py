"""What each tool answers, by the SDK's own client."""

import json
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client import Client
from syrupy.assertion import SnapshotAssertion

from assistant.client import READING, Person, call, reply_of, within
from assistant.conftest import NAME
from collabkit import Workspace
from collabkit.assistant.answers import MENU_TOKENS, MOST_TOKENS, tokens
from collabkit.assistant.instructions import INSTRUCTIONS
from test_api import REGISTERS

DEFINITIONS = 2_000
YES = {"write": True}


@pytest.fixture
def with_directory(library: Workspace, tmp_path: Path) -> Workspace:
    found = Workspace.open(library.home, directory=tmp_path / "directory")
    found.load(str(REGISTERS / "eo_mt.csv"))
    return found


def test_the_definitions_are_few_and_short(library: Workspace) -> None:
    tools = within(library, Client.list_tools).tools
    printed = [
        json.dumps(each.model_dump(mode="json", by_alias=True, exclude_none=True)) for each in tools
    ]

    assert len(tools) <= 8
    assert sum(map(tokens, printed)) <= DEFINITIONS
    assert tokens(INSTRUCTIONS) <= 300
    assert all(each.output_schema and each.description for each in tools)


def test_only_a_server_that_may_write_has_tools_that_are_not_marked_read_only(
    library: Workspace,
) -> None:
    def readers(**access: Any) -> set[str]:  # noqa: ANN401 - flags of the server
        tools = within(library, Client.list_tools, **access).tools
        return {each.name for each in tools if each.annotations.read_only_hint}

    assert readers() - readers(write=True) == {"case", "draft", "log"}
    assert len(readers()) == len(within(library, Client.list_tools).tools)


def test_the_tools_are_as_agreed(library: Workspace, snapshot: SnapshotAssertion) -> None:
    tools = within(library, Client.list_tools, write=True).tools

    assert [
        each.model_dump(mode="json", by_alias=True, exclude_none=True) for each in tools
    ] == snapshot


def test_the_menu_has_every_work_once_and_fits(library: Workspace) -> None:
    reply = call(library, "works")
    ids = [line.split()[0] for line in reply.data["menu"].splitlines() if not line.startswith("#")]

    assert sorted(ids) == sorted(library.catalog.activities)
    assert tokens(reply.text) <= MENU_TOKENS


def test_words_get_the_readings_and_the_question_of_the_case(library: Workspace) -> None:
    words = "kids who can't read"
    question = library.cases.turn(library.cases.begin(words)).question

    reply = call(library, "works", words=words)

    assert question is not None
    assert [each["id"] for each in reply.data["works"]] == [each.id for each in question.choices]
    assert reply.data["question"] == question.text


def test_every_work_is_told_whole_in_short(library: Workspace) -> None:
    async def every(client: Client) -> list[int]:
        found = []
        for id_ in library.catalog.activities:
            reply = reply_of(await client.call_tool("works", {"id": id_}))
            assert reply.data["whole"]["label"] == library.catalog.activities[id_].label
            found.append(tokens(reply.text))
        return found

    assert max(within(library, every)) <= MOST_TOKENS


def test_a_case_is_answered_without_being_kept(library: Workspace) -> None:
    reply = call(library, "case", words="help with reading", answers=list(READING))

    assert "email" in reply.data["papers"]
    assert not library.partnerships.exists


def test_a_brief_has_the_facts_of_the_paper_and_keeps_back_what_she_kept_for_herself(
    kept: Workspace,
) -> None:
    document = kept.cases.paper(kept.cases.named(NAME), "email")

    reply = call(kept, "brief", name=NAME, paper="email")

    facts = {key: value for each in reply.data["facts"] for key, value in each.items()}
    assert facts["reader_protects"] == document.draft.facts.party.protects
    assert facts["need"] == document.draft.facts.need
    assert reply.data["held_back"] == 1
    assert "slow readers" not in reply.text
    named = call(kept, "brief", name=NAME, paper="email", access={"people": True})
    begun = call(kept, "brief", words="a hand for Lowell", answers=list(READING), paper="email")
    assert {"data": "somebody for the slow readers at Lowell"} in named.data["must_not_say"]
    assert {"data": "a hand for Lowell"} in begun.data["must_not_say"]
    assert len(reply.data.get("gaps", [])) == len(document.draft.text.gaps)
    assert tokens(reply.text) <= MOST_TOKENS


def test_a_long_paper_is_cut_between_paragraphs_and_goes_on(kept: Workspace) -> None:
    case = kept.cases.named(NAME)
    facts = tuple(f"Fact {number} says: {'it is so. ' * 40}".strip() for number in range(20))
    kept.cases.keep(case._replace(facts=facts))
    whole = kept.cases.paper(kept.cases.named(NAME), "proposal").record().markdown
    paragraphs: list[str] = []
    more, calls = 1, 0
    while more:
        reply = call(
            kept,
            "draft",
            access={"people": True},
            name=NAME,
            paper="proposal",
            after=len(paragraphs),
        )
        assert tokens(reply.text) <= MOST_TOKENS
        paragraphs += reply.data["markdown"].split("\n\n")
        more, calls = reply.data.get("more", 0), calls + 1

    assert calls > 1
    assert " ".join(paragraphs).split() == whole.split()


def test_people_are_named_only_where_they_may_be(kept: Workspace) -> None:
    def everything(**access: bool) -> str:
        calls: tuple[tuple[str, dict[str, Any]], ...] = (
            ("draft", {"name": NAME}),
            ("brief", {"name": NAME}),
            ("due", {}),
            ("log", {"name": NAME}),
        )
        return "".join(
            call(kept, tool, access=access, **arguments).text for tool, arguments in calls
        )

    shown, hidden = everything(people=True), everything()

    for each in ("Nora Quist", "406-555-0101", "Ann"):
        assert each in shown
        assert each not in hidden


def test_find_names_real_organizations_without_telephones(with_directory: Workspace) -> None:
    found = with_directory.find("literacy", limit=3)

    reply = call(with_directory, "find", goal="literacy", limit=3)

    assert [each["id"] for each in reply.data["found"]] == [each.id for each in found]
    assert all(set(each["name"]) == {"data"} for each in reply.data["found"])
    assert tokens(call(with_directory, "find", limit=30).text) <= MOST_TOKENS


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("works", {"id": "reading-budies"}, "did you mean|no activity called"),
        ("works", {"id": "a", "words": "b"}, "Give one of them"),
        ("case", {}, "Give `words` or `name`"),
        ("case", {"words": "reading", "answers": ["work"]}, "Such as work="),
        ("case", {"words": "reading", "answers": ["nothing=x"]}, "no question called"),
        ("brief", {"words": "kids who can't read"}, "too little is settled"),
        ("draft", {"name": NAME, "paper": "sonnet"}, "no paper called"),
        ("log", {"name": "nobody at all of that name"}, "nobody at all"),
        ("find", {"goal": "literacy"}, "collab directory load"),
        ("find", {"within": -1}, "greater than 0"),
        ("due", {"within": "soon"}, "valid integer"),
        ("works", {"words": "x" * 501}, "at most 500"),
    ],
)
def test_what_is_wrong_reaches_the_model_with_what_to_do(
    kept: Workspace, tool: str, arguments: dict[str, Any], said: str
) -> None:
    reply = call(kept, tool, **arguments)

    assert reply.failed
    assert any(each.casefold() in reply.text.casefold() for each in said.split("|"))
    assert "Traceback" not in reply.text


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_line_is_written_after_a_yes_that_saw_the_exact_words(kept: Workspace, mode: str) -> None:
    log = kept.partnerships.folder / NAME / "log.txt"
    before = log.read_text(encoding="utf-8")
    person = Person("accept")

    reply = call(kept, "log", person, YES, mode, name=NAME, text="they send the list by 2026-12-20")

    added = log.read_text(encoding="utf-8").removeprefix(before).strip()
    assert reply.data["write"]["written"] is True
    assert len(person.asked) == 1
    assert added
    assert all(line in person.asked[0] for line in added.splitlines())


@pytest.mark.parametrize(
    ("access", "says"),
    [(YES, "decline"), (YES, "cancel"), (YES, None), ({}, "accept")],
    ids=["no", "cancel", "cannot ask", "reads only"],
)
@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("log", {"name": NAME, "text": "they send the list by 2026-12-20"}),
        ("case", {"name": NAME, "answers": ["when=Mondays, 4 to 5"], "keep": True}),
        ("draft", {"name": NAME, "save": True}),
    ],
)
def test_without_a_yes_nothing_is_written_and_the_command_is_told(
    kept: Workspace,
    tool: str,
    arguments: dict[str, Any],
    access: dict[str, bool],
    says: str | None,
) -> None:
    before = _files(kept)

    reply = call(kept, tool, Person(says), access, **arguments)

    assert _files(kept) == before
    assert reply.data["write"]["command"].startswith("collab ")
    assert reply.data["write"]["why"]


@pytest.mark.parametrize(
    ("tool", "arguments", "file"),
    [
        (
            "case",
            {"name": NAME, "answers": ["when=Mondays, 4 to 5"], "keep": True},
            "partnership.yaml",
        ),
        ("draft", {"name": NAME, "paper": "script", "save": True}, "script.md"),
    ],
)
def test_a_case_and_a_paper_are_kept_after_a_yes(
    kept: Workspace, tool: str, arguments: dict[str, Any], file: str
) -> None:
    before = _files(kept)
    person = Person("accept")

    reply = call(kept, tool, person, YES, **arguments)

    assert reply.data["write"]["written"] is True
    assert len(person.asked) == 1
    changed = {name for name, text in _files(kept).items() if before.get(name) != text}
    assert file in {Path(name).name for name in changed}


def test_twenty_calls_at_once_answer_as_one_by_one(kept: Workspace) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("works", {"words": "kids who can't read"}),
        ("works", {"words": "homework help"}),
        ("works", {"id": "reading-buddies"}),
        ("brief", {"name": NAME}),
        ("draft", {"name": NAME}),
        ("due", {}),
        ("case", {"words": "help with forms"}),
    ] * 3
    one_by_one = [call(kept, tool, **arguments).text for tool, arguments in calls]

    async def at_once(client: Client) -> list[str]:
        found = [""] * len(calls)

        async def ask(at: int) -> None:
            tool, arguments = calls[at]
            found[at] = reply_of(await client.call_tool(tool, arguments)).text

        async with anyio.create_task_group() as group:
            for at in range(len(calls)):
                group.start_soon(ask, at)
        return found

    assert within(Workspace.open(kept.home), at_once) == one_by_one


def _files(workspace: Workspace) -> dict[str, bytes]:
    assert workspace.home is not None
    return {
        str(each): each.read_bytes()
        for each in sorted(workspace.home.rglob("*"))
        if each.is_file() and ".cache" not in each.parts and each.suffix != ".json"
    }


def test_a_text_that_the_assistant_wrote_is_checked_against_the_case(kept: Workspace) -> None:
    text = (
        "Somebody from Lowell asked. We meet 31 children on Thursdays with Juniper Flats Council."
    )

    reply = call(kept, "check", name=NAME, text=text)

    assert {each["kind"] for each in reply.data["doubts"]} >= {"private", "number", "day", "name"}
    assert all(set(each["sentence"]) == {"data"} for each in reply.data["doubts"])
    assert "doubts" in call(kept, "check", name=NAME, text="Thank you.").data
    long = " ".join(f"We meet {number} elephants on Sunday." for number in range(1_000, 1_400))
    assert tokens(call(kept, "check", name=NAME, text=long).text) <= MOST_TOKENS
