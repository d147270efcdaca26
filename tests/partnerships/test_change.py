"""Facts changed by a command: the value that was meant, and not a byte more."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collabkit import Workspace
from collabkit.datafiles.references import dangling
from collabkit.errors import ExitCode
from conftest import Collab
from partnerships.conftest import Write

FACTS = """\
# Ours.
name:  "Prairie Reads"   # as they sign
level: networking

# what we share
goals: [literacy]
agreement: {end: "2026-09-30" }  # signed in spring
"""


def test_a_fact_is_changed_at_its_place_and_shown_back(collab: Collab, write: Write) -> None:
    folder = write("prairie", "2026-05-01 met\n", FACTS)
    run = collab("change", "prairie", "level=cooperating", "end=March 31, 2027", "goals=literacy, stem", "address=1 Main St: Hays #2")  # fmt: skip

    assert (run.code, run.out) == (0, "")
    assert run.err.splitlines() == [
        "level: networking -> cooperating",
        "agreement.end: 2026-09-30 -> 2027-03-31",
        "goals: literacy -> literacy, stem",
        "address: nothing -> 1 Main St: Hays #2",
        "in partnerships/prairie/partnership.yaml",
    ]
    assert (folder / "partnership.yaml").read_text("utf-8") == (
        FACTS.replace("networking", "cooperating")
        .replace("2026-09-30", "2027-03-31")
        .replace("[literacy]", "[literacy, stem]")
        + 'address: "1 Main St: Hays #2"\n'
    )
    assert collab("check").code == 0
    assert "nothing" not in collab("change", "prairie", "level=").err.split("->")[0]
    assert Workspace.open().partnerships.named("prairie").facts.level is None
    assert "says so already" in collab("change", "prairie", "level=").err


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("levle=x", "no fact called 'levle'\nhint: Did you mean 'level'?"),
        ("level=deep", "level: should be one of networking, coordinating, cooperating, collaborating, not 'deep'"),
        ("goals=literacyy", "goals[0]: nothing in goals is called 'literacyy'; did you mean 'literacy'?"),
        ("partner=foodbank", "partner: nothing in partners is called 'foodbank'; did you mean 'food-bank'?"),
        ("end=never", "agreement.end: 'never' is no day"),
        ("since=99", "since: should be at least 1800, not 99"),
        ("since=long ago", "since: should be a whole number"),
        ("name=", "name: should be text, not empty"),
        ("level", "'level' is no FACT=VALUE"),
    ],
)  # fmt: skip
def test_what_cannot_stand_there_is_refused_and_nothing_written(
    collab: Collab, write: Write, fact: str, said: str
) -> None:
    folder = write("prairie", "2026-05-01 met\n", FACTS)
    run = collab("change", "prairie", "address=1 Main St", fact)

    assert run.code == ExitCode.USAGE
    assert run.err.startswith(f"collab: {said}")
    assert (folder / "partnership.yaml").read_text("utf-8") == FACTS


def test_facts_that_somebody_changed_meanwhile_are_refused(
    collab: Collab, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = write("prairie", "2026-05-01 met\n", FACTS) / "partnership.yaml"
    checked: Callable[..., Any] = dangling

    def slow(*given: object) -> Any:  # noqa: ANN401
        facts.write_text(f"{FACTS}why: to read\n", encoding="utf-8")
        return checked(*given)

    monkeypatch.setattr("collabkit.partnerships.changing.dangling", slow)
    run = collab("change", "prairie", "level=cooperating")

    assert run.code == ExitCode.STALE
    assert "changed while we worked on it; nothing was written\n" in run.err
    assert facts.read_text("utf-8") == f"{FACTS}why: to read\n"


@pytest.mark.parametrize("copy", ["partnership (1).yaml", "partnership-PC7.yaml"])
def test_facts_that_may_be_two_are_not_changed(collab: Collab, write: Write, copy: str) -> None:
    folder = write("prairie", "2026-05-01 met\n", FACTS)
    (folder / copy).write_text("name: Other\n", encoding="utf-8")
    run = collab("change", "prairie", "level=cooperating")

    assert run.code == ExitCode.DATA
    assert copy in run.err
    assert (folder / "partnership.yaml").read_text("utf-8") == FACTS


def test_facts_that_are_wrong_can_be_mended_and_those_of_git_cannot(
    collab: Collab, write: Write
) -> None:
    folder = write("prairie", "2026-05-01 met\n", "name: P\nlevel: deep\n")
    assert collab("change", "prairie", "address=1 Main St").code == ExitCode.DATA
    assert collab("change", "prairie", "level=cooperating").code == 0
    marked = "name: P\n<<<<<<< HEAD\nlevel: a\n=======\nlevel: b\n>>>>>>> x\n"
    (folder / "partnership.yaml").write_text(marked, encoding="utf-8")

    assert collab("change", "prairie", "level=cooperating").code == ExitCode.DATA
    assert (folder / "partnership.yaml").read_text("utf-8") == marked


def test_a_partnership_of_a_log_alone_gets_its_facts(collab: Collab, write: Write) -> None:
    folder: Path = write("prairie-reads", "2026-05-01 met\n")
    assert collab("change", "prairie", "name=Prairie Reads", "since=2019").code == 0

    facts = Workspace.open().partnerships.named("prairie").facts
    assert (facts.name, facts.since) == ("Prairie Reads", 2019)
    assert (folder / "log.txt").read_text("utf-8") == "2026-05-01 met\n"


def test_an_end_that_the_log_has_moved_on_is_told(collab: Collab, write: Write) -> None:
    write("prairie", "2026-05-01 agreement: renewed until 2028-03-31\n", FACTS)
    run = collab("change", "prairie", "end=2027-03-31")

    assert run.err.endswith("The log says 2028-03-31, which is later and counts.\n")
